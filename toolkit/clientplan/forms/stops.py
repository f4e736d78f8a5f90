"""Stops: what we no longer do, so that there are hours for the actions."""

from __future__ import annotations

from typing import Any

from clientplan.forms import box
from clientplan.forms.form import Form
from clientplan.forms.part import Part
from clientplan.forms.row import Row
from clientplan.plan.action import Stop
from clientplan.plan.plan import Plan
from clientplan.plan.value import plain


class StopsForm(Form):
    parts = ("stops",)

    def fields(self, plan: Plan) -> list[Any]:
        self.stops = self.rows("stop", _stop, plan.stops, ("stops",))
        return [self.stops.view]

    def typed(self) -> dict[str, Any]:
        return {"stops": self.stops.read()}

    def show(self, plan: Plan) -> None:
        self.stops.show(plan.stops)

    def summary(self, plan: Plan) -> list[str]:
        listed = [f"  {stop.what} ({plain(stop.frees) if stop.frees else 'no'} hours a month)" for stop in plan.stops]
        return [f"Stops: {len(plan.stops) or 'none yet'}", *listed]


def _stop(value: Stop | None, _name: str) -> Row[Stop]:
    boxes = {
        "what": box.line("We stop"),
        "frees": box.figure("Frees hours a month"),
        "why": box.line("Why it can go"),
    }
    return Row("stop", Part(Stop, boxes, value), {"what": 6, "frees": 2, "why": 4})
