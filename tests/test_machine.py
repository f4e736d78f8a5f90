"""What machine.py decides; nothing is installed here."""

from __future__ import annotations

import ast
import importlib
import os
import signal
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[1]
APT = ["apt-get", "install", "--yes", "--no-install-recommends"]
PANGO = ["libpango-1.0-0", "libpangoft2-1.0-0", "libharfbuzz-subset0"]


@pytest.fixture
def machine(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(ROOT)
    return importlib.import_module("machine")


@pytest.fixture
def ran(machine: ModuleType, monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, ...]]:
    """The commands that would have been run; `apt-get` is the only package manager there."""
    commands: list[tuple[str, ...]] = []
    monkeypatch.setattr(machine, "run", lambda *command, **_: commands.append(command))
    have(monkeypatch, machine, "apt-get", "sudo")
    return commands


def have(monkeypatch: pytest.MonkeyPatch, machine: ModuleType, *programs: str) -> None:
    monkeypatch.setattr(machine.shutil, "which", lambda name, **_: f"/bin/{name}" if name in programs else None)


def as_user(monkeypatch: pytest.MonkeyPatch, machine: ModuleType, number: int) -> None:
    monkeypatch.setattr(machine.os, "geteuid", lambda: number, raising=False)


@pytest.mark.parametrize("name", ["start.py", "machine.py"])
def test_an_old_python_can_read_it_and_needs_no_package(name: str) -> None:
    tree = ast.parse((ROOT / name).read_text(encoding="utf-8"), feature_version=(3, 9))
    imported = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    imported |= {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.module}
    assert imported <= sys.stdlib_module_names | {"machine"}


def test_a_still_older_one_can_read_the_sentence_in_start() -> None:
    ast.parse((ROOT / "start.py").read_text(encoding="utf-8"), feature_version=(3, 7))


@pytest.mark.parametrize(
    ("system", "needs", "last"),
    [
        ("apt-get", ("Pango",), [*APT, *PANGO]),
        ("apt-get", ("pip", "Pango"), [*APT, "python3-pip", *PANGO]),
        ("dnf", ("Chromium",), ["dnf", "install", "--assumeyes", "chromium", "libatomic"]),
        ("apk", ("pip",), ["apk", "add", "py3-pip"]),
        ("brew", ("Pango",), ["brew", "install", "pango"]),
        (
            "winget",
            ("Pango",),
            ["C:/msys64/usr/bin/bash", "-lc", "pacman -S --noconfirm mingw-w64-ucrt-x86_64-pango"],
        ),
    ],
)
def test_each_system_has_its_own_command(
    machine: ModuleType, system: str, needs: tuple[str, ...], last: list[str]
) -> None:
    assert machine.installers(system, needs)[-1] == last


@pytest.mark.parametrize(("system", "needs"), [("", ("Pango",)), ("brew", ("Pango", "Chromium")), ("winget", ("pip",))])
def test_what_a_system_lacks_gets_no_command(machine: ModuleType, system: str, needs: tuple[str, ...]) -> None:
    assert machine.installers(system, needs) == []


@pytest.mark.parametrize(("user", "yes", "before"), [(0, False, ()), (0, True, ()), (1000, True, ("sudo",))])
def test_it_installs_as_root_and_with_sudo_when_told_to(
    machine: ModuleType,
    ran: list[tuple[str, ...]],
    monkeypatch: pytest.MonkeyPatch,
    user: int,
    yes: bool,
    before: tuple[str, ...],
) -> None:
    as_user(monkeypatch, machine, user)
    assert machine.install("Pango", yes=yes)
    assert ran == [(*before, "apt-get", "update"), (*before, *APT, *PANGO)]


