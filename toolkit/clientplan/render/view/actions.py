"""The actions, open ones first by their due date; the next step; and what we stop to have the hours for them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from clientplan.plan.action import Action, Stop
from clientplan.plan.plan import Plan
from clientplan.plan.words import ActionStatus, Side
from clientplan.render.formats import UNBROKEN
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
    if not plan.actions:
        return None
    ordered = by_day(plan.actions)
    return Actions(
        tuple(_open(one, voice) for one in ordered if one.open),
        tuple(_closed(one, voice) for one in ordered if not one.open),
    )


def by_day(actions: Iterable[Action]) -> list[Action]:
    """Each by the day it is due or was done; undated ones last."""
    return sorted(actions, key=lambda one: (day_of(one) or date.max, one.id))


def day_of(action: Action) -> date | None:
    return action.due if action.open else action.done or action.due


def state_of(action: Action, voice: Voice) -> Code:
    """Overdue, or else the status, as the markup calls it."""
    overdue = action.open and action.due is not None and action.due < voice.today
    return Code("overdue" if overdue else action.status.value)


def status_of(action: Action, voice: Voice) -> str:
    """The same in words; of one that is done, with its day."""
    if action.status is ActionStatus.DONE and action.done is not None:
        return voice.words("actions.done_on", day=voice.formats.short_day(action.done))
    state = state_of(action, voice)
    return voice.words("actions.overdue" if state == "overdue" else f"action_status.{state}")


def words_of(action: Action, voice: Voice) -> str:
    return action.what or voice.words("actions.unwritten")


def side_of(action: Action, voice: Voice) -> str | None:
    """Said only of the client's people."""
    return voice.words("actions.client") if action.owner and action.side is Side.CLIENT else None


def next_step(plan: Plan, voice: Voice) -> NextStep | None:
    action = plan.next_step()
    if action is None or action.due is None or not action.what:
        return None
    key = "next_step.by" if action.due >= voice.today else "next_step.overdue"
    day = voice.formats.day(action.due).replace(" ", UNBROKEN)
    return NextStep(action.what, action.owner, voice.words(key, day=day))


def stops(plan: Plan, voice: Voice) -> Stops | None:
    if not plan.stops:
        return None
    freed = sum((stop.frees for stop in plan.stops if stop.frees), Decimal())
    title = _hours("stops.freed", freed, voice) if freed else voice.words("stops.title")
    return Stops(title, tuple(_stop(stop, voice) for stop in plan.stops))


def _open(action: Action, voice: Voice) -> OpenAction:
    return OpenAction(
        id=action.id,
        what=words_of(action, voice),
        written=bool(action.what),
        done_when=action.done_when,
        objective=action.objective,
        owner=action.owner,
        side=side_of(action, voice),
        due=voice.day(action.due),
        hours=None if action.hours is None else voice.formats.number(action.hours),
        internal=action.internal,
        status=status_of(action, voice),
        state=state_of(action, voice),
        note=action.note,
    )


def _closed(action: Action, voice: Voice) -> ClosedAction:
    return ClosedAction(action.id, words_of(action, voice), status_of(action, voice))


def _stop(stop: Stop, voice: Voice) -> StopView:
    return StopView(stop.what, stop.why, _hours("stops.frees", stop.frees, voice) if stop.frees else None)


def _hours(key: str, hours: Decimal, voice: Voice) -> str:
    return voice.words.count(key, hours, count=voice.formats.number(hours))
