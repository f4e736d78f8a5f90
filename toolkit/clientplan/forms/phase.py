"""The phase of the relationship, decided by the manager."""

from __future__ import annotations

from typing import Any

from clientplan.forms import box
from clientplan.forms.form import Form
from clientplan.forms.row import grid
from clientplan.plan.plan import Plan
from clientplan.plan.words import Phase


class PhaseForm(Form):
    parts = ("phase", "phase_reason")

    def fields(self, plan: Plan) -> list[Any]:
        boxes = {
            "phase": box.pick("Phase" + box.OURS, Phase),
            "phase_reason": box.area("Why, and what would end it" + box.OURS, "What you saw that tells you so"),
        }
        self.phase = self.part(Plan, boxes, plan, ())
        return [grid(boxes, {"phase": 3, "phase_reason": 9})]

    def typed(self) -> dict[str, Any]:
        read = self.phase.read() or self.document.plan
        return {"phase": read.phase, "phase_reason": read.phase_reason}

    def show(self, plan: Plan) -> None:
        self.phase.show(plan)

    def summary(self, plan: Plan) -> list[str]:
        return [f"Phase: {plan.phase or 'open'}", f"Why: {plan.phase_reason or 'open'}"]
