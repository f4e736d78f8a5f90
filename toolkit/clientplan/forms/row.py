"""One row of a list: its boxes, and the button that takes it away."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Generic, TypeVar

from clientplan.forms.box import Box
from clientplan.forms.markup import tag
from clientplan.forms.nodes import Button, Group, Html, Line
from clientplan.forms.part import Part
from clientplan.forms.remarks import Remarks
from clientplan.forms.visits import Spot, Visits
from clientplan.plan.plan import Plan
from clientplan.plan.source import Path
from clientplan.plan.value import Value

V = TypeVar("V", bound=Value)


class Row(Generic[V]):
    """`name` is what the plan calls the row, "" where such rows have no id.

    `widths` are twelfths of the form's width; a box without one stands on the row's first line, beside its name.
    """

    def __init__(self, kind: str, part: Part[V], widths: Mapping[str, int], name: str = "") -> None:
        self.kind = kind
        self.part = part
        self.name = name
        self.key = name  # by which the list knows it, for as long as the form lies open
        self.remove_button = Button(f"Remove {name or kind}", "remove")
        below = {field: one for field, one in part.boxes.items() if field in widths}
        beside = {field: one for field, one in part.boxes.items() if field not in widths}
        title = Html(tag("span", name or kind.capitalize(), class_="cp-name"))
        top = Line([title, *(one.view for one in beside.values()), self.remove_button], "cp-row-top")
        self.head = Remarks(Group([top]))
        self.view = Group([self.head.view, grid(below, widths)], "cp-row", role="group", name=name or kind.capitalize())
        self.visits = Visits([*beside.values(), *below.values()])
        for field, one in beside.items():
            one.widget.set(name=field)

    @property
    def value(self) -> V | None:
        return self.part.value

    @property
    def wrong(self) -> bool:
        return self.part.wrong

    @property
    def words(self) -> str:
        """How it is spoken of: its first words, or its kind while it has none."""
        first = next(iter(self.part.boxes.values())).value
        return str(first) if first else f"an empty {self.kind}"

    def read(self) -> V | None:
        return self.part.read()

    def spot(self, rest: Path) -> Spot:
        """Where something is said that is about this place in the row: under its box, else at the row's head."""
        return self.part.spot(rest) or Spot(self.head, self.visits.left)

    def settle(self, place: str) -> None:
        """Where the row stands in the plan: the browser keeps what isn't saved under that name."""
        settle(self.part.boxes, place)

    def show(self, saved: V) -> None:
        self.part.show(saved)

    def observe(self, listener: Callable[[], None]) -> None:
        self.part.observe(listener)

    def offer(self, plan: Plan) -> None:
        """What the row's pickers may choose from, where that hangs on the rest of the plan."""


def settle(boxes: Mapping[str, Box], place: str) -> None:
    for name, box in boxes.items():
        box.widget.set(place=f"{place}/{name}")


def grid(boxes: Mapping[str, Box], widths: Mapping[str, int]) -> Group:
    """Boxes in lines of twelve twelfths."""
    for name, box in boxes.items():
        box.view.add_class(f"cp-w-{widths[name]}")
        box.widget.set(name=name)
    return Group([box.view for box in boxes.values()], "cp-grid")
