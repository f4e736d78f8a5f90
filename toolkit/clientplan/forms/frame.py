"""Whose plan it is, from when to when, and when it is looked at next."""

from __future__ import annotations

from typing import Any

from clientplan.forms import box
from clientplan.forms.form import Form
from clientplan.forms.row import grid
from clientplan.plan.plan import Client, Period, Plan


class FrameForm(Form):
    parts = ("client", "period", "manager", "next_review")

    def fields(self, plan: Plan) -> list[Any]:
        client = {"name": box.line("Client"), "industry": box.line("Industry")}
        period = {"first": box.day("First day"), "last": box.day("Last day")}
        frame = {"manager": box.line("Relationship manager", "One name"), "next_review": box.day("Next review")}
        self.client = self.part(Client, client, plan.client, ("client",))
        self.period = self.part(Period, period, plan.period, ("period",))
        self.frame = self.part(Plan, frame, plan, ())
        return [
            grid(client, {"name": 7, "industry": 5}),
            grid(frame | period, {"manager": 4, "next_review": 3, "first": 3, "last": 2}),
        ]

    def typed(self) -> dict[str, Any]:
        frame = self.frame.read() or self.document.plan
        return {
            "client": self.client.read(),
            "period": self.period.read(),
            "manager": frame.manager,
            "next_review": frame.next_review,
        }

    def show(self, plan: Plan) -> None:
        self.client.show(plan.client)
        self.period.show(plan.period)
        self.frame.show(plan)

    def summary(self, plan: Plan) -> list[str]:
        return [
            f"Client: {plan.client.name} ({plan.client.industry or 'industry open'})",
            f"Relationship manager: {plan.manager or 'open'}",
            f"Period: {plan.period.first} to {plan.period.last}",
            f"Next review: {plan.next_review or 'open'}",
        ]
