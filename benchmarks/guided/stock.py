"""The peer: the same fields, labels and rows of stock ipywidgets, whose observers save the plan to the same store.

It runs in a notebook's kernel. It has what a tutorial shows, and nothing of what ours does beside: no checks, no draft
in the browser, no undo of a removal.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from enum import StrEnum
from pathlib import Path
from typing import Any

import ipywidgets as widgets

from clientplan.plan.action import Action
from clientplan.plan.objective import Measure, Objective
from clientplan.plan.plan import Plan
from clientplan.plan.words import ActionStatus, Area, Level, Progress, Side
from clientplan.store.folder import FolderStore, Stored

Field = tuple[str, str, Any]  # the name in the model, the label, and the kind: a kind of widget, or what to choose from

OBJECTIVE: list[Field] = [
    ("words", "Objective", widgets.Text),
    ("level", "Level", Level),
    ("area", "Area", Area),
    ("serves", "Serves", "objectives"),
    ("status", "Status", Progress),
    ("internal", "Keep it and its actions out of the client edition", widgets.Checkbox),
]
MEASURE: list[Field] = [
    ("name", "Measured by", widgets.Text),
    ("unit", "Unit", widgets.Text),
    ("baseline", "From", widgets.Text),
    ("target", "To", widgets.Text),
    ("due", "By", widgets.DatePicker),
]
ACTION: list[Field] = [
    ("what", "Action", widgets.Text),
    ("objective", "For objective", "objectives"),
    ("owner", "Owner", widgets.Text),
    ("side", "Whose", Side),
    ("due", "Due", widgets.DatePicker),
    ("status", "Status", ActionStatus),
    ("hours", "Hours (ours alone)", widgets.Text),
    ("done_when", "Done when", widgets.Text),
    ("done", "Done on", widgets.DatePicker),
    ("note", "Note (ours alone)", widgets.Text),
    ("internal", "Keep it out of the client edition", widgets.Checkbox),
]


class StockForm:
    def __init__(self, folder: str | Path, name: str) -> None:
        self.store = FolderStore(Path(folder))
        self.stored: Stored = self.store.load(name)
        self.said = widgets.Label()
        self.said.add_class("stock-said")

    @property
    def plan(self) -> Plan:
        return self.stored.plan

    def objectives(self) -> Any:
        rows = [self._objective(at, one) for at, one in enumerate(self.plan.objectives)]
        return self._form(rows, "Add objective")

    def actions(self) -> Any:
        rows = [
            self._row(one.id, _fields(ACTION, one, self._ids(), self._keeper("actions", at)))
            for at, one in enumerate(self.plan.actions)
        ]
        return self._form(rows, "Add action")

    def _objective(self, at: int, one: Objective) -> Any:
        measure = one.measure or Measure()

        def keep(name: str, value: Any) -> None:
            changed = (self.plan.objectives[at].measure or Measure()).replace(**{name: value})
            self._keeper("objectives", at)("measure", changed)

        fields = _fields(OBJECTIVE, one, self._ids(), self._keeper("objectives", at))
        return self._row(one.id, [*fields, *_fields(MEASURE, measure, self._ids(), keep)])

    def _form(self, rows: list[Any], add: str) -> Any:
        form = widgets.VBox([*rows, widgets.Button(description=add), self.said])
        form.add_class("stock-form")
        return form

    def _row(self, name: str, fields: list[Any]) -> Any:
        top = widgets.HBox([widgets.HTML(name), widgets.Button(description=f"Remove {name}")])
        return widgets.VBox([top, widgets.Box(fields, layout=widgets.Layout(flex_flow="row wrap"))])

    def _ids(self) -> list[str]:
        return [one.id for one in self.plan.objectives]

    def _keeper(self, part: str, at: int) -> Callable[[str, Any], None]:
        """Saves the plan with one field of one row changed, and says so."""

        def keep(name: str, value: Any) -> None:
            rows: list[Action | Objective] = list(getattr(self.plan, part))
            rows[at] = rows[at].replace(**{name: value})
            self.stored = self.store.save(self.stored, self.plan.replace(**{part: tuple(rows)}))
            self.said.value = f"Saved {value}"

        return keep


def _fields(fields: Iterable[Field], value: Any, ids: list[str], keep: Callable[[str, Any], None]) -> list[Any]:
    return [_field(name, label, kind, getattr(value, name), ids, keep) for name, label, kind in fields]


def _field(name: str, label: str, kind: Any, value: Any, ids: list[str], keep: Callable[[str, Any], None]) -> Any:
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        widget = widgets.Dropdown(
            description=label, options=[("–", None), *((str(one), one) for one in kind)], value=value
        )
    elif kind == "objectives":
        widget = widgets.Dropdown(description=label, options=[("–", None), *((one, one) for one in ids)], value=value)
    elif kind is widgets.Text:
        widget = widgets.Text(description=label, value="" if value is None else str(value))
    else:
        widget = kind(description=label, value=value)
    widget.observe(lambda change: keep(name, change["new"]), "value")
    return widget
