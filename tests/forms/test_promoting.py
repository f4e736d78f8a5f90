"""Use this: one sentence of the analysis into the open plan, by a click."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from clientplan.forms.desk import Desk
from clientplan.forms.hours import HoursPanel
from clientplan.forms.insight import InsightPanel
from clientplan.forms.nodes import Button
from clientplan.forms.promoting import LABELS
from clientplan.forms.results import ResultsPanel
from clientplan.forms.spent import SpentPanel
from clientplan.forms.standings import StandingsPanel
from clientplan.plan.plan import Plan
from clientplan.plan.promotion import Place
from clientplan.workspace import Workspace

PANELS = (StandingsPanel, ResultsPanel, SpentPanel, HoursPanel)


@pytest.fixture
def desk(collected_sample: Workspace) -> Desk:
    desk = Desk(collected_sample)
    desk.choose("confiserie-aubrelle-2026-04")
    return desk


def buttons(panel: InsightPanel) -> list[Any]:
    found = [widget for widget in panel.children if isinstance(widget, Button)]
    return [button for button in found if button.description.startswith("Use this")]


@pytest.mark.parametrize("panel", PANELS)
def test_a_click_takes_one_sentence_and_says_so(
    desk: Desk, panel: type[InsightPanel], filed: Callable[[Desk], Plan]
) -> None:
    assert desk.document is not None
    opened, path = panel(desk), desk.workspace.store.path(desk.document.name)
    assert buttons(opened)
    before = path.read_bytes()
    for button in buttons(opened):
        button.click()
        (place,) = (place for place in Place if LABELS[place] == button.description)
        assert opened.status.words == f"Taken into the plan: {place}"
        assert path.read_bytes() != before
        opened.status.button.click()
        assert opened.status.words == "As it was before"
        assert path.read_bytes() == before


def test_the_plan_says_where_it_came_from(desk: Desk, filed: Callable[[Desk], Plan]) -> None:
    before = filed(desk).phase_reason
    buttons(StandingsPanel(desk))[0].click()
    reason = filed(desk).phase_reason
    assert before is not None
    assert reason is not None
    assert reason.startswith(before)
    assert "(orders collected 15 Sep 2026, " in reason
    evidence = next(one for one in buttons(ResultsPanel(desk)) if "evidence" in one.description)
    evidence.click()
    assert filed(desk).value_proposition.evidence[-1].source == "readings of o1"


def test_twice_is_refused_kindly(desk: Desk, filed: Callable[[Desk], Plan]) -> None:
    panel = StandingsPanel(desk)
    button = buttons(panel)[0]
    button.click()
    once = filed(desk)
    button.click()
    assert panel.status.words == "That is in the plan already, under why this phase. Nothing was added"
    assert filed(desk) == once


def test_it_isnt_taken_out_over_what_was_typed_since(desk: Desk, filed: Callable[[Desk], Plan]) -> None:
    assert desk.document is not None
    panel = StandingsPanel(desk)
    buttons(panel)[0].click()
    desk.document.edit(manager="Ines Falk")
    after = filed(desk)
    panel.status.button.click()
    assert "was changed since" in panel.status.words
    assert filed(desk) == after


def test_what_was_typed_right_before_stays_when_it_is_taken_out(desk: Desk, filed: Callable[[Desk], Plan]) -> None:
    assert desk.document is not None
    panel = StandingsPanel(desk)
    desk.document.edit(phase_reason="Two stops")
    buttons(panel)[0].click()
    panel.status.button.click()
    assert filed(desk).phase_reason == "Two stops"


def test_without_an_open_plan_there_is_no_button(collected_sample: Workspace) -> None:
    desk = Desk(collected_sample)
    desk.document = None
    assert all(not buttons(panel(desk)) for panel in PANELS)


def test_another_plan_has_its_own_sentences(desk: Desk, filed: Callable[[Desk], Plan]) -> None:
    panel = ResultsPanel(desk)
    desk.choose("harrow-and-finch-2026-04")
    buttons(panel)[0].click()
    assert "GBP" in str(filed(desk).phase_reason)


def test_a_button_says_whether_the_client_will_read_it() -> None:
    assert LABELS[Place.EVIDENCE] == "Use this: the evidence (the client reads it)"
    assert all("client" not in LABELS[place] for place in Place if place is not Place.EVIDENCE)
    assert LABELS[Place.REASON] == "Use this: why this phase (ours alone)"


def test_each_button_says_which_sentence_it_takes(desk: Desk) -> None:
    names = [button.get("about") for button in buttons(ResultsPanel(desk))]
    assert len(set(names)) == len(names) > 1
    assert all(name.startswith("Use this") for name in names)
