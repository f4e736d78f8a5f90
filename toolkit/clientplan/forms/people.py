"""Who matters at the client, in the business role."""

from __future__ import annotations

from typing import Any

from clientplan.forms import box
from clientplan.forms.form import Form
from clientplan.forms.part import Part
from clientplan.forms.row import Row
from clientplan.plan.people import Person
from clientplan.plan.plan import Plan
from clientplan.plan.words import Stance, Weight

_WIDTHS = {"name": 4, "role": 4, "contact": 4, "influence": 3, "support": 3, "note": 6}


class PeopleForm(Form):
    parts = ("people",)

    def fields(self, plan: Plan) -> list[Any]:
        self.people = self.rows("person", _person, plan.people, ("people",))
        return [self.people.view]

    def typed(self) -> dict[str, Any]:
        return {"people": self.people.read()}

    def show(self, plan: Plan) -> None:
        self.people.show(plan.people)

    def summary(self, plan: Plan) -> list[str]:
        listed = [f"  {person.name}, {person.role or 'role open'}" for person in plan.people]
        return [f"People: {len(plan.people) or 'none yet'}", *listed]


def _person(value: Person | None, _name: str) -> Row[Person]:
    boxes = {
        "name": box.line("Name"),
        "role": box.line("Role"),
        "contact": box.line("Who of us keeps the contact"),
        "influence": box.pick("Influence" + box.OURS, Weight),
        "support": box.pick("Stance to us" + box.OURS, Stance),
        "note": box.line("Note" + box.OURS),
        "decides": box.flag("Decides about the business with us" + box.OURS),
    }
    return Row("person", Part(Person, boxes, value), _WIDTHS)
