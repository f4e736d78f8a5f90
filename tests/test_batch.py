"""Many plans in one go: a bad one, a dead process or Ctrl-C takes no other plan along."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import psutil
import pytest

from clientplan import batch
from clientplan.batch import Run, print_all
from clientplan.workspace import Workspace

DEADLY = """
import os, signal
from clientplan.batch import Printer

class Deadly(Printer):
    def __call__(self, path):
        if path.stem.startswith("harrow"):
            os.kill(os.getpid(), signal.SIGKILL)
        if path.stem.startswith("mohrlin"):
            1 / 0
        return super().__call__(path)
"""

LISTENING = """
import signal
from clientplan.cli import main

signal.signal(signal.SIGINT, signal.default_int_handler)  # whatever this test is started by doesn't listen
main()
"""


def paths(workspace: Workspace) -> list[Path]:
    return sorted(workspace.store.folder.glob("*.yaml"))


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGKILL")
def test_a_worker_that_is_killed_and_a_bug_of_ours_lose_no_other_plan(
    sample_workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "deadly.py").write_text(DEADLY)
    monkeypatch.syspath_prepend(str(tmp_path))
    import deadly  # type: ignore[import-not-found]  # just written

    monkeypatch.setattr(batch, "Printer", deadly.Deadly)
    (sample_workspace.store.folder / "zero.yaml").write_text("schema: 1\n")
    found = {one.plan: one for one in print_all(Run(sample_workspace.folder), paths(sample_workspace), 2)}
    killed, failed = found["harrow-and-finch-2026-04"], found["mohrlin-feinkost-gmbh-2026"]
    assert "ended each time (signal 9)" in str(killed.refused)
    assert "ZeroDivisionError" in str(failed.refused)
    assert found["zero"].reasons == ("the file isn't a plan",)
    assert Path(str(found["confiserie-aubrelle-2026-04"].pdf)).read_bytes().endswith(b"%%EOF\n")


def test_the_other_plans_are_read_once_a_run_and_a_plan_that_was_read_never_again(
    sample_workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With hours in each plan, all others belong to what the checks look at."""
    from clientplan.plan import reading

    for path in paths(sample_workspace):
        path.write_text(path.read_text(encoding="utf-8") + "effort:\n  hours: 9\n", encoding="utf-8")
    read: list[str] = []
    document = reading.read_with_source

    def spy(data: bytes, name: str = "") -> object:
        read.append(name)
        return document(data, name)

    monkeypatch.setattr(reading, "read_with_source", spy)
    assert all(one.pdf for one in print_all(Run(sample_workspace.folder), paths(sample_workspace)))
    assert len(read) <= 3 + 2  # each to print it; two more when the first looks around


@pytest.mark.skipif(os.name == "nt", reason="Ctrl-C reaches a group of processes in another way there")
def test_ctrl_c_leaves_whole_files_and_nobody_at_work(sample_workspace: Workspace) -> None:
    for path in paths(sample_workspace):
        for number in range(10):
            path.with_name(f"{path.stem}-{number}.yaml").write_bytes(path.read_bytes())
    command = [sys.executable, "-c", LISTENING, "build", "--jobs", "2"]
    options = {"cwd": sample_workspace.folder, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True}
    with subprocess.Popen(command, start_new_session=True, **options) as run:  # type: ignore[call-overload]  # plain
        while run.poll() is None and not list(sample_workspace.output.glob("*.pdf")):
            time.sleep(0.05)
        helpers = psutil.Process(run.pid).children(recursive=True)
        os.killpg(run.pid, signal.SIGINT)
        _, err = run.communicate(timeout=60)
    assert run.returncode == 130, err
    assert "of 33 plans were printed" in err
    assert "Traceback" not in err
    left = list(sample_workspace.output.iterdir())
    assert 0 < len(left) < 33
    assert all(path.suffix == ".pdf" and path.read_bytes().endswith(b"%%EOF\n") for path in left)
    assert len(helpers) >= 2
    _, alive = psutil.wait_procs(helpers, timeout=30)
    assert [one for one in alive if one.status() != psutil.STATUS_ZOMBIE] == []  # whom a container's first doesn't bury
