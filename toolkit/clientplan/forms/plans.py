"""All plans of the workspace, one line each: what is done, what is missing, and when each is looked at again."""

from __future__ import annotations

from datetime import date
from typing import Any

import ipywidgets as widgets

from clientplan.briefing import Briefing
from clientplan.errors import ClientPlanError
from clientplan.forms.desk import Desk
from clientplan.forms.document import Document
from clientplan.forms.markup import Markup, joined, table, tag
from clientplan.forms.panel import Panel
from clientplan.forms.reviewed import overdue
from clientplan.forms.steps import STEPS, Mark, Step, mark
from clientplan.forms.stopped import stopped
from clientplan.forms.text import NONE, aligned, short_day
from clientplan.plan.plan import Plan

_HEAD = ("Client", "Phase", "Done", "Missing", "Next review")
_ABOUT_A_PLAN = tuple(step for step in STEPS if step.name in {"Start", "Purpose", "Objectives", "Review"})


class PlansPanel(Panel):
    """Looks when it opens and when another plan is chosen; the open plan is the first."""

    def build(self) -> list[Any]:
        self._rows, self._way, self._link = _read(self.desk)
        document = self.desk.document
        if document is not None and getattr(self, "_heard", None) is not document:
            document.observe(self.guard(self._look_again))
            self._heard: Document = document
        self._shown = widgets.HTML(self._markup())
        return [self._shown]

    def words(self) -> str:
        shown = aligned([_HEAD, *self._rows]) if self._rows else ["No plans yet."]
        return "\n".join([*shown, *([self._way] if self._way else [])])

    def _look_again(self) -> None:
        self._rows, self._way, self._link = _read(self.desk)
        self._shown.value = self._markup()

    def _markup(self) -> Markup:
        if not self._rows:
            return tag("p", "No plans yet. Begin one below: a name is enough.", class_="cp-nothing")
        way = [tag("p", self._link, class_="cp-go-on")] if self._way else []
        return joined(*way, table(_HEAD, self._rows, caption="", figures=frozenset()))


def _read(desk: Desk) -> tuple[list[tuple[str, ...]], str, Markup]:
    """A row for each plan, the open one first; then the way to go on with that, as words and with its link."""
    workspace, opened = desk.workspace, desk.document
    briefing = Briefing(workspace)
    rows: list[tuple[str, ...]] = []
    way = ("", Markup(""))
    for name in sorted(workspace.store.names(), key=lambda name: opened is None or name != opened.name):
        mine = opened is not None and name == opened.name
        try:
            plan = opened.plan if mine and opened is not None else workspace.store.load(name).plan
        except ClientPlanError:
            rows.append((name, NONE, NONE, "can't be read: choose it to see why", NONE))
            continue
        findings = briefing.report(name, plan).findings
        marks = [mark(step, plan, findings, workspace.today) for step in _ABOUT_A_PLAN]
        rows.append(_row(plan, marks, workspace.today))
        if mine:
            way = _way(stopped(workspace), name, plan, marks)
    return rows, *way


def _row(plan: Plan, marks: list[Mark], today: date) -> tuple[str, ...]:
    done = [one.step.name for one in marks if one.done]
    missing = [f"{one.step.name}: {one.words}" for one in marks if _missing(one)]
    late = overdue(plan, today)
    day = short_day(plan.next_review) if plan.next_review else "no day set"
    return (
        plan.client.name,
        str(plan.phase or "open").capitalize(),
        ", ".join(done) or NONE,
        "; ".join(missing) or NONE,
        f"{day}, {late} {'day' if late == 1 else 'days'} overdue" if late else day,
    )


def _missing(one: Mark) -> bool:
    """A first review that lies ahead, or that has nothing to look at, isn't missing."""
    return not one.done and not one.words.startswith(("first one", "nothing to"))


def _way(places: dict[str, str], opened: str, plan: Plan, marks: list[Mark]) -> tuple[str, Markup]:
    """Where to go on: where something was typed last; for a plan that nothing was typed in, what it needs next."""
    place, name = places.get(opened), plan.client.name
    if place is not None:
        last = next(reversed(places)) == opened
        return _sentence(f"You stopped in {name}. Go on in " if last else f"In {name} go on in ", _step(place))
    following = next((one.step for one in marks if _missing(one)), None)
    if following is not None:
        return _sentence(f"{name} needs next: ", following)
    return _sentence(f"{name} has all it needs. Look at the page in ", _step("05_plan"))


def _step(notebook: str) -> Step:
    return next((step for step in STEPS if step.notebook == notebook), STEPS[0])


def _sentence(words: str, step: Step) -> tuple[str, Markup]:
    number = STEPS.index(step) + 1
    link = tag("a", f"{number} {step.name}", href=f"{step.notebook}.ipynb")
    return f"{words}{number} {step.name}", joined(words, link)
