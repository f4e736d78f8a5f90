"""What each side has promised, by its day: the actions in two lanes, and what was agreed at the reviews."""

from __future__ import annotations

from dataclasses import dataclass

from clientplan.plan.action import Action
from clientplan.plan.plan import Plan
from clientplan.plan.words import ActionStatus, Side
from clientplan.render.brand import Brand
from clientplan.render.view.actions import by_day, day_of, state_of, status_of, words_of
from clientplan.render.view.purpose import parties
from clientplan.render.view.shown import Code
from clientplan.render.view.voice import Voice

_LATEST = 2  # of what was agreed; what is older stands in the actions


@dataclass(frozen=True)
class Promise:
    id: Code
    day: str | None
    what: str
    written: bool
    owner: str | None
    done_when: str | None
    internal: bool
    theirs: bool
    status: str
    state: Code


@dataclass(frozen=True)
class Agreed:
    day: str
    words: str


@dataclass(frozen=True)
class Promises:
    lanes: tuple[str, ...]  # what we and the client are called; empty where only one side has promised anything
    rows: tuple[Promise, ...]
    agreed: tuple[Agreed, ...]


def promises(plan: Plan, brand: Brand, voice: Voice) -> Promises | None:
    standing = [action for action in plan.actions if action.status is not ActionStatus.DROPPED]
    theirs, ours = parties(plan, brand, voice)
    sides = {action.side for action in standing}
    agreed = tuple(
        Agreed(voice.words("promises.agreed", day=voice.formats.day(review.when)), review.agreed)
        for review in plan.reviews
        if review.agreed
    )
    rows = tuple(_promise(action, voice) for action in by_day(standing))
    lanes = (ours, theirs) if len(sides) > 1 else ()
    return Promises(lanes, rows, agreed[-_LATEST:]) if rows or agreed else None


def _promise(action: Action, voice: Voice) -> Promise:
    return Promise(
        id=Code(action.id),
        day=voice.day(day_of(action)) if action.open else None,  # of one that is done, its status has the day
        what=words_of(action, voice),
        written=bool(action.what),
        owner=action.owner,
        done_when=action.done_when if action.open else None,
        internal=action.internal,
        theirs=action.side is Side.CLIENT,
        status=status_of(action, voice),
        state=state_of(action, voice),
    )
