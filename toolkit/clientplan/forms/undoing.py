"""The way back from what was typed, and the way forward again."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import inf

from clientplan.errors import ClientPlanError
from clientplan.plan.diff import Change, changes
from clientplan.plan.plan import Plan
from clientplan.store.folder import Stored
from clientplan.store.history import History, State

_PAUSE = 2.0  # seconds, after which typing on is another step
_MOST = 200  # steps in memory; the history has more, to go back to by hand


@dataclass(frozen=True)
class Version:
    """A plan and its file's bytes, comments and all."""

    plan: Plan
    data: bytes


@dataclass(frozen=True)
class Step:
    """One edit, or what was typed at one place in one go: from one version to the next."""

    before: Version
    after: Version
    began: float = 0.0  # seconds, on the clock of whoever made the step
    ended: float = 0.0
    alone: bool = False  # a click, that is undone by itself

    @cached_property
    def changes(self) -> list[Change]:
        return changes(self.before.plan, self.after.plan)

    @property
    def parts(self) -> list[str]:
        """The parts of the plan that it changed."""
        old, new = self.before.plan, self.after.plan
        return [name for name in type(new).model_fields if getattr(old, name) != getattr(new, name)]

    @property
    def words(self) -> str:
        """What it changed, in one line."""
        first, *more = self.changes
        return f"{first}, and {len(more)} more" if more else str(first)

    def turned(self) -> Step:
        return Step(self.after, self.before)

    def goes_on_from(self, other: Step) -> bool:
        """Whether both were typed in one go, at one place: saved again and again, and one step to whoever typed."""
        places = {change.path for change in (*other.changes, *self.changes)}
        return (
            not (self.alone or other.alone)
            and self.before.data == other.after.data
            and self.began - other.ended <= _PAUSE
            and len(places) == 1
        )

    def after_all_of(self, other: Step) -> Step:
        return Step(other.before, self.after, other.began, self.ended)


class Undoing:
    """The steps of a sitting, and behind them those that the history has from before it.

    What another notebook saved in between is no step here, so it is never undone unasked.
    """

    def __init__(self, history: History, opened: Stored) -> None:
        self._earlier = _earlier(history, opened, history.states(opened.name))  # as it is now, before this sitting
        self._done: deque[Step] = deque(maxlen=_MOST)
        self._undone: list[Step] = []

    @property
    def last(self) -> Step | None:
        """What undoing would take back."""
        if not self._done and (step := next(self._earlier, None)):
            self._done.append(step)
        return self._done[-1] if self._done else None

    @property
    def next(self) -> Step | None:
        """What redoing would bring back."""
        return self._undone[-1] if self._undone else None

    def done(self, step: Step) -> None:
        """A new edit: what was undone before it is no longer ahead of us."""
        if not self._undone and self._done and step.goes_on_from(self._done[-1]):
            step = step.after_all_of(self._done.pop())
        self._undone.clear()
        if step.before.plan != step.after.plan:  # else it was typed and taken out again
            self._done.append(step)

    def went_back(self) -> None:
        self._undone.append(self._done.pop())

    def went_forward(self) -> None:
        self._done.append(self._undone.pop())


def version(stored: Stored) -> Version:
    return Version(stored.plan, stored.data)


def _earlier(history: History, opened: Stored, states: Sequence[State]) -> Iterator[Step]:
    """From the version that was opened into the past; what can't be read, and edits of mere comments, are passed."""
    going: Step | None = None
    for step in _singly(history, opened, states):
        if going is not None and going.goes_on_from(step):
            going = going.after_all_of(step)
        else:
            if going is not None and going.before.plan != going.after.plan:
                yield going
            going = step
    if going is not None and going.before.plan != going.after.plan:
        yield going


def _singly(history: History, opened: Stored, states: Sequence[State]) -> Iterator[Step]:
    later, time = version(opened), inf  # nobody knows when a file that isn't in the history was edited
    for state in reversed(states):
        try:
            found = Version(history.read(state), history.data(state))
        except ClientPlanError:
            continue
        if found.plan != later.plan:
            yield Step(found, later, time, time)
        later, time = found, state.when.timestamp()
