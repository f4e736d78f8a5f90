"""A form over the open plan: what is typed is saved at once, and the checks' findings stand on their fields."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, ClassVar, TypeVar

from clientplan.checks import Finding, Fix
from clientplan.errors import PlanChanged, StoreError
from clientplan.forms.box import Box
from clientplan.forms.desk import Desk
from clientplan.forms.document import Document
from clientplan.forms.field import Field
from clientplan.forms.findings import about, begun, remark, shown, told
from clientplan.forms.markup import Markup, tag
from clientplan.forms.mending import mend
from clientplan.forms.nodes import Group, Html, Node
from clientplan.forms.panel import Panel
from clientplan.forms.part import Part
from clientplan.forms.remarks import Remark, Remarks
from clientplan.forms.row import Row, settle
from clientplan.forms.rows import Around, Rows
from clientplan.forms.steps import step_of
from clientplan.forms.stopped import remember
from clientplan.forms.visits import Spot, Visits
from clientplan.plan.plan import Plan
from clientplan.plan.source import Path
from clientplan.plan.value import Value

V = TypeVar("V", bound=Value)
R = TypeVar("R", bound=Row[Any])


class Form(Panel):
    """Children fill in `fields`, `typed`, `show` and `summary`, and say which parts of the plan are theirs."""

    parts: ClassVar[tuple[str, ...]]
    step: ClassVar[str] = ""  # in which it lies; "" where that is the one in which its first part is written
    document: Document

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.root.on("revive", self.guard(self._revive))

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

    def build(self) -> list[Node]:
        document = self.desk.document
        if document is None:
            return [Html(nothing_open(self.desk.trouble))]
        heard = getattr(self, "document", None) is document
        self.document = document
        self._pieces: list[tuple[Path, Part[Any] | Rows[Any]]] = []
        self.root.set(drafts=f"clientplan:{self.desk.mark}:{document.name}:", parts=list(self.parts))
        self._findings = Html()  # that stand on no field
        self._below = Remarks(Group([self._findings], "cp-findings-list"))
        self._telling: list[Remarks] = []  # the places that say something now
        self._unsaved = False  # whether the boxes hold what couldn't be written
        self._apart = ""  # what to say while the boxes hold something else than a file that another changed
        fields = self.fields(document.plan)
        if not heard:
            document.observe(self.guard(self._plan_changed))
        self._plan_changed()
        return [*fields, self._below.view]

    def words(self) -> str:
        if self.desk.document is None:
            return self.desk.trouble
        return "\n".join([*self.summary(self.document.plan), told(self._concerning())])

    def part(
        self,
        model: type[V],
        boxes: Mapping[str, Box],
        value: V | None,
        path: Path,
        make: Callable[[type[V], Mapping[str, Box], V | None], Part[V]] = Part,
    ) -> Part[V]:
        """A part of this form; a change of its boxes is saved. `path` is its place in the plan."""
        piece = make(model, boxes, value)
        piece.visits.leave()
        settle(boxes, "/".join(map(str, path)) or "plan")
        piece.observe(self.guard(lambda: self._typed_in(piece.visits)))
        self._pieces.append((path, piece))
        return piece

    def rows(
        self, kind: str, make: Callable[[Any, str], R], values: tuple[Any, ...], path: Path, **names: Any
    ) -> Rows[R]:
        """A list of rows of this form; a change in one of them is saved. `path` is its place in the plan."""

        def filled(value: Any, name: str) -> R:
            row = make(value, name)
            row.offer(self.document.plan)
            return row

        piece = Rows(
            kind,
            filled,
            Around(self.guard, self.save, self.desk.sitting.write_in, self.status.failed),
            place="/".join(map(str, path)),
            **names,
        )
        piece.show(values)
        self._pieces.append((path, piece))
        return piece

    def kept(self, field: Field) -> bool:
        return super().kept(field) and not (self._unsaved or self._apart)

    def save(self) -> None:
        """Saves what the boxes say. What is in them stays there, whatever happens."""
        before = self.document.plan
        try:
            if not self._apart:
                self.document.edit(**self.typed())
        except PlanChanged as error:
            self._apart = str(error)
        except StoreError as error:
            self._unsaved = True
            self.status.offer(str(error), "Try again", self.guard(self.save))
            return
        self._unsaved = False
        if self.document.plan is before:
            self._tell()  # an entry that isn't in the plan may still change what is visited
        else:
            remember(self.desk.workspace, self.document.name, step_of(self.parts, self.step).notebook)
        if self._apart:
            self.status.offer(self._apart, "Open their version", self.guard(self._open_theirs))
        else:
            self.status.saved(refused=any(piece.wrong for _, piece in self._pieces))

    def _revive(self, places: Sequence[str]) -> None:
        """Rows for entries that the browser has kept since they couldn't be saved."""
        for _, piece in self._pieces:
            if isinstance(piece, Rows):
                piece.revive(places)

    def _typed_in(self, visits: Visits) -> None:
        self.desk.sitting.write_in(visits)
        self.save()

    def _open_theirs(self) -> None:
        self.document.reload()
        self.refresh()

    def _plan_changed(self) -> None:
        if not self._apart:
            self.show(self.document.plan)
        self._tell()

    def _tell(self) -> None:
        """Each finding on its field, once somebody has been there, and the others under the form."""
        plan, language = self.document.plan, self.desk.workspace.settings.language
        above: dict[Remarks, list[Finding]] = {}
        listed: list[Finding] = []
        unvisited: list[Finding] = []
        for finding in self._concerning():
            spot = self._spot(finding.path)
            if spot is None:
                listed.append(finding)
            elif spot.visited:
                above.setdefault(spot.remarks, []).append(finding)
            else:
                unvisited.append(finding)
        click = self.guard(self._mend)
        for place in [*self._telling, *above]:
            place.tell([remark(finding, plan, language) for finding in above.get(place, [])], click)
        self._telling = list(above)
        written = begun(plan, self.parts)
        on_fields = [finding for findings in above.values() for finding in findings]
        self._findings.value = shown(listed, unvisited, on_fields, begun=written)
        self._below.tell([Remark(Markup(""), finding.fix) for finding in listed if finding.fix and written], click)

    def _spot(self, path: Path) -> Spot | None:
        """The place on the form for what is said of a place in the plan; None where that is the form as a whole."""
        if self._apart:
            return None  # the boxes hold something else
        spots = (piece.spot(path[len(at) :]) for at, piece in self._pieces if path[: len(at)] == at)
        return next((spot for spot in spots if spot is not None), None)

    def _mend(self, fix: Fix) -> None:
        """Applies a fix. Where something was still to be saved, only that is done: it may have made another plan."""
        before = self.document.plan
        self.save()
        if self._apart or self.document.plan is not before or self._unsaved:
            return
        try:
            mend(self.document, fix, self.status, self.guard)
        except PlanChanged as error:
            self.status.offer(str(error), "Open their version", self.guard(self._open_theirs))

    def _concerning(self) -> list[Finding]:
        return about(self.desk.findings(), self.parts)


def nothing_open(trouble: str) -> Markup:
    lines = [tag("p", line) for line in trouble.splitlines()]
    return tag(
        "div", *lines, tag("p", tag("a", "Choose or begin one in Start", href="00_start.ipynb")), class_="cp-nothing"
    )
