"""Hours for the open client, and the five judgments of what they bring: asked in plain words, begun by the phase."""

from __future__ import annotations

from typing import Any

from clientplan.forms import box
from clientplan.forms.form import Form
from clientplan.forms.markup import tag
from clientplan.forms.nodes import Button, Html
from clientplan.forms.row import grid
from clientplan.forms.text import NONE
from clientplan.plan.effort import Effort
from clientplan.plan.plan import Plan
from clientplan.plan.value import plain

_LABELS = {
    "none": "With no hours at all",
    "half": "With half of them",
    "half_more": "With half as many again",
    "saturation": "With all that could do any good",
}


class EffortForm(Form):
    parts = ("effort",)

    def fields(self, plan: Plan) -> list[Any]:
        hours = {"hours": box.figure("Hours a month" + box.OURS, "8")}
        self._boxes = {name: box.figure(label, _usual(plan, name)) for name, label in _LABELS.items()}
        self.effort = self.part(Effort, hours | self._boxes, plan.effort, ("effort",))
        ask = tag(
            "p",
            "Today's result, with today's hours, is 1. What would a year bring with others? 0.8 is a fifth less, 1.5 "
            "is half as much again.",
            class_="cp-heading",
        )
        self.begin = Button("Begin with what is usual in this phase")
        self.begin.on_click(self.guard(self._begin))
        return [
            grid(hours, {"hours": 3}),
            Html(ask),
            grid(self._boxes, dict.fromkeys(self._boxes, 3)),
            self.begin,
        ]

    def typed(self) -> dict[str, Any]:
        return {"effort": self.effort.read()}

    def show(self, plan: Plan) -> None:
        self.effort.show(plan.effort)

    def summary(self, plan: Plan) -> list[str]:
        effort = plan.effort
        judged = [f"{label}: {_written(getattr(effort, name))}" for name, label in _LABELS.items()]
        return [f"Hours a month: {_written(effort.hours)}", "Today's result is 1.", *judged]

    def _begin(self, _button: Any) -> None:
        """Fills what is open; what was judged stays."""
        for name, one in self._boxes.items():
            if one.value is None:
                one.widget.value = _usual(self.document.plan, name)


def _usual(plan: Plan, name: str) -> str:
    from clientplan.insight.hours import prefilled

    return f"{getattr(prefilled(plan.phase), name):g}"


def _written(value: Any) -> str:
    return NONE if value is None else plain(value)
