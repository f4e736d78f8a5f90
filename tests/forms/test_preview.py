"""The page beside the form: pictures of the real page, from a process of its own."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator

import pytest

from clientplan.errors import DoesNotFit, RenderRefused
from clientplan.forms.desk import Desk
from clientplan.forms.preview import WAITS, PreviewPanel


@pytest.fixture
def panel(desk: Desk) -> Iterator[PreviewPanel]:
    opened = PreviewPanel(desk)
    yield opened
    opened.close()


def look(panel: PreviewPanel) -> None:
    """As a browser that shows the panel."""
    panel._handle_custom_msg({"ready": "a view"}, [])


def eventually(condition: Callable[[], bool]) -> None:
    end = time.monotonic() + 60
    while not condition() and time.monotonic() < end:
        time.sleep(0.02)
    assert condition()


def test_a_notebook_that_nobody_looks_at_draws_nothing(panel: PreviewPanel) -> None:
    assert panel._live is None
    assert panel.dock.get("label") == WAITS
    assert panel.words() == "The page as it stands now: beside the forms, while the notebook runs."


def test_the_page_follows_what_is_typed(panel: PreviewPanel, desk: Desk) -> None:
    look(panel)
    eventually(lambda: len(panel.pictures) == 2)
    assert panel.dock.get("label").endswith("of 2 pages")
    assert panel.dock.get("label") != "The page: 0.0 of 2 pages"
    assert [one.get("alt") for one in panel.dock.children] == [
        "Page 1 of 2, as it stands now",
        "Page 2 of 2, as it stands now",
    ]
    first, second = (one.get("source") for one in panel.pictures)
    assert desk.document is not None
    plan = desk.document.plan
    desk.document.edit(client=plan.client.replace(industry="Biscuits, and more of them"))
    eventually(lambda: panel.pictures[0].get("source") != first)
    assert panel.pictures[1].get("source") == second


def test_another_plan_is_another_page(panel: PreviewPanel, desk: Desk) -> None:
    look(panel)
    eventually(lambda: bool(panel.pictures))
    before = panel.pictures[0].get("source")
    desk.choose(desk.workspace.store.names()[1])
    eventually(lambda: panel.pictures[0].get("source") != before)


def test_what_does_not_fit_is_said_on_the_label_and_the_pictures_stay(panel: PreviewPanel) -> None:
    look(panel)
    eventually(lambda: bool(panel.pictures))
    panel._look(DoesNotFit("It takes 2.4 pages of 2", filled=2.4, budget=2, longest=[("actions", 30, 20, 4)]))
    assert panel.dock.get("label") == "The page: 2.4 of 2 pages; actions 4 lines over"
    assert panel.dock.get("over")
    assert panel.dock.children[1:] == tuple(panel.pictures)
    panel._look(RenderRefused("style.css: mend this style sheet"))
    assert panel.dock.get("label") == "The page: can't be set"
    assert "mend this style sheet" in panel.dock.children[0].value


def test_without_a_plan_there_is_nothing_to_show(bare_desk: Desk) -> None:
    panel = PreviewPanel(bare_desk)
    look(panel)
    assert panel.children == (panel.status.view,)
    assert panel._live is None
