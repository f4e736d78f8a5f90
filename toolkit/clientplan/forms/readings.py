"""Readings: where each measure stands now, and what was read of it before."""

from __future__ import annotations

from typing import Any

from clientplan.checks import Finding, registered
from clientplan.forms import measured
from clientplan.forms.form import Form
from clientplan.forms.markup import Markup, joined, tag
from clientplan.forms.nodes import Html
from clientplan.forms.reading import MeasureReadings
from clientplan.forms.text import day
from clientplan.plan.objective import Objective
from clientplan.plan.plan import Plan
from clientplan.plan.words import Progress

_THEME = 7  # progress and erosion


class ReadingsForm(Form):
    """A line for the newest reading of each measure; the earlier ones can be opened under it."""

    parts = ("objectives",)
    step = "Review"

    def fields(self, plan: Plan) -> list[Any]:
        self.lines = [MeasureReadings(self, plan, objective) for _, objective in plan.ladder() if _read(objective)]
        if not self.lines:
            return [Html(_nothing())]
        return [line.view for line in self.lines]

    def typed(self) -> dict[str, Any]:
        readings = {line.id: line.read() for line in self.lines}
        return {
            "objectives": tuple(
                one.replace(measure=one.measure.replace(readings=readings[one.id]))
                if one.measure is not None and one.id in readings
                else one
                for one in self.document.plan.objectives
            )
        }

    def show(self, plan: Plan) -> None:
        there = {objective.id: objective for _, objective in plan.ladder() if _read(objective)}
        if list(there) != [line.id for line in self.lines]:
            self.refresh()
            return
        for line in self.lines:
            line.show(plan, there[line.id])

    def summary(self, plan: Plan) -> list[str]:
        return [line for _, objective in plan.ladder() if _read(objective) for line in _told(objective)] or [
            "No objective has a measure yet."
        ]

    def _concerning(self) -> list[Finding]:
        """What can be mended by a reading; the rest is said where the objectives are written."""
        known = registered()
        return [
            one for one in super()._concerning() if known[one.code].theme == _THEME and one.path[2:3] == ("measure",)
        ]


def _read(objective: Objective) -> bool:
    return objective.measure is not None and objective.status is not Progress.DROPPED


def _told(objective: Objective) -> list[str]:
    measure = objective.measure
    if measure is None:
        return []
    newest_first = reversed(measure.readings)
    return [
        f"{measured.name(objective)}",
        f"  {measured.way(measure)}",
        *(
            f"    {day(one.when)}: {measured.value(one.value, measure)}{f' ({one.note})' if one.note else ''}"
            for one in newest_first
        ),
    ]


def _nothing() -> Markup:
    way = tag("a", "Objectives", href="04_objectives.ipynb")
    words = tag("p", joined("No objective has a measure yet. Give them one in ", way, ", then there is what to read."))
    return tag("div", words, class_="cp-nothing")
