"""The sheet: what the plan says stands on it, and the rest asks for a pen."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from clientplan.plan.objective import Objective
from clientplan.plan.plan import Plan
from clientplan.plan.words import Edition
from clientplan.render.brand import Brand
from clientplan.render.view.sheet import SECTIONS, Sheet, blank, sheet
from clientplan.render.view.shown import texts

BRAND = Brand("Meridian Packaging Systems")
TODAY = date(2026, 9, 15)


def shown(plan: Plan, edition: Edition = Edition.INTERNAL) -> Sheet:
    return sheet(plan, edition=edition, brand=BRAND, locale="en-GB", today=TODAY)


def rungs(plan: Plan, *objectives: dict[str, Any]) -> list[tuple[str, bool]]:
    """The lines of the ladder for these objectives: the id, or the level of an open line, and whether it is open."""
    made = tuple(Objective.model_validate({"words": "x", **one}) for one in objectives)
    return [(line.id, line.words is None) for line in shown(plan.replace(objectives=made)).sections.ladder]


def test_without_a_plan_everything_is_asked_for() -> None:
    page = blank(brand=BRAND, locale="en-GB")
    assert [name for name, _ in page.sections.filled(SECTIONS)] == list(SECTIONS)
    places = [*page.head.places, *(wish.words for wish in page.sections.intents), *page.sections.questions]
    assert all(place.text is None for place in places)
    assert all(place.prompt for place in places[3:])
    assert [(line.level, bool(line.prompt), line.depth) for line in page.sections.ladder] == [
        ("Outcome", True, 0),
        ("Performance", True, 1),
        ("Process", True, 2),
    ]
    assert [line.what for line in page.sections.steps.open] == [None] * 5
    assert page.sections.ending.stop is not None
    assert page.sections.ending.prompt


def test_a_blank_sheet_says_nothing_of_editions_and_revisions() -> None:
    page = blank(brand=BRAND, locale="en-GB")
    said = " ".join(text for _, text in texts(page))
    assert (page.running.marks, page.running.number) == ((), ())
    assert page.running.brand == BRAND.name
    for noise in ("Revision", "edition", "Printed", "Internal"):
        assert noise not in said


def test_a_finished_plan_asks_for_nothing(plans: Callable[[str], Plan]) -> None:
    sections = shown(plans("harrow-and-finch-2026-04")).sections
    assert all(wish.words.prompt is None and wish.prompt is None for wish in sections.intents)
    assert all(place.prompt is None for place in sections.questions)
    assert all(line.prompt is None for line in sections.ladder)
    assert sections.ending.prompt is None
    assert sections.ending.stop is None
    assert [line.id for line in sections.steps.open] == ["a3", "a4", "a5", "a6", "a7"]
    assert [line.id for line in sections.steps.closed] == ["a1", "a2"]
    assert sections.intents[0].words.text
    assert sections.intents[0].said == ("Stated", "Martin Oakes, Operations Director", "Selby", "12\u00a0May\u00a02026")


def test_values_of_a_measure_have_their_unit_once(plans: Callable[[str], Plan]) -> None:
    _, second, _, fourth, _ = shown(plans("harrow-and-finch-2026-04")).sections.ladder
    assert (second.baseline, second.target, second.due) == ("34", "15\u00a0min", "29\u00a0Jan\u00a02027")
    assert (fourth.baseline, fourth.target) == ("£9,196", "£20,000")


def test_a_half_done_plan_has_both(plans: Callable[[str], Plan]) -> None:
    sections = shown(plans("sparse")).sections
    assert [(wish.words.text is None, wish.prompt is None) for wish in sections.intents] == [
        (False, True),
        (True, False),
    ]
    assert [place.text is None for place in sections.questions] == [False, True, True, True]
    assert [line.what is None for line in sections.steps.open] == [False, True, True, True, True]
    assert sections.steps.open[0].done_when is None


def test_open_lines_are_those_of_the_levels_that_are_missing_in_their_place(small_plan: Plan) -> None:
    assert rungs(small_plan) == [("outcome", True), ("performance", True), ("process", True)]
    assert rungs(small_plan, {"id": "o1", "level": "process"}) == [
        ("outcome", True),
        ("performance", True),
        ("o1", False),
    ]
    assert rungs(small_plan, {"id": "o1", "level": "outcome"}, {"id": "o2", "level": "process", "serves": "o1"}) == [
        ("o1", False),
        ("performance", True),
        ("o2", False),
    ]


def test_with_three_objectives_no_line_is_added_and_none_is_ever_left_out(small_plan: Plan) -> None:
    many = [{"id": f"o{number}", "level": "outcome"} for number in range(1, 9)]
    assert rungs(small_plan, *many[:3]) == [("o1", False), ("o2", False), ("o3", False)]
    assert len(rungs(small_plan, *many)) == 8


def test_an_objective_without_words_is_a_line_to_write_on(small_plan: Plan) -> None:
    (line, *_) = shown(
        small_plan.replace(objectives=(Objective.model_validate({"id": "o1", "level": "outcome"}),))
    ).sections.ladder
    assert (line.words, line.level, line.measure, line.baseline, line.target, line.due) == (
        None,
        "Outcome",
        *[None] * 4,
    )


def test_the_client_is_not_asked_what_we_stop(full: Plan) -> None:
    client, ours = shown(full, Edition.CLIENT), shown(full)
    assert (client.sections.ending.stop, client.sections.ending.stops) == (None, None)
    assert ours.sections.ending.stops is not None
    assert shown(full.replace(stops=())).sections.ending.stop is not None


@pytest.mark.parametrize("edition", Edition)
def test_internal_objectives_and_actions_stay_with_us(full: Plan, edition: Edition) -> None:
    sections = shown(full, edition).sections
    tags = {line.tag for line in (*sections.ladder, *sections.steps.open)}
    assert tags == ({None, "internal"} if edition is Edition.INTERNAL else {None})
