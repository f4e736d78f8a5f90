"""Objectives, on the ladder outcome <- performance <- process, with their actions and what is missing under each."""

from __future__ import annotations

from typing import Any

from clientplan.forms.form import Form
from clientplan.forms.ladder import rungs
from clientplan.forms.objective import ObjectiveRow
from clientplan.plan.action import Action
from clientplan.plan.plan import Plan
from clientplan.plan.words import Level


class ObjectivesForm(Form):
    parts = ("objectives",)

    def fields(self, plan: Plan) -> list[Any]:
        self.objectives = self.rows(
            "objective", self._row, _from_the_top(plan), ("objectives",), prefix="o", taken=self._spoken_of
        )
        return [self.objectives.view]

    def typed(self) -> dict[str, Any]:
        """In the order of the ladder; the rows stand in that order too, each with what is being typed in it."""
        plan = self.document.plan.replace(objectives=self.objectives.read())
        self.objectives.order([one.id for _, one in plan.ladder()])
        return {"objectives": self.objectives.values}

    def show(self, plan: Plan) -> None:
        self.objectives.show(_from_the_top(plan))
        standing = rungs(plan)
        for row in self.objectives.rows:
            row.offer(plan)
            row.stand(standing.get(row.name))

    def summary(self, plan: Plan) -> list[str]:
        listed = [f"  {'  ' * depth}{objective.id} {objective.words or 'open'}" for depth, objective in plan.ladder()]
        return [f"Objectives: {len(plan.objectives) or 'none yet'}", *listed]

    def _row(self, value: Any, name: str) -> ObjectiveRow:
        row = ObjectiveRow(value, name)
        row.answer.on_click(self.guard(lambda _button: self._answer(row)))
        return row

    def _answer(self, row: ObjectiveRow) -> None:
        """Adds what is missing under an objective, ready to be filled in."""
        if row.rung is None:
            return
        if row.rung.below is not None:
            self._add_below(row, row.rung.below)
        else:
            self._add_action(row)

    def _add_below(self, above: ObjectiveRow, level: Level) -> None:
        new = self.objectives.add_after(above)
        new.offer(self.document.plan)
        new.part.boxes["level"].widget.value = level
        new.serves.widget.value = above.name

    def _add_action(self, row: ObjectiveRow) -> None:
        plan = self.document.plan
        name = _fresh("a", [action.id for action in plan.actions])
        self.document.edit(actions=(*plan.actions, Action(id=name, objective=row.name)))

        def undo() -> None:
            now = self.document.plan
            self.document.edit(actions=tuple(one for one in now.actions if one != Action(id=name, objective=row.name)))
            self.status.done("As it was before")

        self.status.done(f"{name} is begun for {row.name}. Fill it in under Actions", "Undo", self.guard(undo))

    def _spoken_of(self) -> list[str | None]:
        """Ids that the plan still speaks of: a new objective must not come into another's actions and verdicts."""
        plan = self.document.plan
        verdicts = [verdict.objective for review in plan.reviews for verdict in review.verdicts]
        return [*verdicts, *(action.objective for action in plan.actions), *(one.serves for one in plan.objectives)]


def _from_the_top(plan: Plan) -> tuple[Any, ...]:
    return tuple(one for _, one in plan.ladder())


def _fresh(prefix: str, names: list[str]) -> str:
    numbers = [int(name[1:]) for name in names if name[:1] == prefix and name[1:].isdecimal()]
    return f"{prefix}{max(numbers, default=0) + 1}"
