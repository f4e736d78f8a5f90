"""The top of each notebook: whose plan lies open, and how far each step has come."""

from __future__ import annotations

from typing import Any

from clientplan.forms.desk import Desk
from clientplan.forms.markup import Markup, tag
from clientplan.forms.nodes import Html
from clientplan.forms.panel import Panel
from clientplan.forms.steps import Mark, marks
from clientplan.plan.plan import Plan

SAMPLE = "You are looking at a throw-away copy of the sample portfolio. Make your own: clientplan new DIR"


class Header(Panel):
    def __init__(self, desk: Desk) -> None:
        self._watched: object = None
        super().__init__(desk)

    def build(self) -> list[Any]:
        self._shown = Html()
        self._write()
        document = self.desk.document
        if document is not None and document is not self._watched:
            document.observe(self.guard(self._write))
            self._watched = document
        return [self._shown]

    def words(self) -> str:
        return "\n".join([title(self.desk), *(f"  {mark.step.name}: {mark.words}" for mark in marks(self.desk))])

    def _write(self) -> None:
        banner = [tag("p", SAMPLE, class_="cp-banner")] if self.desk.workspace.throw_away else []
        steps = tag("ol", *(_item(mark) for mark in marks(self.desk)))
        name = tag("p", title(self.desk), class_="cp-title")
        self._shown.value = tag("div", *banner, name, tag("nav", steps, aria_label="Steps"), class_="cp-head")


def title(desk: Desk) -> str:
    return desk.trouble.splitlines()[0] if desk.document is None else plan_title(desk.document.plan)


def plan_title(plan: Plan) -> str:
    """`Harrow & Finch, 1 April 2026 to 31 March 2027`."""
    first, last = plan.period.first, plan.period.last
    return f"{plan.client.name}, {first.day} {first:%B %Y} to {last.day} {last:%B %Y}"


def _item(mark: Mark) -> Markup:
    name = tag("a", mark.step.name, href=f"{mark.step.notebook}.ipynb")
    return tag("li", name, tag("span", mark.words), class_="cp-done" if mark.done else None)
