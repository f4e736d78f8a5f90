"""Work over processes: what dies, fails or is broken off takes nothing else along."""

from __future__ import annotations

import os
import subprocess
import sys
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from clientplan.errors import ClientPlanError
from clientplan.workers import Died, Failed, cores, share_out

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows has no signals that end, wait or are held back")

ODD = """
import os, signal
from pathlib import Path

def never(folder):
    with (Path(folder) / "started").open("a") as file:
        print(os.getpid(), file=file)
    os._exit(7)

def make(folder):
    with (Path(folder) / "made").open("a") as file:
        print(os.getpid(), file=file)
    if signal.SIGINT in signal.pthread_sigmask(signal.SIG_BLOCK, ()):
        (Path(folder) / "deaf").touch()
    return Act(folder)

class Act:
    def __init__(self, folder):
        self.folder = Path(folder)

    def __call__(self, piece):
        with (self.folder / "tried").open("a") as file:
            print(piece, file=file)
        if piece == "wrong":
            raise ValueError("no")
        if piece == "kill" or (piece == "once" and not (self.folder / "before").exists()):
            (self.folder / "before").touch()
            os.kill(os.getpid(), signal.SIGKILL)
        if piece == "waits":
            (self.folder / "waiting").write_text(str(os.getpid()))
            try:
                signal.pause()
            finally:
                (self.folder / "cleared").touch()
        return piece, os.getpid()
"""


@pytest.fixture
def make(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """A function that another process can import, too."""
    (tmp_path / "odd_jobs.py").write_text(ODD)
    monkeypatch.syspath_prepend(str(tmp_path))
    import odd_jobs  # type: ignore[import-not-found]  # just written

    return partial(odd_jobs.make, str(tmp_path))


def lines(folder: Path, name: str) -> list[str]:
    return (folder / name).read_text().split()


def test_every_piece_is_done_once_and_each_process_is_set_up_once(make: Any, tmp_path: Path) -> None:
    pieces = [f"p{number}" for number in range(9)]
    found = dict(share_out(make, pieces, 2))
    assert sorted(found) == pieces
    assert all(result[0] == piece for piece, result in found.items())
    assert sorted(lines(tmp_path, "tried")) == pieces
    made = lines(tmp_path, "made")
    assert len(made) == len(set(made)) == 2
    assert {str(process) for _, process in found.values()} <= set(made)


def test_ctrl_c_is_for_the_one_who_started_them(make: Any, tmp_path: Path) -> None:
    """From the first moment: a process that is still loading would tell of it with a traceback."""
    assert list(share_out(make, ["a"], 1))
    assert not (tmp_path / "deaf").exists()
    assert list(share_out(make, ["a", "b"], 2))
    assert (tmp_path / "deaf").exists()


def test_one_process_is_ours(make: Any, tmp_path: Path) -> None:
    found = dict(share_out(make, ["a", "b"], 1))
    assert found == {"a": ("a", os.getpid()), "b": ("b", os.getpid())}
    assert list(share_out(make, [], 4)) == []


def test_a_process_that_is_killed_loses_only_what_it_held(make: Any, tmp_path: Path) -> None:
    found = dict(share_out(make, ["a", "kill", "b", "c", "d"], 2))
    assert found.pop("kill") == Died(-9)
    assert sorted(piece for piece, _ in found.values()) == ["a", "b", "c", "d"]
    assert lines(tmp_path, "tried").count("kill") == 2


def test_what_was_killed_from_outside_is_done_by_another(make: Any, tmp_path: Path) -> None:
    found = dict(share_out(make, ["once", "a"], 2))
    assert found["once"][0] == "once"
    assert lines(tmp_path, "tried").count("once") == 2


@pytest.mark.parametrize("processes", [1, 2])
def test_a_bug_in_one_piece_is_told_with_its_place(make: Any, processes: int) -> None:
    found = dict(share_out(make, ["a", "wrong", "b"], processes))
    failed = found["wrong"]
    assert isinstance(failed, Failed)
    assert failed.last == "ValueError: no"
    assert "odd_jobs.py" in failed.traceback
    assert (found["a"][0], found["b"][0]) == ("a", "b")


def test_who_stops_ends_the_processes_and_they_clear_away(make: Any, tmp_path: Path) -> None:
    import psutil

    work = share_out(make, ["a", "waits"], 2)
    assert next(work)[0] == "a"
    while not (tmp_path / "waiting").exists() or not (tmp_path / "waiting").read_text():
        pass
    work.close()  # type: ignore[attr-defined]  # a generator
    assert (tmp_path / "cleared").exists()
    assert not any(psutil.pid_exists(int(process)) for process in lines(tmp_path, "made"))


def test_processes_that_never_start_are_one_sentence(make: Any, tmp_path: Path) -> None:
    import odd_jobs

    pieces = [str(number) for number in range(50)]
    with pytest.raises(ClientPlanError, match=r"end at once \(status 7\)\. Use one: --jobs 1"):
        list(share_out(partial(odd_jobs.never, str(tmp_path)), pieces, 2))
    assert len(lines(tmp_path, "started")) <= 4


def test_the_program_that_starts_them_is_not_run_again(make: Any, tmp_path: Path) -> None:
    """It has no guard against that, as a script of a user's may have none."""
    program = tmp_path / "program.py"
    program.write_text(
        "import sys; sys.path.insert(0, sys.argv[1])\n"
        "from functools import partial\nimport odd_jobs\nfrom clientplan.workers import share_out\n"
        "print(sorted(piece for piece, _ in share_out(partial(odd_jobs.make, sys.argv[1]), ['a', 'b', 'c'], 2)))\n"
    )
    run = subprocess.run(
        [sys.executable, str(program), str(tmp_path)], capture_output=True, text=True, check=False, timeout=120
    )
    assert (run.returncode, run.stdout, run.stderr) == (0, "['a', 'b', 'c']\n", "")


def test_there_is_at_least_one_core() -> None:
    assert cores() >= 1
