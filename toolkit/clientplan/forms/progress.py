"""What became of the actions, gone through one by one: what is overdue comes first."""

from __future__ import annotations

from datetime import date
from typing import Any

from clientplan.checks import Finding
from clientplan.forms import box
from clientplan.forms.form import Form
from clientplan.forms.markup import Markup, joined, tag
from clientplan.forms.nodes import Group, Html, Node
from clientplan.forms.row import grid
from clientplan.forms.text import day
from clientplan.plan.action import Action
from clientplan.plan.plan import Plan
from clientplan.plan.words import ActionStatus

_CODES = {"CP507"}  # overdue without a word: what is said of how an action is written belongs to its own step
_WIDTHS = {"status": 2, "due": 3, "done": 3, "note": 4}


class ActionsProgress(Form):
    """A line for each action that is open when the page is opened; it stays in its place when it is closed."""

    parts = ("actions",)
    step = "Review"

    def fields(self, plan: Plan) -> list[Any]:
        today = self.desk.workspace.today
        self._late = Html()
        self._ids = [action.id for action in plan.actions]
        self.lines = {
            action.id: _Line(self, plan.actions.index(action), action)
            for action in sorted(plan.actions, key=_by_due)
            if action.open
        }
        closed = [action for action in plan.actions if not action.open]
        shown: list[Node] = [line.view for line in self.lines.values()]
        self._say_late(plan)
        nothing = tag("p", "No action is open." if plan.actions else "There are no actions yet.", class_="cp-nothing")
        return [
            self._late,
            *(shown or [Html(nothing)]),
            *([Html(_closed(closed, today))] if closed else []),
        ]

    def typed(self) -> dict[str, Any]:
        read = {name: line.part.read() for name, line in self.lines.items()}
        return {"actions": tuple(read.get(one.id) or one for one in self.document.plan.actions)}

    def show(self, plan: Plan) -> None:
        actions = {action.id: action for action in plan.actions}
        if list(actions) != self._ids or any(one.open and one.id not in self.lines for one in plan.actions):
            self.refresh()  # others came, went or were opened again elsewhere
            return
        for name, line in self.lines.items():
            line.show(actions[name])
        self._say_late(plan)

    def summary(self, plan: Plan) -> list[str]:
        today = self.desk.workspace.today
        listed = [action for action in sorted(plan.actions, key=_by_due) if action.open]
        closed = len(plan.actions) - len(listed)
        return [
            f"Actions: {len(listed) or 'none'} open, {closed} closed",
            *(f"  {_title(one)} ({_whose(one)}, {one.status}{_late(one, today)})" for one in listed),
        ]

    def _say_late(self, plan: Plan) -> None:
        late = sum(1 for action in plan.actions if _days_late(action, self.desk.workspace.today))
        words = f"{late} overdue: close it, drop it, or give it a new day and a word on why." if late else ""
        self._late.value = tag("p", words, class_="cp-heading") if words else ""

    def _concerning(self) -> list[Finding]:
        return [one for one in super()._concerning() if one.code in _CODES]


class _Line:
    def __init__(self, form: ActionsProgress, at: int, action: Action) -> None:
        self._today = form.desk.workspace.today
        boxes = {
            "status": box.pick(f"Status of {action.id}", ActionStatus, blank=False),
            "due": box.day("Due"),
            "done": box.day("Done on"),
            "note": box.line("Note" + box.OURS, "Why it moved, what it brought"),
        }
        boxes["status"].observe(form.guard(self._dated))  # before the form saves
        self.part = form.part(Action, boxes, action, ("actions", at))
        boxes["note"].visit()  # whoever goes through the list has come to it
        self._head = Html()
        self.view = Group([self._head, grid(boxes, _WIDTHS)])
        self.view.add_class("cp-row")
        self._write(action)

    def show(self, action: Action) -> None:
        self.part.show(action)
        self._write(action)

    def _dated(self) -> None:
        """Done means done today, unless another day is typed; what is open again isn't done."""
        status, done = self.part.boxes["status"].value, self.part.boxes["done"]
        if status is ActionStatus.DONE and done.value is None:
            done.show(self._today)
        elif status in {ActionStatus.OPEN, ActionStatus.DOING}:
            done.show(None)

    def _write(self, action: Action) -> None:
        late = _days_late(action, self._today)
        overdue = [tag("span", f" {late} {'day' if late == 1 else 'days'} overdue", class_="cp-late")] if late else []
        done_when = [tag("p", f"Done when: {action.done_when}", class_="cp-quiet")] if action.done_when else []
        self._head.value = joined(
            tag("span", _title(action), class_="cp-name"),
            tag("span", f" {_whose(action)}", class_="cp-quiet"),
            *overdue,
            *done_when,
        )


def _by_due(action: Action) -> tuple[bool, date, str]:
    """What is due first stands first, and so what is overdue; what has no day comes last."""
    return action.due is None, action.due or date.max, action.id


def _days_late(action: Action, today: date) -> int:
    return max((today - action.due).days, 0) if action.open and action.due else 0


def _late(action: Action, today: date) -> str:
    late = _days_late(action, today)
    return f", {late} {'day' if late == 1 else 'days'} overdue" if late else ""


def _title(action: Action) -> str:
    return f"{action.id} {action.what or 'without words yet'}"


def _whose(action: Action) -> str:
    due = f"due {day(action.due)}" if action.due else "no day set"
    return f"{action.owner or 'no owner'}, {due}"


def _closed(actions: list[Action], today: date) -> Markup:
    listed = [
        tag("li", f"{_title(one)} ({one.status}{f' {day(one.done)}' if one.done else ''})")
        for one in sorted(actions, key=lambda one: one.done or today, reverse=True)
    ]
    return tag("details", tag("summary", f"Closed: {len(listed)}"), tag("ul", *listed, class_="cp-told"))
