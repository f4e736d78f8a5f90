"""A list of rows that grows and shrinks: objectives, actions, stops, people, evidence."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any, Generic, TypeVar

import ipywidgets as widgets

from clientplan.forms.guard import Guard
from clientplan.forms.markup import tag
from clientplan.forms.row import Row
from clientplan.forms.visits import Spot, Visits
from clientplan.plan.source import Path

R = TypeVar("R", bound=Row[Any])


class Rows(Generic[R]):
    """Rows with "Add" under them; what was removed can be put back, the last one first.

    `make` builds a row from a value (None for a new one) and the name that a new one gets; such names are `prefix`
    and a number that neither a row has nor `taken` names. `write_in` is told in which row something is typed.
    """

    def __init__(
        self,
        kind: str,
        make: Callable[[Any, str], R],
        guard: Guard,
        changed: Callable[[], None],
        *,
        prefix: str = "",
        taken: Callable[[], Iterable[str | None]] = tuple,
        write_in: Callable[[Visits], None] = lambda _visits: None,
    ) -> None:
        self.rows: list[R] = []
        self.removed: list[tuple[int, R]] = []
        self._saved: tuple[Any, ...] = ()
        self._filed: list[R] = []  # the rows of what is saved
        self.add_button = widgets.Button(description=f"Add {kind}", icon="plus")
        self.undo_button = widgets.Button(description="Put it back", icon="undo")
        self._make, self._guard, self._changed, self._prefix, self._taken = make, guard, changed, prefix, taken
        self._write_in = write_in
        self._body = widgets.VBox()
        self._told = widgets.HTML()
        self._undo = widgets.HBox([self._told, self.undo_button])
        self._undo.add_class("cp-undo")
        self.view = widgets.VBox([self._body, self.add_button])
        self.view.add_class("cp-rows")
        self.add_button.on_click(guard(self.add))
        self.undo_button.on_click(guard(self.put_back))

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

    def remove(self, row: R) -> None:
        self.removed.append((self.rows.index(row), row))
        self.rows.remove(row)
        self._draw()
        self._changed()

    def put_back(self, *_clicked: Any) -> None:
        place, row = self.removed.pop()
        self.rows.insert(place, row)
        self._draw()
        self._changed()

    def _append(self, value: Any) -> None:
        row = self._make(value, self._fresh_name())
        if value is not None:
            row.visits.leave()
        row.observe(self._guard(lambda: self._typed_in(row)))
        row.remove_button.on_click(self._guard(lambda *_clicked: self.remove(row)))
        self.rows.append(row)

    def _typed_in(self, row: R) -> None:
        self._write_in(row.visits)
        self._changed()

    def _fresh_name(self) -> str:
        if not self._prefix:
            return ""
        names = [*self._taken(), *(row.name for row in self.rows), *(row.name for _, row in self.removed)]
        numbers = [
            int(found[1]) for name in names if name and (found := re.fullmatch(rf"{self._prefix}(\d{{1,9}})", name))
        ]
        return f"{self._prefix}{max(numbers, default=0) + 1}"

    def _draw(self) -> None:
        """Rows that stay are the same widgets as before, so that none loses what is being typed."""
        shown = [row.view for row in self.rows]
        if self.removed:
            place, row = self.removed[-1]
            self._told.value = tag("div", "Removed: ", tag("q", row.words), role="status")
            shown.insert(place, self._undo)
        self._body.children = shown
