"""The actions, open ones first by their due date; the next step; and what we stop to have the hours for them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from clientplan.plan.action import Action, Stop
from clientplan.plan.plan import Plan
from clientplan.plan.words import ActionStatus, Side
from clientplan.render.view.shown import Code
from clientplan.render.view.voice import Voice


@dataclass(frozen=True)
class OpenAction:
    id: str
    what: str
    written: bool
    done_when: str | None
    objective: str | None
    owner: str | None
    side: str | None  # said only of the client's people
    due: str | None
    hours: str | None
    internal: bool
    status: str
    state: Code
    note: str | None


@dataclass(frozen=True)
class ClosedAction:
    """In a line below the others: what was done when is all that still counts."""

    id: str
    what: str
    status: str


@dataclass(frozen=True)
class Actions:
    open: tuple[OpenAction, ...]
    closed: tuple[ClosedAction, ...]


@dataclass(frozen=True)
class StopView:
    what: str
    why: str | None
    frees: str | None


@dataclass(frozen=True)
class Stops:
    title: str
    items: tuple[StopView, ...]


@dataclass(frozen=True)
class NextStep:
    what: str
    who: str | None
    by: str


def actions(plan: Plan, voice: Voice) -> Actions | None:
    """Open ones by due date, closed ones by the day they were closed; undated ones last."""

    def by(day: date | None, name: str) -> tuple[date, str]:
        return day or date.max, name

    going = sorted((one for one in plan.actions if one.open), key=lambda one: by(one.due, one.id))
    closed = sorted((one for one in plan.actions if not one.open), key=lambda one: by(one.done or one.due, one.id))
    if not plan.actions:
        return None
    return Actions(tuple(_open(one, voice) for one in going), tuple(_closed(one, voice) for one in closed))


def next_step(plan: Plan, voice: Voice) -> NextStep | None:
    action = plan.next_step()
    if action is None or action.due is None or not action.what:
        return None
    key = "next_step.by" if action.due >= voice.today else "next_step.overdue"
    return NextStep(action.what, action.owner, voice.words(key, day=voice.formats.day(action.due)))


def stops(plan: Plan, voice: Voice) -> Stops | None:
    if not plan.stops:
        return None
    freed = sum((stop.frees for stop in plan.stops if stop.frees), Decimal())
    title = _hours("stops.freed", freed, voice) if freed else voice.words("stops.title")
    return Stops(title, tuple(_stop(stop, voice) for stop in plan.stops))


def _open(action: Action, voice: Voice) -> OpenAction:
    overdue = action.due is not None and action.due < voice.today
    return OpenAction(
        id=action.id,
        what=action.what or voice.words("actions.unwritten"),
        written=bool(action.what),
        done_when=action.done_when,
        objective=action.objective,
        owner=action.owner,
        side=voice.words("actions.client") if action.owner and action.side is Side.CLIENT else None,
        due=voice.day(action.due),
        hours=None if action.hours is None else voice.formats.number(action.hours),
        internal=action.internal,
        status=voice.words("actions.overdue" if overdue else f"action_status.{action.status.value}"),
        state=Code("overdue" if overdue else action.status.value),
        note=action.note,
    )


def _closed(action: Action, voice: Voice) -> ClosedAction:
    what = action.what or voice.words("actions.unwritten")
    if action.status is ActionStatus.DONE and action.done is not None:
        return ClosedAction(action.id, what, voice.words("actions.done_on", day=voice.formats.short_day(action.done)))
    return ClosedAction(action.id, what, voice.words(f"action_status.{action.status.value}"))


def _stop(stop: Stop, voice: Voice) -> StopView:
    return StopView(stop.what, stop.why, _hours("stops.frees", stop.frees, voice) if stop.frees else None)


def _hours(key: str, hours: Decimal, voice: Voice) -> str:
    return voice.words.count(key, hours, count=voice.formats.number(hours))
