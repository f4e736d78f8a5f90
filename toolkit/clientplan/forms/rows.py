"""A list of rows that grows and shrinks: objectives, actions, stops, people, evidence."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from clientplan.forms import pasting
from clientplan.forms.guard import Guard
from clientplan.forms.markup import tag
from clientplan.forms.nodes import Button, Group, Html, Line
from clientplan.forms.row import Row
from clientplan.forms.visits import Spot, Visits
from clientplan.plan.source import Path

R = TypeVar("R", bound=Row[Any])
_MOST_REVIVED = 100  # rows; what else a browser has kept under our name isn't ours


@dataclass(frozen=True)
class Around:
    """What a list of rows knows of the form that it stands in."""

    guard: Guard
    changed: Callable[[], None]
    write_in: Callable[[Visits], None] = lambda _visits: None  # told in which row something is typed
    tell: Callable[[str], None] = lambda _words: None  # what didn't go


class Rows(Generic[R]):
    """Rows with "Add" under them; what was removed can be put back, the last one first.

    `make` builds a row from a value (None for a new one) and the name that a new one gets; such names are `prefix`
    and a number that neither a row has nor `taken` names. `place` is where the list stands in the plan: the browser
    keeps unsaved entries under it.
    """

    def __init__(
        self,
        kind: str,
        make: Callable[[Any, str], R],
        around: Around,
        *,
        place: str = "",
        prefix: str = "",
        taken: Callable[[], Iterable[str | None]] = tuple,
    ) -> None:
        self.rows: list[R] = []
        self.removed: list[tuple[int, R]] = []
        self.place = place
        self._saved: tuple[Any, ...] = ()
        self._filed: list[R] = []  # the rows of what is saved
        self.add_button = Button(f"Add {kind}")
        self.add_button.add_class("cp-add")
        self.undo_button = Button("Put it back")
        self._make, self._around, self._prefix, self._taken = make, around, prefix, taken
        self._filling = False
        self._body = Group()
        self._told = Html()
        self._undo = Line([self._told, self.undo_button], "cp-undo")
        self.view = Group([self._body, self.add_button], "cp-rows")
        self.add_button.on_click(around.guard(self.add))
        self.undo_button.on_click(around.guard(self.put_back))

    @property
    def values(self) -> tuple[Any, ...]:
        return tuple(row.value for row in self.rows if row.value is not None)

    def read(self) -> tuple[Any, ...]:
        """The values of the rows that have one, in their order."""
        return tuple(value for row in self.rows if (value := row.read()) is not None)

    @property
    def wrong(self) -> bool:
        return any(row.wrong for row in self.rows)

    def show(self, values: Iterable[Any]) -> None:
        """Takes over what the plan has now; rows are only made anew when others came or went elsewhere."""
        values = tuple(values)
        if values == self._saved:
            return
        filled = [row for row in self.rows if row.value is not None]
        if [row.name for row in filled] == [getattr(value, "id", "") for value in values]:
            for row, value in zip(filled, values, strict=True):
                row.show(value)
        else:
            self.rows, self.removed = [], []
            for value in values:
                self._append(value)
            self._draw()
        self._saved, self._filed = values, [row for row in self.rows if row.value is not None]

    def spot(self, rest: Path) -> Spot | None:
        """Where something is said that is about this place in the list as it is saved; None for the list itself."""
        if not rest:
            return None
        row = dict(enumerate(self._filed)).get(int(rest[0]))
        return row.spot(rest[1:]) if row in self.rows and row is not None else None

    def add(self, *_clicked: Any) -> None:
        self._append(None)
        self._draw()

    def add_after(self, above: R) -> R:
        """A new row right below another."""
        new = self._append(None)
        self.rows.remove(new)
        self.rows.insert(self.rows.index(above) + 1, new)
        self._draw()
        return new

    def order(self, names: Sequence[str]) -> None:
        """Puts the rows into the order of these names; one without a name in it stays behind the row before it."""
        places: dict[int, int] = {}
        last = -1
        for at, row in enumerate(self.rows):
            last = places[at] = names.index(row.name) if row.name in names else last
        self.rows = [self.rows[at] for at in sorted(places, key=lambda at: places[at])]
        self._draw()

    def remove(self, row: R) -> None:
        self.removed.append((self.rows.index(row), row))
        self.rows.remove(row)
        self._draw()
        self._around.changed()

    def put_back(self, *_clicked: Any) -> None:
        place, row = self.removed.pop()
        self.rows.insert(place, row)
        self._draw()
        self._around.changed()

    def move(self, row: R, by: int) -> None:
        """Up or down by one; at the end of the list it stays."""
        at = self.rows.index(row)
        to = max(0, min(len(self.rows) - 1, at + (1 if by > 0 else -1)))
        if to != at:
            self.rows.insert(to, self.rows.pop(at))
            self._draw()
            self._around.changed()

    def paste(self, row: R, name: str, text: str) -> None:
        """Cells of a spreadsheet, from the box of that name on; all of them are saved at once."""
        self._filling = True
        try:
            below = self.rows[self.rows.index(row) :]
            wrong = pasting.fill(below, name, pasting.cells(text), lambda: self._append(None))
        finally:
            self._filling = False
        self._draw()
        self._around.write_in(row.visits)
        self._around.changed()
        if wrong:
            self._around.tell("\n".join(["Pasted, but not all of it fits:", *wrong]))

    def revive(self, places: Sequence[str]) -> None:
        """The rows of entries that a browser has kept since they couldn't be saved."""
        keys = dict.fromkeys(rest[0] for place in places if (rest := self._below(place)))
        for key in list(keys)[:_MOST_REVIVED]:
            if key not in {row.key for row in self.rows} and re.fullmatch(rf"{self._prefix}\d{{1,9}}", key):
                self._append(None, key)
        self._draw()

    def _below(self, place: str) -> list[str]:
        """The steps from the list on; none where it isn't a place in this list."""
        return place.removeprefix(f"{self.place}/").split("/") if place.startswith(f"{self.place}/") else []

    def _append(self, value: Any, key: str = "") -> R:
        row = self._make(value, (key if self._prefix else "") or self._fresh_name())
        row.key = row.name or key or str(len(self.rows) + len(self.removed))
        if value is not None:
            row.visits.leave()
        if self.place:
            row.settle(f"{self.place}/{row.key}")
        row.observe(self._around.guard(lambda: self._typed_in(row)))
        row.remove_button.on_click(self._around.guard(lambda *_clicked: self.remove(row)))
        row.view.on("move", self._around.guard(lambda by: self.move(row, by)))
        row.view.on("paste", self._around.guard(lambda name, text: self.paste(row, name, text)))
        self.rows.append(row)
        return row

    def _typed_in(self, row: R) -> None:
        if not self._filling:
            self._around.write_in(row.visits)
            self._around.changed()

    def _fresh_name(self) -> str:
        if not self._prefix:
            return ""
        names = [*self._taken(), *(row.name for row in self.rows), *(row.name for _, row in self.removed)]
        numbers = [
            int(found[1]) for name in names if name and (found := re.fullmatch(rf"{self._prefix}(\d{{1,9}})", name))
        ]
        return f"{self._prefix}{max(numbers, default=0) + 1}"

    def _draw(self) -> None:
        """Rows that stay are the same nodes as before, so that none loses what is being typed."""
        shown: list[Any] = [row.view for row in self.rows]
        if self.removed:
            place, row = self.removed[-1]
            self._told.value = tag("div", "Removed: ", tag("q", row.words), role="status")
            shown.insert(place, self._undo)
        self._body.children = shown
