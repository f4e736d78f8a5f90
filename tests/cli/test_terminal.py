"""What stands in a file, or in its name, gives a terminal no commands."""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from clientplan.workspace import Workspace

PLAN = "confiserie-aubrelle-2026-04"


@pytest.fixture(autouse=True)
def _inside(sample_workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(sample_workspace.folder)


@pytest.mark.skipif(os.name == "nt", reason="Windows takes no such file names")
def test_a_refused_build(clientplan) -> None:
    Path("a\x1b[31m.yaml").write_text('schema: 1\n"cl\\e]0;it\\ant": x\n', encoding="utf-8")
    done = clientplan("build", "a\x1b[31m.yaml")
    assert done.status == 1
    assert "a␛[31m.yaml: " in done.err
    assert "␛]0;it␇nt" in done.err
    assert "\x1b" not in done.err
    assert len(done.err.splitlines()) > 2


@pytest.mark.skipif(os.name == "nt", reason="Windows takes no such file names")
def test_a_page_that_was_printed(clientplan, sample_workspace: Workspace) -> None:
    Path("a\x1b[31m.yaml").write_bytes(sample_workspace.store.path(PLAN).read_bytes())
    done = clientplan("build", "a\x1b[31m.yaml")
    assert done.status == 0
    assert "a␛[31m.pdf" in done.out
    assert "\x1b" not in done.out


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such terminals")
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_bar_on_a_terminal_and_none_in_a_pipe(jobs: str) -> None:
    ours, theirs = os.openpty()
    command = [sys.executable, "-c", "from clientplan.cli import main; main()", "build", "--jobs", jobs]
    environment = {**os.environ, "TERM": "xterm"}
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=theirs, env=environment, text=True) as run:
        os.close(theirs)
        shown = b""
        with suppress(OSError):  # the end of a terminal whose program has ended
            while piece := os.read(ours, 10_000):
                shown += piece
        out = run.stdout.read() if run.stdout else ""
    os.close(ours)
    assert run.returncode == 0
    assert b"Printing" in shown
    assert b"3 plans printed." in shown
    assert "Printing" not in out
    assert [line.endswith("pages)") for line in out.splitlines()] == [True] * 3
    piped = subprocess.run(command, capture_output=True, text=True, check=True)
    assert piped.stderr == "3 plans printed.\n"


def test_an_error(clientplan) -> None:
    done = clientplan("check", "no\x1b[2Jbody")
    assert done.status == 1
    assert "no␛[2Jbody" in done.err
    assert "\x1b" not in done.err


def test_a_page_that_cannot_be_laid_out(clientplan, monkeypatch: pytest.MonkeyPatch) -> None:
    from clientplan import press
    from clientplan.errors import RenderRefused

    def examine(*_: object) -> None:
        raise RenderRefused("too long:\n  \x1b[2J")

    monkeypatch.setattr(press, "examine", examine)
    done = clientplan("check", PLAN, "--page")
    assert done.status == 1
    assert "too long:\n  ␛[2J\n" in done.err


@pytest.mark.skipif(os.name == "nt", reason="Windows takes no such file names")
def test_a_failure_of_collect(clientplan) -> None:
    Path("a\x1b[2J.csv").write_bytes(b"")
    done = clientplan("collect", "a\x1b[2J.csv")
    assert done.status == 1
    assert "␛[2J" in done.err
    assert "\x1b" not in done.out + done.err
