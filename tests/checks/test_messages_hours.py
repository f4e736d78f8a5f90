"""What is said of the hours of a client beside those of all the others."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from clientplan import checks
from clientplan.checks.figures import Advice, Holding, Portfolio
from clientplan.plan.money import Money
from clientplan.plan.plan import Plan

TODAY = date(2026, 9, 15)
MINE = {"CP505", "CP508", "CP801", "CP802", "CP803", "CP804"}
PlanWith = Callable[[Any], Plan]


def portfolio(*hours_and_potentials: tuple[int, int], advice: Advice | None = None) -> checks.Figures:
    names = ["Harrow Foods", "Fenwick Dairy", "Selby Foods", "Orrell Bakery", "Lund Brewing"]
    holdings = tuple(
        Holding(name, "Ruth Adeyemi", None, Decimal(hours), Money.of(str(potential), "EUR"))
        for name, (hours, potential) in zip(names, hours_and_potentials, strict=False)
    )
    return checks.Figures(capacity=(("Ruth Adeyemi", Decimal(100)),), portfolio=Portfolio(holdings, advice))


@pytest.mark.parametrize(
    ("effort", "figures", "messages"),
    [
        (
            {"hours": 60},
            portfolio((60, 1), (42, 1)),
            [
                (
                    "CP801 error effort, hours: Ruth Adeyemi has 100 hours a month, and 102 are planned for 2 clients. "
                    "Plan fewer, here or for another, or hand a client over."
                )
            ],
        ),
        (
            {"hours": 101},
            portfolio((101, 1)),
            [
                (
                    "CP801 error effort, hours: Ruth Adeyemi has 100 hours a month, and 101 are planned for 1 client. "
                    "Plan fewer, here or for another, or hand a client over."
                )
            ],
        ),
        (
            {"hours": 0},
            checks.Figures(),
            [
                (
                    "CP801 warning effort, hours: 0 hours a month, and 1 are the least for a client in maintenance. "
                    "Plan more, or hand it over."
                )
            ],
        ),
        (
            {"hours": 12},
            portfolio(advice=Advice(50, 60, (("Orrell Bakery", 1.0), ("Harrow Foods", -3.0), ("Lund Brewing", 2.0)))),
            [
                (
                    "CP802 warning effort: over all clients, today's hours bring 17 % less than the best use of them. "
                    "Move hours between clients."
                ),
                (
                    "CP802 note effort, hours: the best use takes 3 hours a month from this client. "
                    "Lund Brewing gets most (2)."
                ),
            ],
        ),
        (
            {"hours": 12},
            portfolio(advice=Advice(50, 60, (("Harrow Foods", 1.5), ("Lund Brewing", -1.5)))),
            [
                (
                    "CP802 warning effort: over all clients, today's hours bring 17 % less than the best use of them. "
                    "Move hours between clients."
                ),
                (
                    "CP802 note effort, hours: the best use gives this client 1.5 hours a month more. "
                    "Lund Brewing gives most (1.5)."
                ),
            ],
        ),
        (
            {"hours": 12},
            portfolio(advice=Advice(50, 60, (("Harrow Foods", 2.0),))),
            [
                (
                    "CP802 warning effort: over all clients, today's hours bring 17 % less than the best use of them. "
                    "Move hours between clients."
                ),
                "CP802 note effort, hours: the best use gives this client 2 hours a month more.",
            ],
        ),
        (
            {"half": "1.2"},
            checks.Figures(),
            [
                (
                    "CP803 error effort, half: 1.2 is judged for half of today's hours, and 1 for today's hours: "
                    "more hours must bring more. Correct one of them."
                )
            ],
        ),
        (
            {"none": "-0.2"},
            checks.Figures(),
            ["CP803 error effort, none: -0.2 is below 0. Write 0 or more."],
        ),
        (
            {"none": "0.2", "half": "0.62", "half_more": "1.3", "saturation": "1.5"},
            checks.Figures(),
            [
                (
                    "CP803 error effort, half: 0.62 is judged for half of today's hours, and the curve through all "
                    "judgments says 0.47. Correct this judgment, or one of the others."
                )
            ],
        ),
        (
            {"hours": 30},
            portfolio((30, 40), (11, 50), (10, 300), (10, 300), (30, 310)),
            [
                (
                    "CP804 warning effort, hours: 2 clients with 9 % of the potential take 45 % of all hours, this one "
                    "among them. Give hours to those with more to win."
                )
            ],
        ),
        (
            {"hours": 40},
            portfolio((40, 40), (10, 250), (10, 300), (10, 300), (20, 310)),
            [
                (
                    "CP804 warning effort, hours: 1 client with 3 % of the potential takes 44 % of all hours, and it "
                    "is this one. Give hours to those with more to win."
                )
            ],
        ),
    ],
)
def test_says_where_what_and_what_to_do(
    effort: Any, figures: checks.Figures, messages: list[str], plan_with: PlanWith
) -> None:
    found = checks.run(plan_with({"effort": effort}), today=TODAY, figures=figures, only=MINE)
    assert [str(one) for one in found] == messages


def test_of_clients_with_equal_potential_all_are_small_or_none(plan_with: PlanWith) -> None:
    """Whichever is named first: two hold 8 %, three would hold 12 %."""
    figures = portfolio((40, 40), (1, 40), (1, 40), (1, 440), (1, 440))
    assert checks.run(plan_with({"effort": {"hours": 40}}), today=TODAY, figures=figures, only={"CP804"}) == []


def test_a_potential_below_0_is_no_potential(plan_with: PlanWith) -> None:
    figures = portfolio((40, -1), (1, 40), (1, 300), (1, 440), (1, 440))
    assert checks.run(plan_with({"effort": {"hours": 40}}), today=TODAY, figures=figures, only={"CP804"}) == []


def test_only_while_the_period_is_on_hours_are_shared(plan_with: PlanWith) -> None:
    figures = portfolio((90, 1), (90, 80), (1, 80), (1, 80), (1, 80), advice=Advice(1, 9, (("Harrow Foods", 9.0),)))
    plan = plan_with({"effort": {"hours": 90}})
    assert {one.code for one in checks.run(plan, today=TODAY, figures=figures, only=MINE)} == {
        "CP801",
        "CP802",
        "CP804",
    }
    for day in (date(2025, 12, 31), date(2027, 1, 1)):
        assert checks.run(plan, today=day, figures=figures, only=MINE) == []


def test_a_client_without_hours_exceeds_nothing(plan_with: PlanWith) -> None:
    found = checks.run(plan_with({"effort": {"hours": 0}}), today=TODAY, figures=portfolio((0, 1), (101, 1)), only=MINE)
    assert [one.severity for one in found] == ["warning"]


@pytest.mark.parametrize(
    ("now", "best", "move"),
    [("-inf", 1, 3), ("nan", 1, 3), (1, "inf", 3), (1, "nan", 3), (-1, 0, 3), (1, -1, 3), (1, 2, "inf"), (1, 2, "nan")],
)
def test_what_is_no_number_is_no_advice(now: Any, best: Any, move: Any, plan_with: PlanWith) -> None:
    figures = portfolio(advice=Advice(float(now), float(best), (("Harrow Foods", float(move)),)))
    assert checks.run(plan_with({}), today=TODAY, figures=figures, only=MINE) == []


def test_no_curve_is_drawn_through_a_judgment_below_0(plan_with: PlanWith) -> None:
    effort = {"none": "-3", "half": "0.1", "half_more": "1.1", "saturation": "9"}
    found = checks.run(plan_with({"effort": effort}), today=TODAY, only=MINE)
    assert [one.place for one in found] == ["effort.none"]


moneys = st.builds(Money.of, st.sampled_from(["0", "-5", "1E+30", "1", "1E-30"]), st.sampled_from(["EUR", "GBP"]))
hours = st.sampled_from([None, *map(Decimal, ["0", "-1", "0.5", "40", "1E+30", "1E-30"])])
clients = st.sampled_from(["Harrow Foods", "Fenwick Dairy", "Selby Foods", "", "{client}"])
managers = st.sampled_from([None, "", "Ruth Adeyemi", "RUTH ADEYEMI"])
holdings = st.builds(Holding, clients, managers, st.none(), hours, st.one_of(st.none(), moneys))
advices = st.builds(Advice, st.floats(), st.floats(), st.lists(st.tuples(clients, st.floats()), max_size=4).map(tuple))
portfolios = st.builds(Portfolio, st.lists(holdings, max_size=9).map(tuple), st.one_of(st.none(), advices))
efforts = st.fixed_dictionaries({}, optional=dict.fromkeys(("hours", "none", "half", "half_more", "saturation"), hours))
capacities = st.lists(st.tuples(managers.map(str), hours.filter(bool)), max_size=3).map(tuple)


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(efforts, st.sampled_from([None, "build", "erosion"]), capacities, portfolios, hours)
def test_no_rule_raises_on_any_figures(
    plan_with: PlanWith, effort: Any, phase: Any, capacity: Any, shared: Portfolio, worked: Any
) -> None:
    actions = [{"id": "a1", "hours": worked, "owner": "Ruth Adeyemi"}, {"id": "a2", "hours": worked}]
    plan = plan_with({"effort": effort, "phase": phase, "actions": actions})
    found = checks.run(plan, today=TODAY, figures=checks.Figures(capacity=capacity, portfolio=shared), only=MINE)
    assert all("nan" not in one.message and "inf" not in one.message for one in found)
    assert len(set(found)) == len(found)
