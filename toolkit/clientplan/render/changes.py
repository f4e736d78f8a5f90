"""What has changed in a plan since a review: actions done, new readings, objectives that stand differently."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from clientplan.plan.action import Action
from clientplan.plan.objective import Measure, Objective, Reading
from clientplan.plan.plan import Plan
from clientplan.plan.review import Review
from clientplan.plan.words import ActionStatus, Progress


@dataclass(frozen=True)
class Measured:
    """The latest reading of an objective, and the value that the review had before it."""

    objective: Objective
    measure: Measure
    before: Decimal | None
    reading: Reading


@dataclass(frozen=True)
class Moved:
    """An objective whose status differs from the review's verdict."""

    objective: Objective
    before: Progress
    now: Progress


@dataclass(frozen=True)
class Changes:
    done: tuple[Action, ...]
    measured: tuple[Measured, ...]
    moved: tuple[Moved, ...]


def since(plan: Plan, review: Review) -> Changes:
    """What happened after the day of a review; what happened on the day itself was on its table."""
    ladder = [objective for _, objective in plan.ladder()]
    verdicts = {verdict.objective: verdict.status for verdict in review.verdicts}
    return Changes(
        done=_done(plan.actions, review.when),
        measured=tuple(found for objective in ladder if (found := _measured(objective, review.when))),
        moved=tuple(
            Moved(objective, before, objective.status)
            for objective in ladder
            if (before := verdicts.get(objective.id, objective.status)) is not objective.status
        ),
    )


def _done(actions: tuple[Action, ...], day: date) -> tuple[Action, ...]:
    """In the order in which they were done."""
    done = [(action.done, action) for action in actions if action.status is ActionStatus.DONE and action.done]
    return tuple(action for when, action in sorted(done, key=lambda item: item[0]) if when > day)


def _measured(objective: Objective, day: date) -> Measured | None:
    measure = objective.measure
    if measure is None or measure.latest is None or measure.latest.when <= day:
        return None
    known = [reading.value for reading in measure.readings if reading.when <= day]
    return Measured(objective, measure, known[-1] if known else measure.baseline, measure.latest)
