"""What changed between two versions of a plan, in words."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from clientplan.plan.action import Action, Stop
from clientplan.plan.diff import changes
from clientplan.plan.objective import Measure, Objective, Reading
from clientplan.plan.pairing import paired
from clientplan.plan.people import Figures, Person, Results
from clientplan.plan.plan import Plan
from clientplan.plan.purpose import Evidence, Intent, Intents, ValueProposition

O1 = Objective(id="o1", words="Grow", measure=Measure(name="Revenue", target=Decimal(480_000), due=date(2026, 9, 30)))
O2 = Objective(id="o2", words="Be called first")
LONG = "Half of last year’s revenue since two stops in December 2025, and nobody knows yet whether it comes back by "


def told(before: Plan, **parts: Any) -> list[str]:
    return [str(change) for change in changes(before, before.replace(**parts))]


@pytest.mark.parametrize(
    ("parts", "sentence"),
    [
        ({"phase": "erosion"}, "phase: maintenance → erosion"),
        ({"manager": None}, "relationship manager: “Ruth Adeyemi” → open"),
        ({"next_review": "2026-10-06"}, "next review: open → 6 Oct 2026"),
        ({"intent": Intents(client=Intent(words="Quiet"))}, "intent, client added: Quiet"),
        ({"value_proposition": ValueProposition(goal="Time")}, "value proposition: goal open → “Time”"),
        (
            {"value_proposition": ValueProposition(evidence=(Evidence(what="31 hours lost"),))},
            "value proposition, evidence “31 hours lost” added",
        ),
        ({"objectives": (O2,)}, "objective o2 added: Be called first"),
        ({"actions": (Action(id="a7", what="Walk line 5"),)}, "action a7 added: Walk line 5"),
        ({"stops": (Stop(what="Reports"),)}, "stop “Reports” added"),
        ({"people": (Person(name="J. Whitlock"),)}, "person J. Whitlock added"),
        ({"figures": Figures(revenue="480000 EUR")}, "figures: revenue open → 480,000 EUR"),
        ({"checks_off": {"CP101": "we know"}}, "checks switched off: open → CP101"),
        ({"results": Results(currency="EUR")}, "results added: Revenue"),
    ],
)
def test_a_change_is_a_sentence_and_so_is_its_way_back(small_plan: Plan, parts: dict[str, Any], sentence: str) -> None:
    assert told(small_plan, **parts) == [sentence]
    back = changes(small_plan.replace(**parts), small_plan)
    assert len(back) == 1
    if " added" in sentence:
        assert str(back[0]) == sentence.replace(" added", " removed")


def test_a_measure_is_told_field_by_field(small_plan: Plan) -> None:
    before = small_plan.replace(objectives=(O1,))
    assert O1.measure is not None
    measure = O1.measure.replace(
        target=520_000, due=None, readings=(Reading(when=date(2026, 6, 30), value=Decimal(400_000)),)
    )
    assert told(before, objectives=(O1.replace(measure=measure),)) == [
        "objective o1: target 480,000 → 520,000",
        "objective o1: due 30 Sep 2026 → open",
        "objective o1, reading of 30 Jun 2026 added: 400,000",
    ]
    assert told(before, objectives=(O1.replace(measure=None),))[0] == "objective o1: name “Revenue” → open"


def test_rows_that_moved_are_told_once(small_plan: Plan) -> None:
    before = small_plan.replace(objectives=(O1, O2))
    assert told(before, objectives=(O2, O1)) == ["objectives: in another order"]
    assert told(before, objectives=(O2,)) == ["objective o1 removed: Grow"]


def test_a_row_without_id_is_the_same_row_when_its_words_are_edited(small_plan: Plan) -> None:
    before = small_plan.replace(stops=(Stop(what="Monthly reports"), Stop(what="Newsletters", frees=Decimal(2))))
    edited = (Stop(what="Monthly and weekly reports"), Stop(what="Newsletters", frees=Decimal(3)))
    assert told(before, stops=edited) == [
        "stop “Monthly reports”: what “Monthly reports” → “Monthly and weekly reports”",
        "stop “Newsletters”: frees 2 → 3",
    ]
    assert told(before, stops=(Stop(what="Monthly reports, all"),)) == [
        "stop “Monthly reports”: what “Monthly reports” → “Monthly reports, all”",
        "stop “Newsletters” removed",
    ]


def test_a_long_text_is_told_from_where_it_differs(small_plan: Plan) -> None:
    before = small_plan.replace(phase_reason=LONG + "itself.")
    assert told(before, phase_reason=LONG + "Easter.") == [
        "why this phase: “… comes back by itself.” → “… comes back by Easter.”"
    ]
    (sentence,) = told(small_plan, phase_reason=LONG * 3)
    assert sentence == "why this phase: open → “Half of last year’s revenue since two stops in December 2025, and…”"


def test_equal_plans_have_no_changes(small_plan: Plan) -> None:
    assert changes(small_plan, small_plan.replace()) == []


def test_every_part_of_a_plan_that_changes_is_told(small_plan: Plan) -> None:
    """So that a field that the model gets some day isn't forgotten."""
    values: dict[str, Any] = {
        "client": {"name": "Harrow"},
        "period": {"first": "2026-01-01", "last": "2026-06-30"},
        "phase": "build",
        "manager": "Ines Falk",
        "next_review": "2026-10-06",
        "revision": 2,
        "locale": "de",
        "intent": {"ours": {"words": "x"}},
        "value_proposition": {"goal": "x"},
        "objectives": [{"id": "o1"}],
        "actions": [{"id": "a1"}],
        "people": [{"name": "x"}],
        "reviews": [{"when": "2026-04-01", "verdicts": [{"objective": "o1", "status": "on track"}]}],
        "phase_reason": "x",
        "stops": [{"what": "x"}],
        "risks": [{"what": "x"}],
        "figures": {"margin": 4},
        "effort": {"hours": 4},
        "results": {"currency": "EUR"},
        "notes": "x",
        "checks_off": {"CP101": "x"},
    }
    assert set(values) == set(Plan.model_fields) - {"schema_"}
    for name, value in values.items():
        found = changes(small_plan, small_plan.replace(**{name: value}))
        assert [change.path[0] for change in found] == [name]
        assert all(isinstance(part, str | int) for change in found for part in change.path)


def test_pairing_has_each_item_once() -> None:
    assert paired("abc", "cad", str) == [(2, 0), (0, 1), (None, 2), (1, None)]
    assert paired(["x", "x"], ["x"], str) == [(0, 0), (1, None)]
    assert paired(["Report"], ["Lunches"], str) == [(None, 0), (0, None)]
    assert paired(["Report"], ["Lunches"], str, reworded=True) == [(0, 0)]  # the only row, edited
    assert paired(["Report", "Lunches"], ["Trips"], str, reworded=True) == [(None, 0), (0, None), (1, None)]
