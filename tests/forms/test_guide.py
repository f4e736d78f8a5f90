from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from clientplan.forms.desk import Desk
from clientplan.forms.guide import TOPICS, GuidePanel
from clientplan.forms.opening import NotOpened
from clientplan.guidance import ideas
from clientplan.plan.plan import Client
from clientplan.plan.words import Phase, Side


def all_shown(panel: GuidePanel) -> list[ideas.Idea]:
    shown = [panel.shown]
    panel.another.click()
    while panel.shown != shown[0]:
        shown.append(panel.shown)
        panel.another.click()
    return shown


@pytest.mark.parametrize("topic", TOPICS)
def test_another_idea_goes_round_and_leaves_none_out(desk: Desk, topic: str) -> None:
    panel = GuidePanel(desk, topic)
    shown = all_shown(panel)
    assert len(shown) == len(set(shown)) >= 7
    assert f"idea 1 of {len(shown)}" in panel._idea.value


@pytest.mark.parametrize("phase", Phase)
def test_what_is_smart_hangs_on_the_phase(desk: Desk, phase: Phase) -> None:
    assert desk.document is not None
    desk.document.edit(phase=phase)
    shown = all_shown(GuidePanel(desk, "objectives"))
    assert set(shown) == {*ideas.phase(phase).ideas, *ideas.stops().ideas}


def test_while_the_phase_is_open_all_are_offered_by_name(fresh_desk: Desk) -> None:
    panel = GuidePanel(fresh_desk, "objectives")
    assert {idea for one in Phase for idea in ideas.phase(one).ideas} <= set(all_shown(panel))
    assert any(offer.label == "In erosion" for offer in panel._offers)


def test_what_the_plan_lacks_comes_first_and_says_why(desk: Desk) -> None:
    assert desk.document is not None
    actions = desk.document.plan.actions
    desk.document.edit(actions=tuple(one.replace(side=Side.OURS) for one in actions))
    assert "CP506" in {finding.code for finding in desk.findings()}
    panel = GuidePanel(desk, "objectives")
    assert "CP506" in panel.shown.answers
    because = panel.words().splitlines()[1]
    assert because.startswith("  The checks say: actions: ")
    assert "The checks say: " in panel._idea.value


def test_what_is_being_read_stays_while_the_plan_changes(desk: Desk) -> None:
    panel = GuidePanel(desk, "purpose")
    panel.another.click()
    reading = panel.shown
    assert desk.document is not None
    desk.document.edit(value_proposition=desk.document.plan.value_proposition.replace(evidence=(), they_gain="Much"))
    assert panel.shown == reading
    folded = panel._thinking.value
    desk.document.edit(manager="Ines Falk")
    assert panel._thinking.value is folded


def test_a_change_of_phase_brings_its_own_ideas(desk: Desk) -> None:
    panel = GuidePanel(desk, "objectives")
    assert desk.document is not None
    desk.document.edit(phase=Phase.BUILD)
    assert set(all_shown(panel)) >= set(ideas.phase(Phase.BUILD).ideas)
    assert "What build asks of you" in panel._thinking.value


def test_another_week_begins_with_another_idea(desk: Desk) -> None:
    first = GuidePanel(desk, "review").shown
    week_later = Desk(replace(desk.workspace).on(date(2026, 9, 22)))
    assert GuidePanel(week_later, "review").shown != first


def test_examples_are_of_the_clients_field_and_the_others_can_be_opened(desk: Desk) -> None:
    panel = GuidePanel(desk, "objectives")
    food = ideas.industry_of("Confectionery")
    assert food is not None
    assert f"<summary>Examples: {food.name}</summary>" in panel._thinking.value
    assert panel._thinking.value.index(food.examples["process"].better[:30]) < panel._thinking.value.index(
        "Other fields"
    )
    assert desk.document is not None
    desk.document.edit(client=Client(name="A", industry="Regional bank"))
    assert "<summary>Examples: Banks and insurers</summary>" in panel._thinking.value
    desk.document.edit(client=Client(name="A", industry="Falconry"))
    assert "<summary>Examples from your client’s field</summary>" in panel._thinking.value


def test_the_four_questions_stand_in_their_order(desk: Desk) -> None:
    thinking = GuidePanel(desk, "purpose")._thinking.value
    places = [thinking.index(question.name.replace("'", "&#x27;")) for question in ideas.questions()]
    assert places == sorted(places)


def test_a_topic_that_is_none_stops_with_a_sentence(desk: Desk) -> None:
    with pytest.raises(NotOpened, match="purpose, objectives, review"):
        GuidePanel(desk, "purposes")
