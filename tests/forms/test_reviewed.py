from __future__ import annotations

from datetime import date, timedelta

import pytest

from clientplan.forms.reviewed import overdue, reviewed
from clientplan.plan.objective import Objective
from clientplan.plan.plan import Client, Period, Plan
from clientplan.plan.review import Review
from clientplan.plan.words import Phase

FIRST, LAST = date(2026, 4, 1), date(2027, 3, 31)


def plan(*held: date, due: date | None = None, phase: Phase = Phase.MAINTENANCE) -> Plan:
    return Plan(
        client=Client(name="Harrow"),
        period=Period(first=FIRST, last=LAST),
        phase=phase,
        objectives=(Objective(id="o1"),),
        reviews=tuple(Review(when=day) for day in held),
        next_review=due,
    )


HELD = date(2026, 7, 1)


@pytest.mark.parametrize(
    ("found", "today", "said"),
    [
        (plan(HELD), HELD + timedelta(days=100), (True, "held 1 Jul 2026")),
        (plan(HELD), HELD + timedelta(days=101), (False, "none since 1 Jul 2026")),
        (plan(HELD, phase=Phase.EROSION), HELD + timedelta(days=35), (True, "held 1 Jul 2026")),
        (plan(HELD, phase=Phase.EROSION), HELD + timedelta(days=36), (False, "none since 1 Jul 2026")),
        (plan(HELD, due=date(2026, 7, 15)), date(2026, 7, 15), (True, "held 1 Jul 2026")),
        (plan(HELD, due=date(2026, 7, 15)), date(2026, 7, 16), (False, "due since 15 Jul 2026")),
        (plan(HELD, due=date(2026, 12, 1)), date(2026, 11, 30), (True, "held 1 Jul 2026")),  # the plan's own rhythm
        (plan(HELD, due=HELD), date(2026, 7, 20), (True, "held 1 Jul 2026")),  # held on its day, the next not set yet
        (plan(due=date(2026, 5, 4)), date(2026, 4, 20), (False, "first one 4 May 2026")),
        (plan(), date(2026, 4, 20), (False, "first one 10 Jul 2026")),
        (plan(), FIRST + timedelta(days=101), (False, "none since 1 Apr 2026")),
        (plan(HELD), date(2027, 4, 1), (False, "the closing one is missing")),
        (plan(HELD, date(2027, 3, 1)), date(2027, 4, 1), (True, "closed")),
        (plan(date(2026, 8, 1)), HELD, (False, "first one 10 Jul 2026")),  # one that lies ahead wasn't held
        (plan(HELD).replace(objectives=()), date(2026, 7, 2), (False, "nothing to review yet")),
    ],
)
def test_how_far_the_step_has_come(found: Plan, today: date, said: tuple[bool, str]) -> None:
    assert reviewed(found, today) == said


@pytest.mark.parametrize(
    ("found", "days"),
    [
        (plan(HELD, due=date(2026, 7, 19)), 1),
        (plan(HELD, due=date(2026, 7, 20)), 0),
        (plan(HELD, due=HELD), 0),
        (plan(due=HELD), 19),
        (plan(), 0),
    ],
)
def test_the_days_since_one_was_due(found: Plan, days: int) -> None:
    assert overdue(found, date(2026, 7, 20)) == days
