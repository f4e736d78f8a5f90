"""What each party wants of the relationship."""

from __future__ import annotations

from typing import Any

from clientplan.forms import box
from clientplan.forms.form import Form
from clientplan.forms.nodes import Group
from clientplan.forms.part import Part, filled
from clientplan.forms.remarks import Remarks
from clientplan.forms.row import grid
from clientplan.plan.plan import Plan
from clientplan.plan.purpose import Intent, Intents
from clientplan.plan.words import Basis

_WIDTHS = {"words": 12, "basis": 2, "who": 4, "where": 3, "when": 3}


class IntentForm(Form):
    parts = ("intent",)

    def fields(self, plan: Plan) -> list[Any]:
        self.client, theirs = self._party(
            "client", "What the client wants", "As they said it, in their words", plan.intent.client
        )
        self.ours, own = self._party("ours", "What we want", "What we would tell them to their face", plan.intent.ours)
        return [theirs, own]

    def typed(self) -> dict[str, Any]:
        return {"intent": Intents(ours=filled(self.ours.read()), client=filled(self.client.read()))}

    def show(self, plan: Plan) -> None:
        self.ours.show(plan.intent.ours)
        self.client.show(plan.intent.client)

    def summary(self, plan: Plan) -> list[str]:
        return [
            f"What the client wants: {_told(plan.intent.client)}",
            f"What we want: {_told(plan.intent.ours)}",
        ]

    def _party(self, whose: str, heading: str, hint: str, intent: Intent | None) -> tuple[Part[Intent], Any]:
        boxes = {
            "words": box.area(heading, hint, rows=3),
            "basis": box.pick("Stated or inferred", Basis),
            "who": box.line("Who said it", "Name and role"),
            "where": box.line("Where", "Meeting, letter, call"),
            "when": box.day("When"),
        }
        part = self.part(Intent, boxes, intent, ("intent", whose))
        part.head = Remarks(Group())
        group = Group([part.head.view, grid(boxes, _WIDTHS)])
        group.add_class("cp-row")
        return part, group


def _told(intent: Intent | None) -> str:
    return f"{intent.words} ({intent.basis or 'neither stated nor inferred'})" if intent and intent.words else "open"
