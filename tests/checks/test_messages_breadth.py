"""What is said of the objectives taken together, and of growth before recovery."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from time import process_time
from typing import Any

import pytest

from clientplan import checks
from clientplan.checks.alike import Sentence
from clientplan.plan.plan import Plan

TODAY = date(2026, 9, 15)
MINE = {"CP406", "CP407", "CP408", "CP409"}
PlanWith = Callable[[Any], Plan]

GROWTH = [
    {"id": "o2", "serves": ""},
    {"id": "o4", "serves": "", "measure": {"due": "2026-12-01"}},
    {"id": "o1", "measure": {"due": "2026-11-20"}},
]  # the growth of o1 is due before anything is repaired


def areas(*found: str) -> dict[str, Any]:
    return {"objectives": [{"id": f"o{at}", "area": area} for at, area in enumerate(found, 1)]}


@pytest.mark.parametrize(
    ("difference", "message"),
    [
        (
            areas(*4 * ["client result"]),
            (
                "CP406 warning objectives: all are in the area client result. "
                "Add one in another: financial, relationship, capability, reputation, service."
            ),
        ),
        (
            areas("service", "client result", "client result", "service"),
            (
                "CP406 note objectives: they are in two areas alone, service and client result. "
                "See whether one belongs to another: financial, relationship, capability, reputation."
            ),
        ),
        (
            areas("financial", "service", "service", "capability"),
            (
                "CP407 warning objectives: none is a result for the client. "
                "Add what the client will have by then, with the area `client result`."
            ),
        ),
        (
            areas(*4 * ["financial"]),
            (
                "CP407 warning objectives: all are in the area financial, none is a result for the client. "
                "Add what the client will have by then, with the area `client result`."
            ),
        ),
        (
            {"objectives": [{"id": "o4", "words": "Late deliveries: cut from 7 to 3 %"}]},
            "CP408 warning objective o4: says nearly the same as o2. Merge the two, or say what is different.",
        ),
        (
            {
                "phase": "erosion",
                "objectives": GROWTH,
            },
            (
                "CP409 warning objective o1: 100 % above today for a client in erosion, and no recovery comes before "
                "it. Add an objective that repairs what was broken, due earlier, or aim lower first."
            ),
        ),
    ],
)
def test_says_where_what_and_what_to_do(difference: Any, message: str, plan_with: PlanWith) -> None:
    assert [str(one) for one in checks.run(plan_with(difference), today=TODAY, only=MINE)] == [message]


def test_one_area_or_two_without_the_client_is_told_in_one_sentence(plan_with: PlanWith) -> None:
    for plan in (plan_with(areas(*4 * ["service"])), plan_with(areas(*2 * ["service", "financial"]))):
        assert [one.code for one in checks.run(plan, today=TODAY, only=MINE)] == ["CP407"]
        assert [one.code for one in checks.run(plan, today=TODAY, only=MINE - {"CP407"})] == ["CP406"]


def test_a_single_objective_is_only_begun(plan_with: PlanWith) -> None:
    begun = plan_with({"objectives": [{"id": f"o{at}", "status": "dropped"} for at in (2, 3, 4)]})
    assert checks.run(begun, today=TODAY, only=MINE) == []


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("Reduce late deliveries from 7 to 3 %", "Cut late deliveries from 7 to 3 %", True),
        ("Cut late deliveries from 7 to 3 %", "Cut late deliveries from 9 to 5 %", False),
        ("Win the second line in the Selby plant", "Win the second line in the Selby plant by May", True),
        ("Win the second line in the Selby plant", "Win the second line in the Leeds plant", False),
        ("Réduire les retards de livraison", "REDUIRE LES RETARDS DE LIVRAISON", True),
        ("Halve their late deliveries", "Halve their late deliveries soon", True),
        ("Win it", "Win it", True),
        ("Win it", "Win it now", False),
        ("…", "?", False),
        ("", "", False),
        ("हर महीने तीन संयंत्र प्रबंधकों से मिलें", "हर महीने देर से आने वाली आपूर्ति घटाएँ", False),
    ],
)
def test_sentences_that_are_alike(one: str, other: str, alike: bool) -> None:
    first, second = Sentence.of(one, {"two", "three"}), Sentence.of(other, {"two", "three"})
    assert first.alike(second, 0.7, 4) is second.alike(first, 0.7, 4) is alike


def test_the_limit_itself_is_not_alike() -> None:
    first, second = Sentence.of("win it now", ()), Sentence.of("win it later", ())  # two of four words
    assert not first.alike(second, 0.5, 0)
    assert first.alike(second, 0.49, 0)


@pytest.mark.parametrize(
    ("change", "count"),
    [
        ({}, 1),
        ({"id": "o4", "measure": {"due": ""}}, 0),
        ({"id": "o4", "measure": {"due": "2026-11-20"}}, 0),
        ({"id": "o1", "level": "process"}, 0),
        ({"id": "o1", "measure": {"due": "2026-11-20", "baseline": 0}}, 0),
        ({"id": "o1", "measure": {"due": "2026-11-20", "baseline": -1}}, 0),
        ({"id": "o1", "measure": {"due": "2026-11-20", "direction": "down"}}, 0),
        ({"id": "o1", "measure": {"due": ""}}, 0),
        ({"id": "o1", "measure": ""}, 0),
        ({"id": "o1", "status": "dropped"}, 0),
    ],
)
def test_growth_is_only_told_where_it_surely_comes_first(change: Any, count: int, plan_with: PlanWith) -> None:
    by_id = {objective["id"]: objective for objective in GROWTH}
    if change:
        known = by_id[change["id"]]
        by_id[change["id"]] = {**known, **change}
    plan = plan_with({"phase": "erosion", "objectives": list(by_id.values())})
    assert len(checks.run(plan, today=TODAY, only={"CP409"})) == count


def test_an_objective_is_compared_with_the_fifty_before_it(plan_with: PlanWith) -> None:
    for between, count in ((49, 1), (50, 0)):
        others = [{"id": f"x{at}", "words": f"Objective {at}"} for at in range(between)]
        twins = [{"id": name, "words": "Halve the waste"} for name in ("first", "last")]
        plan = plan_with({"objectives": [twins[0], *others, twins[1]]})
        assert len(checks.run(plan, today=TODAY, only={"CP408"})) == count


@pytest.mark.parametrize("sentence", ["Win store number {at} of the north", "Do {at}", "win the same one"])
def test_two_thousand_objectives_are_compared_quickly(sentence: str, plan_with: PlanWith) -> None:
    found = [
        {"id": f"g{at}", "words": sentence.format(at=at), "area": "financial", "measure": {"baseline": 1, "target": 9}}
        for at in range(2_000)
    ]
    plan = plan_with({"phase": "erosion", "objectives": found})
    begin = process_time()
    checks.run(plan, today=TODAY, only=MINE)
    assert process_time() - begin < 2  # 0.2 s where nothing else runs
