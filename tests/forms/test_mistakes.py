"""What a mistake of ours does: a sentence in the panel that made it, never a traceback, and never in another panel."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from typing import Any

import pytest

from clientplan import forms
from clientplan.forms import desk as desk_file
from clientplan.forms.desk import Desk, open_desk
from clientplan.forms.field import Field
from clientplan.forms.kept import LOG
from clientplan.forms.nodes import Node
from clientplan.forms.opening import NotOpened
from clientplan.forms.panel import Panel
from clientplan.workspace import Workspace

PANELS: list[type[Panel]] = [
    found for name in forms.__all__ if isinstance(found := getattr(forms, name), type) and issubclass(found, Panel)
]
OUR_DOING = "it isn't your doing"

every_panel = pytest.mark.parametrize("panel", PANELS, ids=lambda panel: panel.__name__)
Records = list[logging.LogRecord]


class Broken:
    """Whatever is asked of it fails."""

    def __getattr__(self, name: str) -> Any:
        raise ZeroDivisionError(name)


@pytest.fixture
def full_desk(collected_sample: Workspace) -> Desk:
    return Desk(collected_sample)


def break_it(panel: Panel) -> None:
    for name in ("desk", "document", "_tables", "_pieces", "_offers"):
        if hasattr(panel, name):
            setattr(panel, name, Broken())


def reports(panel: Panel) -> Iterator[dict[str, Any]]:
    """A message from the page for everything that listens."""
    data = {"move": {"by": 1}, "paste": {"name": "what", "text": "a\tb"}, "revive": {"places": ["actions/a9/what"]}}
    for node in list(panel.root.within()):
        for event in node._handlers:
            more = {"name": "a.csv", "size": 1, "last": True} if event == "file" else data.get(event, {})
            yield {"id": node.id, "event": event, "data": more}
        if isinstance(node, Field) and node._listeners:
            yield {"id": node.id, "value": other_value(node), "seq": 1, "view": "v"}


def other_value(field: Field) -> Any:
    if field.get("sort") == "choice":
        offered = [value for value, _ in field.get("options")]
        return offered[(offered.index(field.written()) + 1) % len(offered)]
    return {"flag": not field.value, "day": "2026-01-31"}.get(str(field.get("sort")), "12")


@every_panel
def test_whatever_a_page_reports_a_mistake_is_told_in_the_panel(
    full_desk: Desk, panel: type[Panel], swallowed: Records
) -> None:
    opened = panel(full_desk)
    messages = list(reports(opened))
    break_it(opened)
    failures = 0
    for message in messages:
        opened.status.clear()
        opened._handle_custom_msg(message, [])
        failures += OUR_DOING in opened.status.words
        assert bool(opened.status.details) == (OUR_DOING in opened.status.words)
    assert {record.name for record in swallowed} <= {"clientplan.forms"}
    assert len(swallowed) == failures
    assert failures or not messages
    swallowed.clear()


@every_panel
def test_a_mistake_in_one_panel_stops_neither_a_save_nor_another_panel(
    full_desk: Desk, panel: type[Panel], swallowed: Records
) -> None:
    """It hears of each change of the plan, and of another plan that is opened, from panels that are in order."""
    assert full_desk.document is not None
    opened = panel(full_desk)
    told: list[str] = []
    full_desk.document.observe(lambda: told.append("changed"))
    full_desk.observe(lambda: told.append("opened"))
    break_it(opened)
    full_desk.document.edit(manager="Ada Lindqvist")
    full_desk.choose(full_desk.workspace.store.names()[1])
    assert told == ["changed", "opened"]
    assert {record.name for record in swallowed} == {"clientplan.forms"}
    assert OUR_DOING in opened.status.words
    swallowed.clear()


@every_panel
@pytest.mark.parametrize("what", ["build", "words"])
def test_a_panel_that_can_not_be_shown_says_so(
    full_desk: Desk, panel: type[Panel], what: str, monkeypatch: pytest.MonkeyPatch, swallowed: Records
) -> None:
    monkeypatch.setattr(panel, what, lambda _self: 1 / 0)
    opened = panel(full_desk)
    text = opened._repr_mimebundle_()[0]["text/plain"]
    assert OUR_DOING in text
    assert "Traceback" not in text
    assert "ZeroDivisionError" in opened.status.details
    swallowed.clear()


def test_a_panel_that_can_not_even_be_made_stops_the_notebook_in_words(desk: Desk, swallowed: Records) -> None:
    class Careless(Panel):
        def __init__(self, desk: Desk) -> None:
            super().__init__(desk)
            raise ZeroDivisionError

        def build(self) -> list[Node]:
            return []

    with pytest.raises(NotOpened, match=f"This form can't be shown, and {OUR_DOING}") as stopped:
        Careless(desk)
    assert LOG in stopped.value._render_traceback_()[0]
    assert "Careless.__init__" in (desk.workspace.folder / LOG).read_text()
    swallowed.clear()


def test_a_desk_that_can_not_be_made_stops_the_notebook_in_words(
    sample_workspace: Workspace, monkeypatch: pytest.MonkeyPatch, swallowed: Records
) -> None:
    monkeypatch.setattr(desk_file, "Briefing", Broken)
    monkeypatch.setattr(Desk, "_open", lambda *_: 1 / 0)
    with pytest.raises(NotOpened, match=OUR_DOING) as stopped:
        open_desk(sample_workspace.folder)
    assert LOG in str(stopped.value)
    monkeypatch.setattr(Workspace, "open", lambda *_: 1 / 0)
    with pytest.raises(NotOpened, match="clientplan doctor"):
        open_desk(sample_workspace.folder)
    assert len(swallowed) == 2
    swallowed.clear()
