"""What was changed, step by step and since a day, and the way back to any version of the plan."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from clientplan.errors import ClientPlanError
from clientplan.forms import box
from clientplan.forms.desk import Desk
from clientplan.forms.document import Document
from clientplan.forms.form import nothing_open
from clientplan.forms.markup import Markup, joined, tag
from clientplan.forms.nodes import Button, Html, Line
from clientplan.forms.panel import Panel
from clientplan.forms.row import grid
from clientplan.plan.diff import changes
from clientplan.plan.plan import Plan
from clientplan.store.history import History, State
from clientplan.store.since import by_minute, found_by, minute, monday

WORDS = "Every version of the plan is kept: undo, see what changed since Monday, or go back to any of them."
NOTHING_YET = "Nothing was changed yet. From the first change on, every version is kept here."
SAME = "Nothing has changed since."
_MOST = 25  # changes that are listed: more are another plan

MONDAY, YESTERDAY = "monday", "yesterday"


class HistoryPanel(Panel):
    """Undo, redo, what changed since, and going back. Children of the panel are made once, so that focus stays."""

    def __init__(self, desk: Desk) -> None:
        self.undo = Button("Undo")
        self.redo = Button("Redo")
        self.since = box.link("What changed since")
        self.back = Button("Go back to this version")
        self._steps = Html()
        self._changes = Html()
        self._heard: Document | None = None
        self._read: tuple[State | None, Plan | None] = (None, None)  # the version that is compared with
        super().__init__(desk)
        self.undo.on_click(self.guard(lambda _: self._step(Document.undo, "Undone")))
        self.redo.on_click(self.guard(lambda _: self._step(Document.redo, "Made again")))
        self.back.on_click(self.guard(lambda _: self._go_back()))
        self.since.observe(self.guard(self._show_changes))

    def build(self) -> list[Any]:
        document = self.desk.document
        if document is None:
            return [Html(nothing_open(self.desk.trouble))]
        if document is not self._heard:
            document.observe(self.guard(self._changed))
            self._heard = document
            self.since.show(None)
        self._changed()
        buttons = Line([self.undo, self.redo])
        return [buttons, self._steps, grid({"since": self.since}, {"since": 6}), self._changes, self.back]

    def words(self) -> str:
        return self.desk.trouble if self.desk.document is None else WORDS

    @property
    def _history(self) -> History:
        return self.desk.workspace.store.history

    def _changed(self) -> None:
        document = self.desk.document
        if document is None or document is not self._heard:
            return
        back, forward = document.undoable, document.redoable
        self.undo.disabled, self.redo.disabled = back is None, forward is None
        told = [f"Undo takes back: {back.words}"] if back else []
        told += [f"Redo brings back: {forward.words}"] if forward else []
        self._steps.value = tag("div", *(tag("p", line) for line in told), class_="cp-steps")
        self._states = self._history.states(document.name)
        choices = _choices(self._states, self.desk.workspace.today)
        if self.since.value not in [value for _, value in choices]:
            self.since.show(MONDAY if self._states else None)
        self.since.offer(choices)
        self._show_changes()

    def _show_changes(self) -> None:
        document, state = self.desk.document, self._chosen()
        self.back.disabled = state is None
        if document is None or state is None:
            self._changes.value = tag("p", NOTHING_YET, class_="cp-nothing")
            return
        try:
            sentences = [str(change) for change in changes(self._plan(state), document.plan)]
        except ClientPlanError as error:
            self.back.disabled = True
            self._changes.value = joined(*(tag("p", line, class_="cp-problem") for line in str(error).splitlines()))
            return
        self._changes.value = _shown(f"Since {_time(state)}", sentences)

    def _chosen(self) -> State | None:
        chosen, today = self.since.value, self.desk.workspace.today
        if chosen in {MONDAY, YESTERDAY}:
            return found_by(self._states, monday(today) if chosen == MONDAY else today)
        return next((state for state in reversed(self._states) if minute(state) == chosen), None)

    def _plan(self, state: State) -> Plan:
        """Kept while the same version is compared with: typing elsewhere asks again and again."""
        known, plan = self._read
        if plan is None or known != state:
            plan = self._history.read(state)
            self._read = (state, plan)
        return plan

    def _step(self, go: Callable[[Document], None], done: str) -> None:
        document = self.desk.document
        if document is None:
            return
        step = document.undoable if go is Document.undo else document.redoable
        if step is not None:
            go(document)
            self.status.done(f"{done}: {step.words}")

    def _go_back(self) -> None:
        document, state = self.desk.document, self._chosen()
        if document is None or state is None:
            return
        when = _time(state)
        document.go_back_to(state)
        self.status.done(
            f"The plan is as it was {when}. The later versions are kept too.",
            "Undo",
            self.guard(lambda: self._step(Document.undo, "Undone")),
        )


def _choices(states: list[State], today: date) -> list[tuple[str, Any]]:
    """The two days that one asks about, and every version by its minute."""
    if not states:
        return [box.BLANK]
    first = monday(today)
    days: list[tuple[str, Any]] = [(f"Monday, {first.day} {first:%B}", MONDAY)]
    if today != first:
        day = today - timedelta(days=1)
        days.append((f"Yesterday, {day.day} {day:%B}", YESTERDAY))
    return [*days, *((_time(state), minute(state)) for state in by_minute(states))]


def _time(state: State) -> str:
    when = minute(state)
    return f"{when:%A}, {when.day} {when:%B %Y}, {when:%H:%M}"


def _shown(head: str, sentences: list[str]) -> Markup:
    if not sentences:
        return joined(tag("p", head, class_="cp-heading"), tag("p", SAME, class_="cp-nothing"))
    listed = sentences[:_MOST]
    if left := len(sentences) - len(listed):
        listed.append(f"and {left} more")
    return joined(tag("p", head, class_="cp-heading"), tag("ul", *(tag("li", one) for one in listed), class_="cp-told"))
