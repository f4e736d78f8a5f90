"""Objectives and actions in their short forms: what a client needs to see of them at a glance."""

from __future__ import annotations

from dataclasses import dataclass

from clientplan.plan.action import Action
from clientplan.plan.plan import Plan
from clientplan.plan.words import Area, Edition
from clientplan.render.view.actions import by_day, side_of, state_of, status_of, words_of
from clientplan.render.view.objectives import MeasureView, Rung, objectives
from clientplan.render.view.shown import Code
from clientplan.render.view.voice import Voice


@dataclass(frozen=True)
class Goal:
    """An objective without its id, level, area and note."""

    id: Code
    depth: int
    words: str
    written: bool
    internal: bool
    measure: MeasureView | None
    status: str
    state: Code


@dataclass(frozen=True)
class Task:
    """An open action by its day: who does what."""

    id: Code
    due: str | None
    what: str
    written: bool
    owner: str | None
    side: str | None  # said only of the client's people
    internal: bool
    status: str
    state: Code


@dataclass(frozen=True)
class Recovery:
    """The way out of erosion; the client reads of what we put right."""

    title: str
    goals: tuple[Goal, ...]


def objectives_in_brief(plan: Plan, voice: Voice) -> tuple[Goal, ...]:
    return tuple(goal(rung) for rung in objectives(plan, voice))


def recovery(plan: Plan, edition: Edition, voice: Voice) -> Recovery | None:
    """The ladders that end in a financial objective come last: what was broken is repaired before it pays."""
    ladders: list[list[Rung]] = []
    for rung in objectives(plan, voice):
        if rung.depth == 0 or not ladders:
            ladders.append([])
        ladders[-1].append(rung)
    ladders.sort(key=lambda ladder: _is_financial(plan, ladder[0].id))
    goals = tuple(goal(rung) for ladder in ladders for rung in ladder)
    return Recovery(voice.words(f"recovery.title_{edition.value}"), goals) if goals else None


def actions_in_brief(plan: Plan, voice: Voice) -> tuple[Task, ...]:
    return tuple(_task(action, voice) for action in by_day(plan.actions) if action.open)


def goal(rung: Rung) -> Goal:
    """What is told of an objective in brief."""
    return Goal(
        Code(rung.id), rung.depth, rung.words, rung.written, rung.internal, rung.measure, rung.status, rung.state
    )


def _is_financial(plan: Plan, name: str) -> bool:
    objective = plan.objective(name)
    return objective is not None and objective.area is Area.FINANCIAL


def _task(action: Action, voice: Voice) -> Task:
    return Task(
        id=Code(action.id),
        due=voice.day(action.due),
        what=words_of(action, voice),
        written=bool(action.what),
        owner=action.owner,
        side=side_of(action, voice),
        internal=action.internal,
        status=status_of(action, voice),
        state=state_of(action, voice),
    )
