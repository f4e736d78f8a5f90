"""`clientplan history` and `clientplan restore`."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from clientplan.plan.plan import Client
from clientplan.store.history import History
from clientplan.workspace import Workspace

NOON = datetime(2026, 9, 15, 12, tzinfo=UTC)  # a Tuesday
NAME = "harrow-foods-2026"


@pytest.fixture
def workspace(empty_workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> Workspace:
    """A plan begun on the Friday before, edited on Monday and on Tuesday, which is today."""
    made = History.__init__
    (empty_workspace.folder / "clientplan.toml").write_text("today = 2026-09-15\n")
    workspace = Workspace.open(empty_workspace.folder)
    for days, who in ((4, None), (1, "Ruth"), (0, "Ines")):
        when = NOON - timedelta(days=days)
        monkeypatch.setattr(History, "__init__", lambda self, folder, when=when: made(self, folder, lambda: when))
        if who is None:
            workspace.new_plan(Client(name="Harrow Foods"))
        else:
            stored = workspace.store.load(NAME)
            workspace.store.save(stored, stored.plan.replace(manager=who))
    monkeypatch.chdir(workspace.folder)
    return workspace


def test_the_versions_with_what_each_changed(clientplan, workspace: Workspace) -> None:
    done = clientplan("history", NAME)
    assert done.status == 0
    lines = [re.sub(r"^\S+ \S+  ", "", line) for line in done.out.splitlines()]
    assert lines == [
        "relationship manager: “Ruth” → “Ines”",
        "relationship manager: open → “Ruth”",
        "the oldest version that is kept",
    ]
    assert done.out.startswith("2026-09-15 ")


@pytest.mark.parametrize(
    ("since", "change"), [("monday", "open → “Ines”"), ("2026-09-15", "“Ruth” → “Ines”"), ("Yesterday", "open →")]
)
def test_what_changed_since_a_day(clientplan, workspace: Workspace, since: str, change: str) -> None:
    done = clientplan("history", NAME, "--since", since)
    assert f"relationship manager: {change}" in done.out
    assert done.out.startswith("Since ")


def test_a_file_edited_by_hand_counts_though_it_is_no_version_yet(clientplan, workspace: Workspace) -> None:
    path = workspace.store.path(NAME)
    path.write_text(path.read_text() + "notes: by hand\n")
    assert "notes: open → “by hand”" in clientplan("history", NAME, "--since", "2026-09-15").out


def test_nothing_changed_is_said(clientplan, workspace: Workspace) -> None:
    assert "Nothing has changed" in clientplan("history", NAME, "--since", "2027-01-01").out


def test_for_machines(clientplan, workspace: Workspace) -> None:
    found = json.loads(clientplan("history", NAME, "--json").out)
    assert [len(one["changes"]) for one in found["versions"]] == [1, 1, 0]
    assert found["versions"][0]["when"] == NOON.isoformat()
    since = json.loads(clientplan("history", NAME, "--since", "monday", "--json").out)
    assert since["changes"] == [{"path": ["manager"], "sentence": "relationship manager: open → “Ines”"}]


def test_an_edit_of_comments_is_a_version_too(clientplan, workspace: Workspace) -> None:
    path = workspace.store.path(NAME)
    workspace.store.rewrite(NAME, path.read_bytes(), path.read_bytes() + b"# ours\n")
    last = workspace.store.history.states(NAME)[-1].file
    last.rename(last.with_name(last.name.replace("T12", "T13")))  # an hour later
    assert "comments or layout alone" in clientplan("history", NAME).out


def test_a_version_that_is_torn_is_listed_as_such(clientplan, workspace: Workspace) -> None:
    workspace.store.history.states(NAME)[1].file.write_bytes(b"torn")
    done = clientplan("history", NAME)
    assert done.status == 0
    assert "wasn't kept whole" in done.out


def test_a_fix_is_a_version(clientplan, workspace: Workspace) -> None:
    path = workspace.store.path(NAME)
    path.write_text(path.read_text() + "actions:\n  - what: Walk line 5\n")
    clientplan("check", "--fix", NAME)
    states = workspace.store.history.states(NAME)
    assert len(states) == 5  # the file as it was edited by hand, and as it was mended
    assert b"id: a1" in workspace.store.history.data(states[-1])


@pytest.mark.parametrize("since", ["friday", "2026-13-01", "-"])
def test_no_day_is_refused(clientplan, workspace: Workspace, since: str) -> None:
    done = clientplan("history", NAME, "--since", since)
    assert done.status == 2
    assert "isn't a day. Write monday, yesterday or YYYY-MM-DD" in done.refusal


def test_no_history_yet_and_no_such_plan(clientplan, workspace: Workspace, tmp_path: Path) -> None:
    for state in workspace.store.history.states(NAME):
        state.file.unlink()
    done = clientplan("history", NAME)
    assert (done.status, "No version" in done.err) == (1, True)
    assert "There is no plan harow" in clientplan("history", "harow").err
    elsewhere = tmp_path / "other.yaml"
    elsewhere.write_bytes(workspace.store.path(NAME).read_bytes())
    assert "isn't a plan of this workspace" in clientplan("history", elsewhere).err


def test_going_back_and_forward_again(clientplan, workspace: Workspace) -> None:
    *_, monday, tuesday = (state.when.astimezone() for state in workspace.store.history.states(NAME))
    done = clientplan("restore", NAME, f"{monday:%Y-%m-%d %H:%M}")
    assert done.status == 0
    assert "relationship manager: “Ines” → “Ruth”" in done.out
    assert workspace.store.load(NAME).plan.manager == "Ruth"
    states = workspace.store.history.states(NAME)
    assert states[-1].mark == states[1].mark
    assert f"{tuesday:%H:%M}" in clientplan("history", NAME).out
    workspace.store.put_back(workspace.store.load(NAME), workspace.store.history.data(states[2]))
    assert workspace.store.load(NAME).plan.manager == "Ines"


def test_a_time_that_is_none_or_of_no_version(clientplan, workspace: Workspace) -> None:
    assert "isn't a time" in clientplan("restore", NAME, "yesterday").refusal
    done = clientplan("restore", NAME, "2020-01-01 10:00")
    assert (done.status, "clientplan history" in done.err) == (1, True)
    assert workspace.store.load(NAME).plan.manager == "Ines"
