from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from clientplan import atomic
from clientplan.atomic import TEMPORARY, sweep, write_atomically
from clientplan.errors import StoreError


def test_the_steps_come_in_the_order_that_survives_a_power_cut(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    steps = []
    fsync, replace = os.fsync, Path.replace

    def kind(descriptor: int) -> str:
        return "folder" if Path(f"/proc/self/fd/{descriptor}").is_dir() else "file"

    monkeypatch.setattr(os, "fsync", lambda fd: (steps.append(f"fsync {kind(fd)}"), fsync(fd))[1])
    monkeypatch.setattr(Path, "replace", lambda self, to: (steps.append("rename"), replace(self, to))[1])
    write_atomically(tmp_path / "plan.yaml", b"new")
    assert steps == ["fsync file", "rename", "fsync folder"]
    assert (tmp_path / "plan.yaml").read_bytes() == b"new"


def test_a_full_disk_is_said_and_the_old_file_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "plan.yaml"
    path.write_bytes(b"old")

    def full(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(atomic.os, "fsync", full)
    with pytest.raises(StoreError, match="Not saved: No space left on device"):
        write_atomically(path, b"new")
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_the_files_mode_survives(tmp_path: Path) -> None:
    path = tmp_path / "plan.yaml"
    path.write_bytes(b"old")
    path.chmod(0o640)
    write_atomically(path, b"new")
    assert path.stat().st_mode & 0o777 == 0o640


def test_sweep_takes_what_a_crash_left_and_nothing_else(tmp_path: Path) -> None:
    (tmp_path / f".plan.yaml.abc{TEMPORARY}").write_bytes(b"half")
    (tmp_path / "plan.yaml").write_bytes(b"whole")
    sweep(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["plan.yaml"]
