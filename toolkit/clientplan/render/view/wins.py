"""First wins, the objectives that are due soonest, and the hours that go in before any of them is won."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from clientplan.plan.action import Action
from clientplan.plan.objective import Objective
from clientplan.plan.plan import Plan
from clientplan.plan.words import ActionStatus
from clientplan.render.view.brief import Goal, goal
from clientplan.render.view.head import Fact
from clientplan.render.view.objectives import objectives
from clientplan.render.view.voice import Voice

_SIDE_BY_SIDE = 3


@dataclass(frozen=True)
class Later:
    """An objective that comes after the first ones, in a line."""

    due: str | None
    words: str
    internal: bool


@dataclass(frozen=True)
class FirstWins:
    first: tuple[Goal, ...]
    later: tuple[Later, ...]


def first_wins(plan: Plan, voice: Voice) -> FirstWins | None:
    """The open objectives that are due soonest, side by side, and the others in a line each."""
    ordered = _open(plan)
    rungs = {rung.id: rung for rung in objectives(plan, voice)}
    first = tuple(goal(rungs[objective.id]) for objective in ordered[:_SIDE_BY_SIDE])
    later = tuple(
        Later(voice.day(one.due), one.words or voice.words("objectives.unwritten"), one.internal)
        for one in ordered[_SIDE_BY_SIDE:]
    )
    return FirstWins(first, later) if first else None


def hours(plan: Plan, voice: Voice) -> tuple[Fact, ...]:
    """What has gone in, what will, and how much of that before the first win; nothing where no action has hours."""
    open_ = [action for action in plan.actions if action.open]
    first = next((day for objective in _open(plan) if (day := objective.due)), None)
    spent = _sum([action for action in plan.actions if action.status is ActionStatus.DONE])
    planned = _sum(open_)
    sums = {
        "spent": spent,
        "planned": planned,
        "before": _sum([action for action in open_ if first and action.due and action.due <= first]),
        "freed": sum((stop.frees for stop in plan.stops if stop.frees), Decimal()),
    }
    if not spent and not planned:
        return ()
    return tuple(
        Fact(voice.words(f"hours.{name}"), voice.words.count("hours.count", figure, count=voice.formats.number(figure)))
        for name, figure in sums.items()
        if figure
    )


def _open(plan: Plan) -> list[Objective]:
    """By their due days; those that are due on one day in the order of the ladder."""
    ladder = [objective for _, objective in plan.ladder() if objective.open]
    return sorted(ladder, key=lambda objective: objective.due or date.max)


def _sum(actions: list[Action]) -> Decimal:
    return sum((action.hours for action in actions if action.hours), Decimal())