def test_without_rights_it_says_the_line_and_runs_nothing(
    machine: ModuleType,
    ran: list[tuple[str, ...]],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    as_user(monkeypatch, machine, 1000)
    assert not machine.install("pip", "Pango", yes=False)
    assert ran == []
    told = capsys.readouterr().err
    assert "Missing: pip and Pango." in told
    assert f"  sudo apt-get update && sudo {' '.join([*APT, 'python3-pip', *PANGO])}\n" in told


def test_where_there_is_no_sudo_the_line_goes_through_su(machine: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    have(monkeypatch, machine)
    assert machine.one_line([["sudo", "apt-get", "update"], ["sudo", "apt-get", "x"]]) == (
        "su -c 'apt-get update && apt-get x'"
    )


def test_homebrew_is_never_run_as_root_and_not_without_being_told_to(
    machine: ModuleType, ran: list[tuple[str, ...]], monkeypatch: pytest.MonkeyPatch
) -> None:
    as_user(monkeypatch, machine, 501)
    have(monkeypatch, machine, "brew", "sudo")
    assert not machine.install("Pango", yes=False)
    assert machine.install("Pango", yes=True)
    assert ran == [("brew", "install", "pango")]


def test_a_system_we_do_not_know_is_told_what_it_needs(
    machine: ModuleType,
    ran: list[tuple[str, ...]],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    have(monkeypatch, machine)
    as_user(monkeypatch, machine, 0)
    assert not machine.install("Pango", yes=True)
    assert ran == []
    assert "Missing: Pango. Install it with your system" in capsys.readouterr().err


def test_all_of_the_libraries_load_here(machine: ModuleType) -> None:
    assert machine.unloadable() == []


def test_it_names_the_libraries_that_do_not_load(machine: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(machine.sys, "platform", "linux")
    monkeypatch.setattr(machine, "LIBRARIES", ("nowhere-to-be-found", "gobject-2.0", "fontconfig"))
    assert machine.unloadable() == ["libnowhere-to-be-found.so.0"]


def test_a_library_that_takes_its_process_along_counts_as_missing(
    machine: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(machine, "PROBE", "import os; os.abort()")
    assert len(machine.unloadable()) == len(machine.LIBRARIES)


@pytest.mark.parametrize(
    ("platform", "expected"),
    [
        ("linux", {"libpango-1.0.so.0", "libharfbuzz-subset.so.0", "libfontconfig.so.1"}),
        ("darwin", {"libpango-1.0.0.dylib", "libharfbuzz-subset.0.dylib", "libfontconfig.1.dylib"}),
        ("win32", {"libpango-1.0-0.dll", "libharfbuzz-subset-0.dll", "libfontconfig-1.dll"}),
    ],
)
def test_each_platform_names_its_files_in_its_own_way(
    machine: ModuleType, monkeypatch: pytest.MonkeyPatch, platform: str, expected: set[str]
) -> None:
    monkeypatch.setattr(machine.sys, "platform", platform)
    monkeypatch.setattr(machine, "PROBE", "import sys; print(*sys.argv[1:])")
    assert expected <= set(machine.unloadable())


@pytest.fixture
def elsewhere(machine: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A checkout with nothing but what the fingerprint looks at."""
    (tmp_path / "pyproject.toml").write_text("[project]")
    (tmp_path / "dev.txt").write_text("uv==1")
    for name, path in {"ROOT": "", "LOCK": "dev.txt", "STAMP": "stamp", "PYTHON": "python"}.items():
        monkeypatch.setattr(machine, name, tmp_path / path)
    monkeypatch.setenv("PATH", os.environ["PATH"])  # prepare() puts .venv before it
    return tmp_path


@pytest.mark.parametrize("name", ["pyproject.toml", "dev.txt"])
def test_a_changed_file_changes_the_fingerprint(machine: ModuleType, elsewhere: Path, name: str) -> None:
    before = machine.fingerprint()
    assert machine.fingerprint() == before
    (elsewhere / name).write_text("changed")
    assert machine.fingerprint() != before


def test_a_moved_checkout_changes_the_fingerprint(
    machine: ModuleType, elsewhere: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = machine.fingerprint()
    monkeypatch.setattr(machine, "ROOT", elsewhere / ".")
    assert machine.fingerprint() == before
    (elsewhere / "moved").mkdir()
    (elsewhere / "pyproject.toml").rename(elsewhere / "moved" / "pyproject.toml")
    monkeypatch.setattr(machine, "ROOT", elsewhere / "moved")
    assert machine.fingerprint() != before


def test_the_environment_is_made_once_and_again_after_a_change(
    machine: ModuleType, elsewhere: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[bool] = []
    monkeypatch.setattr(machine, "make_environment", lambda **_: made.append(True))
    monkeypatch.setattr(machine, "unloadable", list)
    (elsewhere / "python").touch()
    machine.prepare(yes=False)
    machine.prepare(yes=False)
    assert len(made) == 1
    (elsewhere / "dev.txt").write_text("uv==2")
    machine.prepare(yes=False)
    assert len(made) == 2
    (elsewhere / "python").unlink()  # as when the system's Python was replaced
    machine.prepare(yes=False)
    assert len(made) == 3


def test_no_stamp_is_left_when_the_environment_could_not_be_made(
    machine: ModuleType, elsewhere: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(machine, "make_environment", lambda **_: sys.exit(5))
    with pytest.raises(SystemExit, match="5"):
        machine.prepare(yes=False)
    assert not (elsewhere / "stamp").exists()


def test_uv_comes_with_its_own_hashes_and_no_other_packages(machine: ModuleType) -> None:
    lines = machine.locked("uv", machine.LOCK.read_text(encoding="utf-8")).splitlines()
    assert lines[0].startswith("uv==")
    assert len(lines) > 5
    assert all(line.lstrip().startswith("--hash=sha256:") for line in lines[1:])


def test_a_lock_without_the_package_is_an_error(machine: ModuleType, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="1"):
        machine.locked("uv", "uvicorn==1.0 \\\n    --hash=sha256:00\n")
    assert "uv isn't in" in capsys.readouterr().err


@pytest.mark.skipif(os.name == "nt", reason="the stand-ins are shell scripts")
def test_a_uv_that_does_not_run_is_none(machine: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    shim, good, own = (tmp_path / name / "uv" for name in ("shims", "programs", "environment"))
    for path, status in ((shim, 127), (good, 0), (own, 0)):
        path.parent.mkdir()
        path.write_text(f"#!/bin/sh\nexit {status}\n")
        path.chmod(0o755)
    monkeypatch.setattr(machine, "UV", tmp_path)
    monkeypatch.setattr(machine, "BIN", own.parent)
    monkeypatch.setenv("PATH", os.pathsep.join(map(str, (shim.parent, own.parent))))
    assert machine.find_uv() is None
    monkeypatch.setenv("PATH", os.pathsep.join(map(str, (shim.parent, own.parent, good.parent))))
    assert machine.find_uv() == str(good)


@pytest.mark.parametrize(("code", "status"), [("0", 0), ("3", 3)])
def test_the_exit_status_of_a_program_is_passed_on(
    machine: ModuleType, capfd: pytest.CaptureFixture[str], code: str, status: int
) -> None:
    assert machine.attempt(sys.executable, "-c", f"raise SystemExit({code})") == status
    assert (f"ended with exit status {status}." in capfd.readouterr().err) == (status != 0)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no signals")
def test_a_killed_program_has_the_status_that_a_shell_would_give(
    machine: ModuleType, capfd: pytest.CaptureFixture[str]
) -> None:
    assert machine.attempt(sys.executable, "-c", "import os; os.kill(os.getpid(), 9)") == 128 + signal.SIGKILL
    assert "Traceback" not in capfd.readouterr().err


def test_a_program_that_is_not_there_is_a_sentence(machine: ModuleType, capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="127"):
        machine.attempt("nowhere-to-be-found")
    assert "`nowhere-to-be-found` can't be run: No such file" in capfd.readouterr().err


def test_what_must_succeed_ends_everything_with_its_status(machine: ModuleType) -> None:
    with pytest.raises(SystemExit, match="3"):
        machine.run(sys.executable, "-c", "raise SystemExit(3)")


def test_paths_are_given_as_seen_from_where_a_program_runs(
    machine: ModuleType, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "data").mkdir()
    show = "import os, sys; print(os.getcwd(), *sys.argv[1:])"
    machine.attempt(sys.executable, "-c", show, tmp_path / "data", ROOT / "start.py", within=tmp_path)
    assert capfd.readouterr().out.split() == [str(tmp_path), "data", str(ROOT / "start.py")]
