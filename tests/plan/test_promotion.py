"""A sentence of the analysis in the plan: added, with its source, and never twice."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from clientplan.errors import ClientPlanError
from clientplan.plan.action import Stop
from clientplan.plan.people import Risk
from clientplan.plan.plan import Plan
from clientplan.plan.promotion import Place, Promotion, promoted
from clientplan.plan.purpose import Evidence, ValueProposition
from clientplan.plan.words import Edition

SOURCE = "orders collected 12 Oct 2026, Apr to Sep 2026"


def one(place: Place, sentence: str = "Ordered in 3 of the last 6 months.") -> Promotion:
    return Promotion(sentence, SOURCE, place, date(2026, 10, 12))


def full(plan: Plan) -> Plan:
    return plan.replace(
        phase_reason="Two stops",
        notes="Ask Ines!",
        value_proposition=ValueProposition(goal="Time", evidence=(Evidence(what="31 hours lost"),)),
        risks=(Risk(what="A third stop"),),
        stops=(Stop(what="Reports"),),
    )


@pytest.mark.parametrize(
    ("place", "part", "there"),
    [
        (Place.REASON, "phase_reason", f"Two stops. Ordered in 3 of the last 6 months ({SOURCE})."),
        (Place.NOTES, "notes", f"Ask Ines! Ordered in 3 of the last 6 months ({SOURCE})."),
        (Place.RISK, "risks", (Risk(what="A third stop"), Risk(what=f"Ordered in 3 of the last 6 months ({SOURCE})."))),
        (Place.STOP, "stops", (Stop(what="Reports"), Stop(what="Ordered in 3 of the last 6 months.", why=SOURCE))),
        (
            Place.EVIDENCE,
            "value_proposition",
            ValueProposition(
                goal="Time",
                evidence=(
                    Evidence(what="31 hours lost"),
                    Evidence(what="Ordered in 3 of the last 6 months.", source=SOURCE, when=date(2026, 10, 12)),
                ),
            ),
        ),
    ],
)
def test_it_is_added_to_what_is_there(small_plan: Plan, place: Place, part: str, there: Any) -> None:
    before = full(small_plan)
    assert promoted(before, one(place)) == {part: there}
    assert before == full(small_plan)


@pytest.mark.parametrize("place", Place)
def test_the_same_sentence_twice_is_refused(small_plan: Plan, place: Place) -> None:
    plan = small_plan.replace(**promoted(small_plan, one(place)))
    with pytest.raises(ClientPlanError, match=f"That is in the plan already, under {place}"):
        promoted(plan, one(place, " ordered in 3 of  the last 6 months"))
    promoted(plan, one(place, "Ordered in 3 of the last 6 months, and then no more."))


def test_an_open_reason_begins_with_it(small_plan: Plan) -> None:
    assert promoted(small_plan, one(Place.REASON))["phase_reason"].startswith("Ordered in 3")


@pytest.mark.parametrize("place", [Place.REASON, Place.NOTES])
def test_where_there_is_no_room_nothing_is_cut(small_plan: Plan, place: Place) -> None:
    plan = small_plan.replace(phase_reason="x" * 3_990, notes="x" * 3_990)
    with pytest.raises(ClientPlanError, match="no room for it"):
        promoted(plan, one(place))


def test_only_evidence_is_read_by_the_client(small_plan: Plan) -> None:
    before = small_plan.edition(Edition.CLIENT)
    seen = [
        place
        for place in Place
        if small_plan.replace(**promoted(small_plan, one(place))).edition(Edition.CLIENT) != before
    ]
    assert seen == [Place.EVIDENCE]
