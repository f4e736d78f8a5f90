"""One row of a list: its boxes, and the button that takes it away."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Generic, TypeVar

import ipywidgets as widgets

from clientplan.forms.box import Box
from clientplan.forms.markup import tag
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
        self.remove_button = widgets.Button(description=f"Remove {name or kind}")
        self.remove_button.add_class("cp-remove")
        below = {field: one for field, one in part.boxes.items() if field in widths}
        beside = {field: one for field, one in part.boxes.items() if field not in widths}
        title = widgets.HTML(tag("span", name or kind.capitalize(), class_="cp-name"))
        top = widgets.HBox([title, *(one.view for one in beside.values()), self.remove_button])
        top.add_class("cp-row-top")
        self.head = Remarks(widgets.VBox([top]))
        self.view = widgets.VBox([self.head.view, grid(below, widths)])
        self.view.add_class("cp-row")
        self.visits = Visits([*beside.values(), *below.values()])

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

    def show(self, saved: V) -> None:
        self.part.show(saved)

    def observe(self, listener: Callable[[], None]) -> None:
        self.part.observe(listener)

    def offer(self, plan: Plan) -> None:
        """What the row's pickers may choose from, where that hangs on the rest of the plan."""


def grid(boxes: Mapping[str, Box], widths: Mapping[str, int]) -> Any:
    """Boxes in lines of twelve twelfths."""
    for name, box in boxes.items():
        box.view.add_class(f"cp-w-{widths[name]}")
    holder = widgets.Box([box.view for box in boxes.values()])
    holder.add_class("cp-grid")
    return holder
