from __future__ import annotations

from pathlib import Path

from clientplan.workspace import Workspace


def test_new_makes_a_workspace_and_says_what_comes_next(clientplan, tmp_path: Path) -> None:
    done = clientplan("new", tmp_path / "mine")
    assert done.status == 0
    assert "clientplan lab" in done.out
    assert Workspace.open(tmp_path / "mine").store.names() == []


def test_new_with_the_sample_says_that_it_stands_still(clientplan, tmp_path: Path) -> None:
    done = clientplan("new", tmp_path / "sample", "--sample")
    assert done.status == 0
    assert "2026-09-15" in done.out
    assert len(Workspace.open(tmp_path / "sample").store.names()) == 3


def test_a_second_new_is_refused_in_a_sentence(clientplan, tmp_path: Path) -> None:
    clientplan("new", tmp_path / "mine")
    done = clientplan("new", tmp_path / "mine")
    assert (done.status, done.out) == (1, "")
    assert "Choose another folder" in done.err
    assert "Traceback" not in done.err


def test_new_never_writes_over_what_is_there(clientplan, tmp_path: Path) -> None:
    mine = tmp_path / "notebooks" / "00_start.ipynb"
    mine.parent.mkdir()
    mine.write_text("mine")
    done = clientplan("new", tmp_path)
    assert done.status == 1
    assert "holds notebooks already" in done.err
    assert mine.read_text() == "mine"
    assert [path.name for path in tmp_path.iterdir()] == ["notebooks"]
