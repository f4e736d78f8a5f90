"""What is said: where, what, and what to do. One sentence of each kind, as the user reads it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from clientplan import checks
from clientplan.plan.plan import Plan
from clientplan.plan.words import Phase

TODAY = date(2026, 9, 15)


@pytest.mark.parametrize(
    ("difference", "message"),
    [
        ("manager:\n", "manager: nobody is named. Name the one person who owns this plan."),
        ("manager: Key Account Team\n", "manager: “Key Account Team” isn't a person. Name the one who answers for it."),
        ("next_review:\n", "next review: no date. Set the day of the next look as YYYY-MM-DD."),
        (
            "next_review: 2026-09-01\n",
            "next review: 2026-09-01 is past. Review the plan now, and set the day of the next look.",
        ),
        ("next_review: 2027-01-01\n", "next review: 2027-01-01 is 108 days away. Set it within 100 days."),
        (
            "phase: erosion\nnext_review: 2026-12-01\n",
            "next review: 2026-12-01 is 77 days away for a client in erosion. Set it within 35 days.",
        ),
        ("phase:\n", "phase: is open. Choose build, maintenance or erosion."),
        ("objectives:\n", "objectives: there is none. Write the first, with a measure."),
        (
            "objectives:\n  - id: o2\n    measure:\n",
            "objective o2: no measure. Say how you will know: name, unit, baseline, target and due date.",
        ),
        (
            "objectives:\n  - id: o2\n    measure:\n      due:\n",
            "objective o2: no due date. Add one as YYYY-MM-DD.",
        ),
        (
            "objectives:\n  - id: o2\n    measure:\n      due: 2027-02-01\n",
            "objective o2: due 2027-02-01, outside the plan's period (2026-01-01 to 2026-12-31). Move it inside.",
        ),
        (
            "objectives:\n  - id: o2\n    measure:\n      direction: up\n",
            "objective o2: the target 3 is below the baseline 7, but the direction is up. Correct one of them.",
        ),
        (
            "objectives:\n  - id: o2\n    measure:\n      target: 7\n",
            (
                "objective o2: the target is the baseline, 7. "
                "Set another target, or write `direction: hold` to keep it there."
            ),
        ),
        (
            "objectives:\n  - id: o2\n    words: We will strengthen {our} bond\n",
            (
                "objective o2: “strengthen” leaves open how much. Say it in the sentence (“from 7 to 3 %”), "
                "or use a verb that can be seen done, such as win, sign, deliver, cut."
            ),
        ),
        (
            "objectives:\n  - id: o2\n    level:\n",
            "objective o2: no level. Choose outcome, performance or process.",
        ),
        ("objectives:\n  - id: o2\n    serves: O1\n", "objective o2: there is no objective O1. Did you mean o1?"),
        (
            "objectives:\n  - id: o2\n    serves: growth\n",
            "objective o2: there is no objective growth. These are: o1, o3, o4.",
        ),
        (
            "objectives:\n  - id: o2\n    serves: o3\n",
            "objective o2: serves itself in a circle (o2 → o3 → o2). Take out the link of the one that stands highest.",
        ),
        ("actions:\n  - id: a1\n    owner:\n", "action a1: no owner. Name the one person who answers for it."),
        (
            "actions:\n  - id: a1\n    owner: Ruth Adeyemi, Jonas Weiß\n",
            (
                "action a1: “Ruth Adeyemi, Jonas Weiß” reads as several people. "
                "Name the one who answers for it, first name first and without commas."
            ),
        ),
        (
            "actions:\n  - id: a1\n    objective:\n",
            "action a1: serves no objective. Name one by its id: o1, o2, o3, o4.",
        ),
        (
            "actions:\n  - id: a3\n    status: done\n",
            "objective o4: is open, and nobody does anything for it. Add an action, or close the objective.",
        ),
        (
            "actions:\n  - id: a1\n    due: 2026-10-20\n",
            "actions: nothing is due in the next 30 days (the next on 2026-10-20). Bring a first step forward.",
        ),
        (
            "actions:\n  - id: a2\n    due: 2026-12-04\n  - id: a3\n    due: 2026-12-18\n",
            "actions: 2 of 3 are due in the last month of the period. Spread them, so that there is time to correct.",
        ),
        (
            "checks_off:\n  CP401x: because\n",
            "checks_off.CP401x: there is no check CP401x. Did you mean CP401?",
        ),
        ("checks_off:\n  vague-verb: because\n", "checks_off.vague-verb: there is no check vague-verb. Write CP404."),
        ("checks_off:\n  CP404: ''\n", "checks_off.CP404: CP404 has no reason, so it isn't off. Write why."),
    ],
)
def test_says_where_what_and_what_to_do(difference: str, message: str, plan_with: Callable[[Any], Plan]) -> None:
    plan = plan_with(difference)
    if "''" in difference:  # a blank takes the key away from the good plan, and there it should stand
        plan = plan.replace(checks_off={"CP404": ""})
    assert [finding.message for finding in checks.run(plan, today=TODAY)] == [message]


@pytest.mark.parametrize(
    ("because", "message"),
    [
        (
            "Last quarter 58 % of plan.",
            (
                "phase: maintenance, but the figures say erosion: Last quarter 58 % of plan. "
                "Change the phase, or switch CP204 off in checks_off with your reason."
            ),
        ),
        (
            "",
            (
                "phase: maintenance, but the figures say erosion. "
                "Change the phase, or switch CP204 off in checks_off with your reason."
            ),
        ),
    ],
)
def test_the_figures_reason_is_passed_on(because: str, message: str, plan_with: Callable[[Any], Plan]) -> None:
    figures = checks.Figures(Phase.EROSION, because)
    (finding,) = checks.run(plan_with({}), today=TODAY, figures=figures)
    assert finding.message == message
    assert str(finding) == f"CP204 warning {message}"
