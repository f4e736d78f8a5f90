"""The value proposition: four questions, and what shows that the answers hold."""

from __future__ import annotations

from typing import Any

from clientplan.forms import box
from clientplan.forms.form import Form
from clientplan.forms.markup import tag
from clientplan.forms.nodes import Html
from clientplan.forms.part import Part
from clientplan.forms.row import Row, grid
from clientplan.plan.plan import Plan
from clientplan.plan.purpose import Evidence, ValueProposition

_QUESTIONS = {
    "goal": ("What do they want to reach?", "Their goal, in their words"),
    "value": ("What do we bring to that?", "Ours and hard to get elsewhere"),
    "they_gain": ("How do they gain?", "A figure they would sign"),
    "we_gain": ("How do we gain?", "Said openly, since they wonder anyway"),
}


class PropositionForm(Form):
    parts = ("value_proposition",)

    def fields(self, plan: Plan) -> list[Any]:
        questions = {name: box.area(question, hint) for name, (question, hint) in _QUESTIONS.items()}
        self.answers = self.part(ValueProposition, questions, plan.value_proposition, ("value_proposition",))
        self.evidence = self.rows(
            "evidence", _evidence, plan.value_proposition.evidence, ("value_proposition", "evidence")
        )
        heading = Html(tag("p", "What shows that it holds", class_="cp-heading"))
        return [grid(questions, dict.fromkeys(questions, 6)), heading, self.evidence.view]

    def typed(self) -> dict[str, Any]:
        return {"value_proposition": self.answers.read(evidence=self.evidence.read())}

    def show(self, plan: Plan) -> None:
        self.answers.show(plan.value_proposition)
        self.evidence.show(plan.value_proposition.evidence)

    def summary(self, plan: Plan) -> list[str]:
        proposition = plan.value_proposition
        answers = [f"{question} {getattr(proposition, name) or 'open'}" for name, (question, _) in _QUESTIONS.items()]
        return [*answers, f"Evidence: {len(proposition.evidence) or 'none yet'}"]


def _evidence(value: Evidence | None, _name: str) -> Row[Evidence]:
    boxes = {
        "what": box.line("Evidence", "A figure, a result, a reference"),
        "source": box.line("Where it is from"),
        "when": box.day("Dated"),
    }
    return Row("evidence", Part(Evidence, boxes, value), {"what": 6, "source": 3, "when": 3})
