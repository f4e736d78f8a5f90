"""Versions as people ask for them: as Monday found the plan, or as it was at a minute."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from clientplan.store.history import State


def monday(today: date) -> date:
    """Of the week that today is in."""
    return today - timedelta(days=today.weekday())


def found_by(states: Sequence[State], day: date) -> State | None:
    """The version that a day found: the last from before it, else the oldest that is kept. None where none is."""
    return next((state for state in reversed(states) if state.day < day), states[0] if states else None)


def by_minute(states: Sequence[State]) -> list[State]:
    """The last version of each minute, the newest first: typing makes several a second."""
    minutes = {minute(state): state for state in states}
    return list(reversed(minutes.values()))


def minute(state: State) -> datetime:
    """In the user's own time."""
    return state.when.astimezone().replace(second=0, microsecond=0, tzinfo=None)
