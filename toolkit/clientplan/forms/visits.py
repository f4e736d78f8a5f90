"""Which boxes a person has been to: nothing is said of a field that nobody has come to yet."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from clientplan.forms.box import Box
from clientplan.forms.remarks import Remarks


class Spot(NamedTuple):
    """Where in a form a finding can be said, and whether the person has been there."""

    remarks: Remarks
    visited: bool


class Visits:
    """The boxes of a row, in the order in which they are filled.

    A box is visited when its value was changed or when it has one; a blank one also when something after it was
    written and the row was left, for then it was passed over. `left` says that the row was, at least once.
    """

    def __init__(self, boxes: Sequence[Box]) -> None:
        self.boxes = list(boxes)
        self.left = False

    @property
    def begun(self) -> bool:
        return any(box.visited for box in self.boxes)

    def leave(self) -> None:
        """Another row is written in, or this one was written on another day."""
        written = [at for at, box in enumerate(self.boxes) if box.written]
        for box in self.boxes[: max(written, default=0)]:
            box.visit()
        self.left = self.left or bool(written)


class Sitting:
    """Where the person is writing: in one row at a time, over all the forms of a notebook."""

    def __init__(self) -> None:
        self._here: Visits | None = None

    def write_in(self, visits: Visits) -> None:
        if self._here is not None and self._here is not visits:
            self._here.leave()
        self._here = visits
