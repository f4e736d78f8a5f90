"""The wheel as a stranger gets it: built from the repository, installed in a fresh environment, used elsewhere."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from pypdf import PdfReader
from uv import find_uv_bin

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = "toolkit/clientplan/"
CARRIED = ("notebooks/", "templates/", "sample_data/")
MAKES_THE_SAMPLE = ("sample_data/make.py", "sample_data/generator/")  # stays in the repository
IGNORED = (
    "toolkit/clientplan/__pycache__/stale.cpython-311.pyc",
    "notebooks/.ipynb_checkpoints/00_start-checkpoint.ipynb",
    "toolkit/clientplan/jupyter/share/labextensions/clientplan/.ipynb_checkpoints/package-checkpoint.json",
)

pytestmark = pytest.mark.wheel


def run(*command: object, cwd: Path, **environment: str) -> str:
    """The output of a program that gets nothing of ours from the environment, and must succeed."""
    ours = ("PYTHON", "VIRTUAL_ENV", "CLIENTPLAN", "JUPYTER")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(ours)}
    done = subprocess.run(
        [str(word) for word in command], cwd=cwd, env=kept | environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, f"{command}\n{done.stdout}\n{done.stderr}"
    return done.stdout


@pytest.fixture(scope="module")
def sources(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of what git tracks or would add, with a few files beside it that git ignores."""
    folder = tmp_path_factory.mktemp("sources")
    for name in listed():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(ROOT / name, folder / name)
    for name in IGNORED:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("stray")
    return folder


def listed() -> list[str]:
    names = run("git", "ls-files", "-z", "--cached", "--others", "--exclude-standard", cwd=ROOT).split("\0")
    return sorted({name for name in names if name and (ROOT / name).is_file()})


@pytest.fixture(scope="module")
def wheel(sources: Path) -> Path:
    run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", cwd=sources)
    [built] = (sources / "dist").iterdir()
    return built


@pytest.fixture(scope="module")
def fresh(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The programs of an environment that holds the wheel, and of the rest only what requirements/run.txt locks."""
    folder = tmp_path_factory.mktemp("fresh")
    uv, environment = find_uv_bin(), folder / "environment"
    python = environment / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    run(uv, "venv", "--python", sys.executable, environment, cwd=folder)
    run(uv, "pip", "sync", "--python", python, "--require-hashes", ROOT / "requirements/run.txt", cwd=folder)
    run(uv, "pip", "install", "--python", python, "--no-deps", wheel, cwd=folder)
    return python.parent


def test_it_holds_the_package_and_what_the_package_carries_and_nothing_else(wheel: Path) -> None:
    names = [name for name in listed() if name.startswith((PACKAGE, *CARRIED))]
    kept = [name for name in names if not name.startswith(MAKES_THE_SAMPLE)]
    assert all(any(name.startswith(folder) for name in kept) for folder in (PACKAGE, *CARRIED))
    held = [name for name in zipfile.ZipFile(wheel).namelist() if ".dist-info/" not in name and ".data/" not in name]
    assert sorted(held) == sorted("clientplan/" + name.removeprefix(PACKAGE) for name in kept)


def test_it_brings_jupyter_the_very_files_that_the_package_holds(wheel: Path) -> None:
    jupyter = f"{PACKAGE}jupyter/"
    places = {
        f"{jupyter}share/": "share/jupyter/",
        f"{jupyter}config/jupyter_server_config.d/": "etc/jupyter/jupyter_server_config.d/",
        f"{jupyter}config/labconfig/default_setting_overrides.d/": "share/jupyter/lab/settings/overrides.d/",
    }
    wanted = {
        place + name.removeprefix(folder): (ROOT / name).read_bytes()
        for folder, place in places.items()
        for name in listed()
        if name.startswith(folder)
    }
    with zipfile.ZipFile(wheel) as archive:
        brought = {name.split(".data/data/")[1]: archive.read(name) for name in archive.namelist() if ".data/" in name}
    assert "share/jupyter/labextensions/clientplan/static/remoteEntry.js" in wanted
    assert brought == wanted


def test_it_says_what_it_needs_and_under_which_licence(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        [metadata] = [
            archive.read(name).decode() for name in archive.namelist() if name.endswith(".dist-info/METADATA")
        ]
        assert any(name.endswith("licenses/LICENSE") for name in archive.namelist())
    assert "License-Expression: Apache-2.0" in metadata
    assert re.search(r"^Requires-Python: .*>=3\.11", metadata, re.MULTILINE)


def test_it_runs_from_its_own_folder_and_not_from_the_checkout(fresh: Path, tmp_path: Path) -> None:
    home = run(fresh / "python", "-c", "from clientplan import paths; print(paths.home())", cwd=tmp_path).strip()
    assert Path(home).is_relative_to(fresh.parent)


def test_a_stranger_gets_from_exports_to_printed_plans(fresh: Path, tmp_path: Path) -> None:
    workspace = tmp_path / "portfolio"
    own = {"PATH": f"{fresh}{os.pathsep}{os.environ['PATH']}", "HOME": str(tmp_path)}
    run(fresh / "clientplan", "new", workspace, "--sample", cwd=tmp_path, **own)
    incoming = sorted((workspace / "data" / "incoming").iterdir())
    notebooks = sorted((workspace / "notebooks").glob("*.ipynb"))
    assert incoming
    assert notebooks
    run(fresh / "clientplan", "collect", *incoming, cwd=workspace, **own)
    run(fresh / "jupyter-execute", *notebooks, cwd=workspace, **own)
    run(fresh / "clientplan", "check", cwd=workspace, **own)
    run(fresh / "clientplan", "build", cwd=workspace, **own)
    printed = sorted((workspace / "output").glob("*.pdf"))
    first, *_ = plans = sorted(path.stem for path in (workspace / "plans").glob("*.yaml"))
    assert {path.stem for path in printed} == {*plans, f"{first}-review", "handout"}
    for path in printed:
        assert path.read_bytes().startswith(b"%PDF-")
        assert 1 <= len(PdfReader(path).pages) <= 2
