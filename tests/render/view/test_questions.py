from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from clientplan.plan.objective import Measure
from clientplan.plan.plan import Plan
from clientplan.plan.words import Edition
from clientplan.render.view.questions import questions
from clientplan.render.view.voice import Voice

VOICE = Voice.of("en-GB", date(2026, 9, 15))


def asked(plan: Plan, edition: Edition = Edition.INTERNAL) -> list[str]:
    found = questions(plan.edition(edition), edition, VOICE)
    assert [question.number for question in found] == [str(at) for at, _ in enumerate(found, 1)]
    return [question.words for question in found]


def test_a_plan_with_all_answers_asks_nothing(full: Plan) -> None:
    assert asked(full) == []
    assert asked(full, Edition.CLIENT) == []


def test_a_plan_after_its_first_half_hour(plans: Callable[[str], Plan]) -> None:
    assert asked(plans("sparse")) == [
        "Is our reading of what Brae Valley Dairies wants right?",
        "What do we want of it, in words that Brae Valley Dairies may read?",
        "What do we bring to that goal?",
        "What does Brae Valley Dairies gain, in figures?",
        "What makes it worth our time?",
        "Who decides at Brae Valley Dairies?",
        "Where do we start from: Lines",
    ]


def test_who_decides_is_no_question_to_the_client(plans: Callable[[str], Plan], full: Plan) -> None:
    assert "Who decides at Brae Valley Dairies?" not in asked(plans("sparse"), Edition.CLIENT)
    nobody = full.replace(people=tuple(one.replace(decides=False) for one in full.people))
    assert asked(nobody) == ["Who decides at Nordhaven Shipyards?"]
    assert asked(nobody, Edition.CLIENT) == []


@pytest.mark.parametrize(
    ("name", "question"),
    [
        ("goal", "Which goal of Nordhaven Shipyards is this for?"),
        ("value", "What do we bring to that goal?"),
        ("they_gain", "What does Nordhaven Shipyards gain, in figures?"),
        ("we_gain", "What makes it worth our time?"),
    ],
)
def test_each_of_the_four_answers_that_is_missing(full: Plan, name: str, question: str) -> None:
    assert asked(full.replace(value_proposition=full.value_proposition.replace(**{name: None}))) == [question]


def test_intents_that_are_missing_or_guessed(full: Plan) -> None:
    ours, client = full.intent.ours, full.intent.client
    assert ours is not None
    assert client is not None
    guessed = full.replace(
        intent=full.intent.replace(ours=ours.replace(basis="inferred"), client=client.replace(basis=None))
    )
    assert asked(guessed) == [
        "Is our reading of what Nordhaven Shipyards wants right?",
        "Do we stand by what is written here as our intent?",
    ]
    assert asked(full.replace(intent=full.intent.replace(client=None))) == [
        "What does Nordhaven Shipyards want of this relationship, in its own words?"
    ]


def test_people_whom_nobody_of_us_keeps_in_touch_with(full: Plan) -> None:
    people = (*full.people[:2], full.people[2].replace(contact=None), *full.people[3:])
    assert asked(full.replace(people=people), Edition.CLIENT) == ["Who of us keeps in touch with Jonas Vik?"]


def test_open_objectives_that_cannot_be_measured_yet(full: Plan) -> None:
    first, second, third, *rest = full.objectives
    assert first.measure is not None
    assert second.measure is not None
    changed = (
        first.replace(measure=first.measure.replace(baseline=None, target=None)),
        second.replace(measure=second.measure.replace(name=None, target=None)),
        third.replace(measure=None),
        rest[0].replace(measure=Measure(), status="dropped"),
    )
    assert asked(full.replace(objectives=changed)) == [
        "Where do we start from: Dock days, mean of three ships",
        "How far do we want to get: Dock days, mean of three ships",
        "How far do we want to get: No ship waits for coating.",
        "How will we know that this is reached: Coating is planned at every Monday dock meeting.",
    ]
