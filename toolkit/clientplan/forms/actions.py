"""Actions: one owner, one due date, one objective each."""

from __future__ import annotations

from typing import Any

from clientplan.forms import box
from clientplan.forms.form import Form
from clientplan.forms.part import Part
from clientplan.forms.pickers import objectives
from clientplan.forms.row import Row
from clientplan.plan.action import Action
from clientplan.plan.plan import Plan
from clientplan.plan.words import ActionStatus, Side

_WIDTHS = {"what": 7, "objective": 5, "owner": 3, "side": 2, "due": 3, "status": 2, "hours": 2}
_WIDTHS |= {"done_when": 6, "done": 3, "note": 3}


class ActionsForm(Form):
    parts = ("actions",)

    def fields(self, plan: Plan) -> list[Any]:
        self.actions = self.rows("action", ActionRow, plan.actions, ("actions",), prefix="a")
        return [self.actions.view]

    def typed(self) -> dict[str, Any]:
        return {"actions": self.actions.read()}

    def show(self, plan: Plan) -> None:
        self.actions.show(plan.actions)
        for row in self.actions.rows:
            row.offer(plan)

    def summary(self, plan: Plan) -> list[str]:
        listed = [f"  {one.id} {one.what or 'open'} ({one.owner or 'no owner'}, {one.status})" for one in plan.actions]
        return [f"Actions: {len(plan.actions) or 'none yet'}", *listed]


class ActionRow(Row[Action]):
    def __init__(self, value: Action | None, name: str) -> None:
        self.objective = box.link("For objective")
        boxes = {
            "what": box.line("Action", "A verb first: what one person does"),
            "objective": self.objective,
            "owner": box.line("Owner", "One person, by name"),
            "side": box.pick("Whose", Side, blank=False),
            "due": box.day("Due"),
            "status": box.pick("Status", ActionStatus, blank=False),
            "hours": box.figure("Hours" + box.OURS),
            "done_when": box.line("Done when", "Something that both sides could see"),
            "done": box.day("Done on"),
            "note": box.line("Note" + box.OURS),
            "internal": box.flag("Keep it out of the client edition"),
        }
        name = value.id if value else name
        super().__init__("action", Part(Action, boxes, value, {"id": name}), _WIDTHS, name)

    def offer(self, plan: Plan) -> None:
        self.objective.offer(objectives(plan))
