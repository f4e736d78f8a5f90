"""Objectives, on the ladder outcome <- performance <- process."""

from __future__ import annotations

from typing import Any

from clientplan.forms.form import Form
from clientplan.forms.objective import ObjectiveRow
from clientplan.plan.plan import Plan


class ObjectivesForm(Form):
    parts = ("objectives",)

    def fields(self, plan: Plan) -> list[Any]:
        self.objectives = self.rows(
            "objective", ObjectiveRow, plan.objectives, ("objectives",), prefix="o", taken=self._spoken_of
        )
        return [self.objectives.view]

    def typed(self) -> dict[str, Any]:
        return {"objectives": self.objectives.read()}

    def show(self, plan: Plan) -> None:
        self.objectives.show(plan.objectives)
        for row in self.objectives.rows:
            row.offer(plan)

    def summary(self, plan: Plan) -> list[str]:
        listed = [f"  {'  ' * depth}{objective.id} {objective.words or 'open'}" for depth, objective in plan.ladder()]
        return [f"Objectives: {len(plan.objectives) or 'none yet'}", *listed]

    def _spoken_of(self) -> list[str | None]:
        """Ids that the plan still speaks of: a new objective must not come into another's actions and verdicts."""
        plan = self.document.plan
        verdicts = [verdict.objective for review in plan.reviews for verdict in review.verdicts]
        return [*verdicts, *(action.objective for action in plan.actions), *(one.serves for one in plan.objectives)]
