"""What judging takes, out of plan documents: the objectives, and what moved them on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

import pandas as pd

from clientplan.plan.objective import Objective
from clientplan.plan.plan import Plan
from clientplan.plan.words import ActionStatus, Direction, Progress, Side

_OBJECTIVES = ("objective_id", "client_id", "start", "end", "words", "people")
_EVENTS = ("client_id", "objective_id", "date", "amount", "what")
_ACTIONS = ("action_id", "client_id", "due", "what", "objective_id", "owner", "hours")


def objectives(plans: Mapping[str, Plan]) -> pd.DataFrame:
    """The objectives of one plan a client, by the client's id; dropped ones serve nobody."""
    rows = [_objective(client, plan, one) for client, plan, one in _each(plans)]
    return pd.DataFrame(rows, columns=_OBJECTIVES)


def events(plans: Mapping[str, Plan]) -> pd.DataFrame:
    """Readings, with how far they went the right way, and actions that were done."""
    rows = [row for client, plan, one in _each(plans) for row in (*_readings(client, one), *_done(client, plan, one))]
    return pd.DataFrame(rows, columns=_EVENTS)


def actions(plans: Mapping[str, Plan]) -> pd.DataFrame:
    """Open actions on our side that have a due day, as the week view takes them."""
    rows = [
        (f"{client} {one.id}", client, one.due, one.what or one.id, one.objective, one.owner, _float(one.hours))
        for client, plan in plans.items()
        for one in plan.actions
        if one.open and one.side is Side.OURS and one.due is not None
    ]
    return pd.DataFrame(rows, columns=_ACTIONS)


def _each(plans: Mapping[str, Plan]) -> Iterator[tuple[str, Plan, Objective]]:
    for client, plan in plans.items():
        dropped = {one.id for one in plan.objectives if one.status is Progress.DROPPED}
        yield from ((client, plan, one) for one in plan.objectives if one.id not in dropped)


def _objective(client: str, plan: Plan, one: Objective) -> tuple[Any, ...]:
    """Its words are those of its actions, too: an activity is mostly called by the action that it was."""
    mine = [action for action in plan.actions if action.objective == one.id]
    measured = one.measure.name if one.measure else None
    words = [text for text in (one.words, measured, *(action.what for action in mine)) if text]
    people = dict.fromkeys(action.owner for action in mine if action.owner and action.side is Side.CLIENT)
    return one.id, client, plan.period.first, plan.period.last, ". ".join(words), list(people)


def _readings(client: str, one: Objective) -> Iterator[tuple[Any, ...]]:
    measure = one.measure
    if measure is None:
        return
    before, sign = measure.baseline, -1 if measure.way is Direction.DOWN else 1
    for reading in measure.readings:
        step = None if before is None else float(sign * (reading.value - before))
        yield client, one.id, reading.when, step, f"{measure.name or 'a reading'}: {reading.value}"
        before = reading.value


def _done(client: str, plan: Plan, one: Objective) -> Iterator[tuple[Any, ...]]:
    for action in plan.actions:
        if action.objective == one.id and action.status is ActionStatus.DONE and action.done is not None:
            yield client, one.id, action.done, None, f"done: {action.what or action.id}"


def _float(number: Decimal | None) -> float | None:
    return None if number is None else float(number)
