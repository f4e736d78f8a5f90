"""The way back from what was typed, and the way forward again."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from clientplan.errors import ClientPlanError
from clientplan.plan.diff import changes
from clientplan.plan.plan import Plan
from clientplan.store.folder import Stored
from clientplan.store.history import History, State, marked

_MOST = 200  # steps in memory; the history has more, to go back to by hand


@dataclass(frozen=True)
class Version:
    """A plan and its file's bytes, comments and all."""

    plan: Plan
    data: bytes


@dataclass(frozen=True)
class Step:
    """One edit: from one version to the next."""

    before: Version
    after: Version

    @property
    def parts(self) -> list[str]:
        """The parts of the plan that it changed."""
        old, new = self.before.plan, self.after.plan
        return [name for name in type(new).model_fields if getattr(old, name) != getattr(new, name)]

    @cached_property
    def words(self) -> str:
        """What it changed, in one line."""
        first, *more = changes(self.before.plan, self.after.plan)
        return f"{first}, and {len(more)} more" if more else str(first)

    def turned(self) -> Step:
        return Step(self.after, self.before)


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
        self._done.append(step)
        self._undone.clear()

    def went_back(self) -> None:
        self._undone.append(self._done.pop())

    def went_forward(self) -> None:
        self._done.append(self._undone.pop())


def version(stored: Stored) -> Version:
    return Version(stored.plan, stored.data)


def _earlier(history: History, opened: Stored, states: Sequence[State]) -> Iterator[Step]:
    """From the version that was opened into the past; what can't be read, and edits of mere comments, are passed."""
    mark = marked(opened.data)
    known = [place for place, state in enumerate(states) if state.mark == mark]
    later = version(opened)
    for state in reversed(states[: known[-1]] if known else states):
        try:
            found = Version(history.read(state), history.data(state))
        except ClientPlanError:
            continue
        if found.plan != later.plan:
            yield Step(found, later)
        later = found
