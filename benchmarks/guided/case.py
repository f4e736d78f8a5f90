"""The plan that both forms show: six objectives, thirty actions, every field filled."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import cycle, islice

from clientplan.plan.action import Action
from clientplan.plan.objective import Measure, Objective
from clientplan.plan.plan import Client, Period, Plan
from clientplan.plan.words import ActionStatus, Area, Level, Phase, Progress, Side

OBJECTIVES, ACTIONS = 6, 30
_FIRST, _LAST = date(2026, 1, 1), date(2026, 12, 31)
_LEVELS = (Level.OUTCOME, Level.PERFORMANCE, Level.PERFORMANCE, Level.PROCESS, Level.PROCESS, Level.PROCESS)
_SERVES = (None, "o1", "o1", "o2", "o2", "o3")
_OWNERS = ("Ruth Adeyemi", "Jonas Keller", "Marta Ilves")


def plan(client: str = "Harrow Foods") -> Plan:
    return Plan(
        client=Client(name=client, industry="Bakery"),
        period=Period(first=_FIRST, last=_LAST),
        phase=Phase.MAINTENANCE,
        manager="Ruth Adeyemi",
        next_review=date(2026, 10, 6),
        objectives=tuple(map(_objective, range(OBJECTIVES))),
        actions=tuple(map(_action, range(ACTIONS), islice(cycle(_OWNERS), ACTIONS))),
    )


def _objective(at: int) -> Objective:
    measure = Measure(name=f"Stops of line {at + 1}", unit="hours", baseline=40 - at, target=10, due=date(2026, 11, 30))
    return Objective(
        id=f"o{at + 1}",
        words=f"Line {at + 1} stands still for less than ten hours from October on",
        level=_LEVELS[at],
        area=list(Area)[at],
        serves=_SERVES[at],
        measure=measure,
        status=Progress.ON_TRACK,
    )


def _action(at: int, owner: str) -> Action:
    return Action(
        id=f"a{at + 1}",
        what=f"Go through the stops of week {at + 1} with the shift leaders",
        objective=f"o{at % OBJECTIVES + 1}",
        owner=owner,
        side=Side.OURS,
        due=_FIRST + timedelta(days=10 * (at + 1)),
        done_when="The list of causes hangs beside the line",
        status=ActionStatus.OPEN,
        hours=3,
        note="After the early shift",
    )
