"""The script that makes the exports still makes the committed ones."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from clientplan import paths

SAMPLE = paths.sample_data()
NAMES = sorted(path.relative_to(SAMPLE / "exports").as_posix() for path in (SAMPLE / "exports").rglob("*.*"))


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Two runs, the second with other hash seeds."""
    folders = tmp_path_factory.mktemp("first"), tmp_path_factory.mktemp("second")
    for seed, folder in enumerate(folders):
        command = [sys.executable, "-B", str(SAMPLE / "make.py"), str(folder)]
        subprocess.run(command, check=True, env={"PYTHONHASHSEED": str(seed), "PYTHONIOENCODING": "utf-8"})
    return folders


def test_all_that_is_committed_is_made_and_nothing_else(made: tuple[Path, Path]) -> None:
    assert len(NAMES) == 11
    assert sorted(path.relative_to(made[0]).as_posix() for path in made[0].rglob("*.*")) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_same_bytes_each_time(made: tuple[Path, Path], name: str) -> None:
    assert (made[0] / name).read_bytes() == (made[1] / name).read_bytes()


@pytest.mark.parametrize("name", [name for name in NAMES if name.endswith(".csv")])
def test_committed_text_is_what_is_made(made: tuple[Path, Path], name: str) -> None:
    assert (made[0] / name).read_bytes() == (SAMPLE / "exports" / name).read_bytes()


def test_committed_workbook_is_what_is_made(made: tuple[Path, Path]) -> None:
    """Member by member: how well a system's zlib compresses them isn't ours to fix."""
    [name] = [name for name in NAMES if name.endswith(".xlsx")]
    with zipfile.ZipFile(made[0] / name) as new, zipfile.ZipFile(SAMPLE / "exports" / name) as old:
        assert new.namelist() == old.namelist()
        assert [new.read(member) for member in new.namelist()] == [old.read(member) for member in old.namelist()]
        assert [member.date_time for member in new.infolist()] == [member.date_time for member in old.infolist()]
