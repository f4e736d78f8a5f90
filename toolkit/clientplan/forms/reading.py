"""The readings of one measure: a line for the newest one, the earlier ones where they are asked for."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

from clientplan.forms import box, measured
from clientplan.forms.entry import Entry
from clientplan.forms.markup import Markup, joined, tag
from clientplan.forms.nodes import Button, Group, Html, Line
from clientplan.forms.part import Part
from clientplan.forms.remarks import Remarks
from clientplan.forms.row import Row, grid
from clientplan.forms.rows import Rows
from clientplan.forms.text import day
from clientplan.plan.objective import Measure, Objective, Reading
from clientplan.plan.plan import Plan

if TYPE_CHECKING:
    from clientplan.forms.form import Form

_WIDTHS = {"value": 3, "when": 3, "note": 6}


class MeasureReadings:
    """One objective's line.

    The new reading has today's day already and counts once its value is typed; it keeps its line until the page is
    opened again.
    """

    def __init__(self, form: Form, plan: Plan, objective: Objective) -> None:
        self.id = objective.id
        self._form = form
        self._path = ("objectives", plan.objectives.index(objective), "measure", "readings")
        self._today = form.desk.workspace.today
        self._measure = _measure(objective)
        self._earlier = self._measure.readings
        boxes = _boxes(f" of {objective.id}")
        # the line begins empty, whatever was read before
        self.new = form.part(Reading, boxes, None, self._path, partial(Entry, said=("value", "note")))
        boxes["when"].show(self._today)
        self.rows: Rows[Row[Reading]] | None = None
        self.earlier_button = Button("Earlier readings")
        self.earlier_button.on_click(form.guard(self._open))
        self._head, self._before = Html(), Html()
        self.new.head = Remarks(Group([self._head]))
        boxes["value"].visit()  # whoever opens this page has come to it: what is old or missing is said at once
        self.new.visits.left = True
        self._below = Group([Line([self._before, self.earlier_button])])
        self._below.children[0].add_class("cp-undo")
        self.view = Group([self.new.head.view, grid(boxes, _WIDTHS), self._below])
        self.view.add_class("cp-row")
        self._write(plan, objective)

    def read(self) -> tuple[Reading, ...]:
        """All readings as they are typed, earlier ones first."""
        earlier = tuple(reversed(self.rows.read())) if self.rows is not None else self._earlier
        new = self.new.read()
        return (*earlier, new) if new is not None else earlier

    def show(self, plan: Plan, objective: Objective) -> None:
        """Takes over what the plan has now; the new reading is known by what was typed."""
        self._measure = _measure(objective)
        readings, new = list(self._measure.readings), self.new.value
        if new is not None and new in readings:
            at = len(readings) - 1 - readings[::-1].index(new)
            readings.pop(at)
            self.new.show(new)
        elif new is not None or self.new.saved is not None:
            self.new.show(None)
            self.new.boxes["when"].show(self._today)
        self._earlier = tuple(readings)
        if self.rows is not None:
            self.rows.show(_in_sight(self.rows.values, self._earlier))
        self._write(plan, objective)

    def _open(self, *_clicked: Any) -> None:
        """Made when they are asked for: a year of readings is many boxes, and few are ever corrected."""
        if self.rows is None:
            self.rows = self._form.rows("reading", _row, tuple(reversed(self._earlier)), self._path)
            self._below.children = [self.rows.view]

    def _write(self, plan: Plan, objective: Objective) -> None:
        measure = self._measure
        standing = " ".join(filter(None, (measured.stands(measure), _straight(measure, plan, self._today))))
        self._head.value = joined(
            tag("span", measured.name(objective), class_="cp-name"),
            tag("p", measured.way(measure), " ", standing, class_="cp-quiet"),
        )
        self._before.value = _before(self._earlier, measure)


def _straight(measure: Measure, plan: Plan, today: date) -> str:
    return measured.straight(measure, plan, today) if measure.progress is None or measure.progress < 1 else ""


def _before(readings: tuple[Reading, ...], measure: Measure) -> Markup:
    """The last three, newest first, in one line."""
    shown = [f"{day(one.when)}: {measured.value(one.value, measure)}" for one in reversed(readings[-3:])]
    more = ["…"] if len(readings) > len(shown) else []
    return tag("span", " · ".join([*shown, *more]) if shown else "No earlier reading.", class_="cp-quiet")


def _in_sight(typed: tuple[Reading, ...], readings: tuple[Reading, ...]) -> tuple[Reading, ...]:
    """In the order in which the rows stand where they are the same readings: none may jump while it is typed."""
    oldest_first = list(reversed(typed))  # of two readings on one day the order tells which came later
    by_date = sorted(oldest_first, key=lambda one: one.when)
    return typed if by_date == list(readings) else tuple(reversed(readings))


def _measure(objective: Objective) -> Measure:
    return objective.measure or Measure()


def _boxes(of: str = "") -> dict[str, box.Box]:
    return {"value": box.figure(f"Value{of}"), "when": box.day("Read on"), "note": box.line("Note" + box.OURS)}


def _row(value: Reading | None, _name: str) -> Row[Reading]:
    return Row("reading", Part(Reading, _boxes(), value), _WIDTHS)
