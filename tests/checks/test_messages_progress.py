"""What is said of activity, progress and history: one sentence of each kind, as the user reads it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from clientplan import checks
from clientplan.plan.parsing import read_source
from clientplan.plan.plan import Plan

TODAY = date(2026, 9, 15)
VISITS = [f"{{when: 2026-09-{day:02}, kind: Visit, subject: Coffee, hours: 1.5}}" for day in range(1, 11)]
CALLS = ["{when: 2026-09-08, kind: Call}", "{when: 2026-09-09, kind: Call}", "{when: 2026-09-10, kind: Call}"]
WEEKLY = [f"{{when: 2026-0{month}-{day:02}}}" for month in (6, 7) for day in (1, 8, 15, 22, 29)]
WITH_HIM = [f"{{when: 2026-09-0{day}, who: Martin Oakes}}" for day in (1, 2, 3)]
FALLING = [101, 99, 102, 98, 97, 96, 96, 95]


def log(contacts: list[str], *, judged: bool = True) -> str:
    return f"log: {{judged: {str(judged).lower()}, contacts: [{', '.join(contacts)}]}}\n"


def results(actuals: list[int]) -> str:
    months = (f"{{month: 2026-0{at}, plan: 100, actual: {actual}}}" for at, actual in enumerate(actuals, start=1))
    return f"results: {{currency: EUR, name: Film, months: [{', '.join(months)}]}}\n"


def measured(changes: str, *, status: str = "on track") -> str:
    return f"objectives: [{{id: o4, status: {status}, measure: {{{changes}}}}}]\n"


def messages(difference: str, figures: str, today: date, plan_with: Any, figures_with: Any) -> list[str]:
    known = figures_with(read_source(figures).root if figures else {})
    found = checks.run(plan_with(difference or {}), today=today, figures=known)
    return [finding.message for finding in found]


@pytest.mark.parametrize(
    ("difference", "figures", "expected"),
    [
        (
            "",
            log(VISITS),
            [
                (
                    "objectives: of 15 hours logged in the period, 0 served an objective (0 %). "
                    "Do less of the rest, or write down the objective that it serves."
                ),
                (
                    "objectives: most of the hours that served none went to “Coffee” (15 h). "
                    "Ask of each whether to stop it."
                ),
                (
                    "actions: the last 3 activities ended without a dated next step, the latest “Coffee” on "
                    "2026-09-10. Agree what follows, and when."
                ),
            ],
        ),
        (
            "",
            log(CALLS),
            [
                (
                    "actions: the last 3 activities ended without a dated next step, the latest “Call” on 2026-09-10. "
                    "Agree what follows, and when."
                )
            ],
        ),
        (
            "",
            log(WEEKLY, judged=False),
            [
                (
                    "people: no contact is logged since 2026-07-29, 48 days ago, and it used to come every 6 days or "
                    "so. Get in touch, or collect a newer export if you have been."
                )
            ],
        ),
        (
            "",
            log(WITH_HIM, judged=False),
            [
                (
                    "people: every contact of the last 90 days that names somebody was with Martin Oakes (3 in all). "
                    "Speak with somebody else too, such as Paul Sefton."
                )
            ],
        ),
        (
            measured("readings: ''"),
            "",
            ["objective o4: no reading of film wasted in 257 days. Add one, with its day and its value."],
        ),
        (
            measured("readings: [{when: 2026-07-01, value: 92}]"),
            "",
            ["objective o4: the last reading of film wasted is from 2026-07-01, 76 days ago. Add the latest."],
        ),
        (
            results([60, 60, 60, 190, 60]),
            "",
            [("results: Film is at 86 % of plan over 5 months. Find out why, and plan what brings it back.")],
        ),
        (
            results([80, 80, 80]),
            "",
            [
                (
                    "results: Film is at 80 % of plan over 3 months, too far behind for maintenance. "
                    "Add what brings it back, or change the phase to erosion."
                )
            ],
        ),
        (
            results(FALLING),
            "",
            [
                (
                    "results: Film falls by 0.8 points of plan a month, steadily over 8 months, and no financial "
                    "objective is at risk. Ask the client why, and set the status that fits."
                )
            ],
        ),
        (
            measured(
                "readings: [{when: 2026-04-30, value: 75}, {when: 2026-05-31, value: 76}, {when: 2026-06-30, value: 77}"
                ", {when: 2026-07-31, value: 79}, {when: 2026-08-31, value: 81}]"
            ),
            "",
            [
                (
                    "objective o4: is on track, but the last 5 readings of film wasted move away from the target "
                    "(75 kg a week to 81 kg a week). Set at risk, or write down what turns it."
                )
            ],
        ),
        (
            measured("readings: [{when: 2026-08-31, value: 95.5}]"),
            "",
            [
                (
                    "objective o4: is on track, but the reading of film wasted on 2026-08-31 is 95.5 kg a week, and "
                    "the pace to 60 kg a week by 2026-11-30 was 76.4 kg a week. "
                    "Set at risk, or say in a note what brings it back."
                )
            ],
        ),
        (
            measured("readings: [{when: 2026-08-31, value: 61}]", status="reached")
            + "actions: [{id: a3, status: done}, {id: a4, what: Thank Maria Sales, objective: o3, owner: Maria Sales, "
            "side: client, due: 2026-10-30, done_when: She has read it}]\n",
            "",
            [
                (
                    "objective o4: is reached, but the last reading of film wasted (61 kg a week on 2026-08-31) is "
                    "short of the target, 60 kg a week. Add the reading that reached it, or set another status."
                )
            ],
        ),
        (
            "reviews: [{when: 2026-03-02}, {when: 2026-08-03}]\n",
            "",
            [
                (
                    "review of 2026-08-03: after the one of 2026-03-02 this is the second review in a row without a "
                    "lesson or a change. Write down what was learned, what was agreed, or how an objective stands now."
                )
            ],
        ),
        (
            "",
            "previous:\n",
            [
                (
                    "carried forward from 2025-01-01 to 2025-12-31: 100 % of the words and 4 of 4 targets are those of "
                    "that plan. Write what is different this time, from the baselines on."
                )
            ],
        ),
    ],
)
def test_says_where_what_and_what_to_do(
    difference: str,
    figures: str,
    expected: list[str],
    plan_with: Callable[[Any], Plan],
    figures_with: Callable[[Any], checks.Figures],
) -> None:
    assert messages(difference, figures, TODAY, plan_with, figures_with) == expected


def test_a_plan_that_was_not_opened(
    plan_with: Callable[[Any], Plan], figures_with: Callable[[Any], checks.Figures]
) -> None:
    found = checks.run(
        plan_with("phase: erosion\n"),
        today=date(2026, 10, 6),
        figures=figures_with({"changed": "2026-08-31"}),
        only={"CP203"},
    )
    assert [finding.message for finding in found] == [
        (
            "next review: the plan hasn't changed since 2026-08-31, and is to be looked at every 35 days. "
            "Open it now, and bring readings, states and actions up to date."
        )
    ]


def test_erosion_by_the_plans_own_results(plan_with: Callable[[Any], Plan]) -> None:
    found = checks.run(plan_with(results([140, 140, 140, 140, 60, 62, 64, 66])), today=TODAY, only={"CP204"})
    assert [finding.message for finding in found] == [
        (
            "phase: maintenance, but the figures say erosion: 2026-06 to 2026-08 came to 64 % of plan, and 2026-05 to "
            "2026-07 to 62 %. Change the phase, or switch CP204 off in checks_off with your reason."
        )
    ]


def test_the_end_of_a_period(plan_with: Callable[[Any], Plan]) -> None:
    plan = plan_with("reviews: [{when: 2026-12-15, verdicts: [{objective: o1, status: reached}]}]\n")
    found = checks.run(plan, today=date(2027, 1, 4), only={"CP1002"})
    assert [finding.message for finding in found][:2] == [
        "objective o1: the period is over, and nothing says what this taught. Write the lesson into the last review.",
        (
            "objective o2: the period is over, and nothing says how this ended. "
            "Write it into a last review, and what it taught."
        ),
    ]
    assert len(found) == 4
