"""`clientplan export`."""

from __future__ import annotations

import json

import pytest

from clientplan.plan.reading import read
from clientplan.workspace import Workspace

NAME = "harrow-and-finch-2026-04"


@pytest.fixture(autouse=True)
def workspace(sample_workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> Workspace:
    monkeypatch.chdir(sample_workspace.folder)
    return sample_workspace


@pytest.mark.parametrize("kind", ["xlsx", "ics", "json", "yaml"])
def test_the_client_edition_goes_to_output(clientplan, workspace: Workspace, kind: str) -> None:
    done = clientplan("export", NAME, "--to", kind)
    path = workspace.output / f"{NAME}.{kind}"
    assert (done.status, done.out.strip()) == (0, str(path))
    assert path.stat().st_size > 500


def test_ours_only_when_asked_for(clientplan, workspace: Workspace) -> None:
    clientplan("export", NAME, "--to", "json")
    clientplan("export", NAME, "--to", "json", "--edition", "internal")
    theirs, ours = (json.loads((workspace.output / f"{NAME}{end}.json").read_text()) for end in ("", "-internal"))
    assert (theirs["edition"], ours["edition"]) == ("client", "internal")
    assert "phase" not in theirs["plan"]
    assert "phase" in ours["plan"]


def test_to_another_file(clientplan, workspace: Workspace) -> None:
    done = clientplan("export", NAME, "--to", "ics", "--out", "there/mine.ics")
    assert done.out == "there/mine.ics\n"
    assert (workspace.folder / "there" / "mine.ics").read_bytes().startswith(b"BEGIN:VCALENDAR\r\n")


def test_standard_output_has_the_file_and_nothing_else(clientplan, workspace: Workspace) -> None:
    done = clientplan("export", NAME, "--to", "yaml", "--out", "-")
    assert read(done.out).client.name == "Harrow & Finch"


def test_what_the_format_cant_hold_is_said(clientplan, workspace: Workspace) -> None:
    stored = workspace.store.load(NAME)
    first, *others = stored.plan.actions
    workspace.store.save(stored, stored.plan.replace(actions=(first.replace(due=None, status="open"), *others)))
    done = clientplan("export", NAME, "--to", "ics")
    assert (done.status, f"action {first.id} has no due date" in done.err) == (0, True)
    report = json.loads(clientplan("export", NAME, "--to", "ics", "--json").out)
    assert report["left_out"][0].startswith(f"action {first.id} has no due date")


def test_a_folder_that_cant_be_made_is_said(clientplan, workspace: Workspace) -> None:
    (workspace.folder / "file").write_text("x")
    done = clientplan("export", NAME, "--to", "json", "--out", "file/x.json")
    assert done.status == 1
    assert "Export elsewhere: --out FILE" in done.err


def test_no_such_plan_and_no_such_format(clientplan) -> None:
    assert clientplan("export", "harow", "--to", "json").status == 1
    assert clientplan("export", NAME, "--to", "docx").status == 2
