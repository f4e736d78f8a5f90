"""A form over the open plan: what is typed is saved at once, and the checks' findings stand under it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, TypeVar

import ipywidgets as widgets

from clientplan.checks import Finding
from clientplan.errors import PlanChanged, StoreError
from clientplan.forms.box import Box
from clientplan.forms.document import Document
from clientplan.forms.findings import about, begun, shown, told
from clientplan.forms.markup import Markup, tag
from clientplan.forms.panel import Panel
from clientplan.forms.part import Part
from clientplan.forms.row import Row
from clientplan.forms.rows import Rows
from clientplan.plan.plan import Plan
from clientplan.plan.value import Value

V = TypeVar("V", bound=Value)
R = TypeVar("R", bound=Row[Any])


class Form(Panel):
    """Children fill in `fields`, `typed`, `show` and `summary`, and say which parts of the plan are theirs."""

    parts: ClassVar[tuple[str, ...]]
    document: Document

    def fields(self, plan: Plan) -> list[Any]:
        """The widgets of the form, filled from the plan."""
        raise NotImplementedError

    def typed(self) -> dict[str, Any]:
        """The parts of the plan as the boxes say them, as far as the model takes it."""
        raise NotImplementedError

    def show(self, plan: Plan) -> None:
        """Puts into the boxes what changed in the plan from elsewhere."""
        raise NotImplementedError

    def summary(self, plan: Plan) -> list[str]:
        """The form in plain words."""
        raise NotImplementedError

    def build(self) -> list[Any]:
        document = self.desk.document
        if document is None:
            return [widgets.HTML(nothing_open(self.desk.trouble))]
        heard = getattr(self, "document", None) is document
        self.document = document
        self._pieces: list[Part[Any] | Rows[Any]] = []
        self._findings = widgets.HTML()
        self._apart = ""  # what to say while the boxes hold something else than a file that another changed
        fields = self.fields(document.plan)
        if not heard:
            document.observe(self.guard(self._plan_changed))
        self._plan_changed()
        return [*fields, self._findings]

    def words(self) -> str:
        if self.desk.document is None:
            return self.desk.trouble
        return "\n".join([*self.summary(self.document.plan), told(self._concerning())])

    def part(self, model: type[V], boxes: Mapping[str, Box], value: V | None) -> Part[V]:
        """A part of this form; a change of its boxes is saved."""
        piece = Part(model, boxes, value)
        piece.observe(self.guard(self.save))
        self._pieces.append(piece)
        return piece

    def rows(self, kind: str, make: Callable[[Any, str], R], values: tuple[Any, ...], **names: Any) -> Rows[R]:
        """A list of rows of this form; a change in one of them is saved."""

        def filled(value: Any, name: str) -> R:
            row = make(value, name)
            row.offer(self.document.plan)
            return row

        piece = Rows(kind, filled, self.guard, self.save, **names)
        piece.show(values)
        self._pieces.append(piece)
        return piece

    def save(self) -> None:
        """Saves what the boxes say. What is in them stays there, whatever happens."""
        try:
            if not self._apart:
                self.document.edit(**self.typed())
        except PlanChanged as error:
            self._apart = str(error)
        except StoreError as error:
            self.status.offer(str(error), "Try again", self.guard(self.save))
            return
        if self._apart:
            self.status.offer(self._apart, "Open their version", self.guard(self._open_theirs))
        else:
            self.status.saved(refused=any(piece.wrong for piece in self._pieces))

    def _open_theirs(self) -> None:
        self.document.reload()
        self.refresh()

    def _plan_changed(self) -> None:
        plan = self.document.plan
        if not self._apart:
            self.show(plan)
        self._findings.value = shown(self._concerning(), begun=begun(plan, self.parts))

    def _concerning(self) -> list[Finding]:
        return about(self.desk.findings(), self.parts)


def nothing_open(trouble: str) -> Markup:
    lines = [tag("p", line) for line in trouble.splitlines()]
    return tag(
        "div", *lines, tag("p", tag("a", "Choose or begin one in Start", href="00_start.ipynb")), class_="cp-nothing"
    )
