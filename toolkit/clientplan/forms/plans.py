"""All plans of the workspace, one line each: what is done, what is missing, and when each is looked at again."""

from __future__ import annotations

from datetime import date
from typing import Any

from clientplan.checks import report
from clientplan.errors import ClientPlanError
from clientplan.forms.desk import Desk
from clientplan.forms.document import Document
from clientplan.forms.markup import Markup, joined, table, tag
from clientplan.forms.nodes import Html
from clientplan.forms.panel import Panel
from clientplan.forms.reviewed import overdue
from clientplan.forms.steps import STEPS, Mark, Step, mark
from clientplan.forms.stopped import stopped
from clientplan.forms.text import NONE, aligned, short_day
from clientplan.plan.plan import Plan
from clientplan.workspace import Workspace

_HEAD = ("Client", "Phase", "Done", "Missing", "Next review")
_ABOUT_A_PLAN = tuple(step for step in STEPS if step.name in {"Start", "Purpose", "Objectives", "Review"})


class PlansPanel(Panel):
    """The open plan is the first. The others are looked at when the panel opens and when another plan is chosen."""

    def build(self) -> list[Any]:
        document = self.desk.document
        self._others = _others(self.desk, but=document.name if document is not None else None)
        if document is not None and getattr(self, "_heard", None) is not document:
            document.observe(self.guard(self._look_again))
            self._heard: Document = document
        self._shown = Html()
        self._look_again()
        return [self._shown]

    def words(self) -> str:
        shown = aligned([_HEAD, *self._rows]) if self._rows else ["No plans yet."]
        return "\n".join([*shown, *([self._way] if self._way else [])])

    def _look_again(self) -> None:
        """Only at the open plan: typing must not wait for a whole portfolio."""
        document, today = self.desk.document, self.desk.workspace.today
        self._rows, self._way, link = self._others, "", Markup("")
        if document is not None:
            found = _marks(document.plan, self.desk.workspace)
            self._rows = [_row(document.plan, found, today), *self._others]
            self._way, link = _way(stopped(self.desk.workspace), document.name, document.plan, found)
        if not self._rows:
            self._shown.value = tag("p", "No plans yet. Begin one below: a name is enough.", class_="cp-nothing")
            return
        way = [tag("p", link, class_="cp-go-on")] if link else []
        self._shown.value = joined(*way, table(_HEAD, self._rows, caption="", figures=frozenset()))


def _others(desk: Desk, but: str | None) -> list[tuple[str, ...]]:
    """A row for each plan that isn't open; one that can't be read says so."""
    workspace = desk.workspace
    rows: list[tuple[str, ...]] = []
    for name in workspace.store.names():
        if name == but:
            continue
        try:
            plan = workspace.store.load(name).plan
        except ClientPlanError:
            rows.append((name, NONE, NONE, "can't be read: choose it to see why", NONE))
        else:
            rows.append(_row(plan, _marks(plan, workspace), workspace.today))
    return rows


def _marks(plan: Plan, workspace: Workspace) -> list[Mark]:
    """By the plan alone: to ask the orders and the log of forty clients too would take a quarter of a minute."""
    said = workspace.settings
    findings = report(plan, today=workspace.today, off=said.checks_off, thresholds=said.thresholds).findings
    return [mark(step, plan, findings, workspace.today) for step in _ABOUT_A_PLAN]


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
