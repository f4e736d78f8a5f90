"""The review that is being written: its day, a verdict on each objective, and what comes of it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from clientplan.forms import box, measured
from clientplan.forms.entry import Entry
from clientplan.forms.markup import Markup, joined, tag
from clientplan.forms.nodes import Button, Group, Html
from clientplan.forms.remarks import Remarks
from clientplan.forms.row import grid
from clientplan.plan.objective import Objective
from clientplan.plan.plan import Plan
from clientplan.plan.review import Review, Verdict
from clientplan.plan.words import Progress

if TYPE_CHECKING:
    from clientplan.forms.form import Form


class ReviewSheet:
    """`at` is its place among the plan's reviews; a changed day may move it."""

    def __init__(self, form: Form, plan: Plan, review: Review) -> None:
        self._today = form.desk.workspace.today
        self._review = review
        self.at = plan.reviews.index(review)
        place = ("reviews", self.at)
        top = {"when": box.day("Held on"), "by": box.line("By", "Who held it")}
        below = {
            "agreed": box.area("Decided, and agreed with the client", "Who does what by when, in one sentence each"),
            "lessons": box.area("Learned" + box.OURS, "What we believed, what was so, what we do otherwise now"),
        }
        self.part = form.part(Review, top | below, review, place)
        self.part.head = Remarks(Group())
        self.lines = [
            VerdictLine(form, plan, name, self.at, _verdict(review, name)) for name in _to_judge(plan, review)
        ]
        self.as_they_stand = Button("The rest stands as the plan says")
        self.as_they_stand.on_click(form.guard(lambda _button: self._fill(form)))
        self.views: list[Any] = [
            self.part.head.view,
            grid(top, {"when": 3, "by": 4}),
            *(line.view for line in self.lines),
            *([self.as_they_stand] if self.lines else [Html(_nothing())]),
            grid(below, dict.fromkeys(below, 6)),
        ]

    def read(self, plan: Plan) -> tuple[tuple[Review, ...], tuple[Objective, ...]]:
        """All reviews of the plan with this one as it was typed, and its objectives with the status that follows."""
        verdicts = tuple(verdict for line in self.lines if (verdict := line.part.read()) is not None)
        known = {verdict.objective: verdict for verdict in self._review.verdicts}
        shown = {verdict.objective: verdict for verdict in verdicts}
        # in the order in which they were written, so that opening a form changes nothing in the file
        order = [*(name for name in known if name in shown), *(name for name in shown if name not in known)]
        review = self.part.read(verdicts=tuple(shown[name] for name in order)) or self._review
        reviews = tuple(review if at == self.at else one for at, one in enumerate(plan.reviews))
        if review.when < max(one.when for one in reviews):
            return reviews, plan.objectives
        return reviews, tuple(_followed(one, known.get(one.id), shown.get(one.id)) for one in plan.objectives)

    def show(self, plan: Plan) -> bool:
        """Takes over what the plan has now; False where that is another review, or other objectives."""
        mine = self.part.value
        if mine in plan.reviews:
            self.at = plan.reviews.index(mine)
        elif self.at >= len(plan.reviews):
            return False
        review = plan.reviews[self.at]
        if [line.name for line in self.lines] != _to_judge(plan, review, [line.name for line in self.lines]):
            return False
        self._review = review
        self.part.show(review)
        for line in self.lines:
            line.show(plan, self.at, _verdict(review, line.name))
        return True

    def _fill(self, form: Form) -> None:
        for line in self.lines:
            objective = form.document.plan.objective(line.name)
            if line.part.blank and objective is not None:
                line.part.boxes["status"].show(objective.status)
        form.save()


class VerdictLine:
    """How one objective stands: what it was before and what the measure says stand above, and the choice is free."""

    def __init__(self, form: Form, plan: Plan, name: str, at: int, verdict: Verdict | None) -> None:
        self.name = name
        self._today = form.desk.workspace.today
        boxes = {"status": box.pick(f"How {name} stands", Progress), "note": box.line("Why" + box.OURS)}
        make = partial(Entry, said=tuple(boxes), fixed={"objective": name})
        self.part = form.part(Verdict, boxes, verdict, ("reviews", at, "verdicts"), make)
        self._head = Html()
        self.view = Group([self._head, grid(boxes, {"status": 3, "note": 9})])
        self.view.add_class("cp-row")
        self._write(plan, at)

    def show(self, plan: Plan, at: int, verdict: Verdict | None) -> None:
        self.part.show(verdict)
        self._write(plan, at)

    def _write(self, plan: Plan, at: int) -> None:
        objective = plan.objective(self.name)
        if objective is None:
            self._head.value = tag("span", f"{self.name} (isn't in the plan any more)", class_="cp-name")
            return
        before = next((found for one in reversed(plan.reviews[:at]) if (found := _verdict(one, self.name))), None)
        told = [
            f"Before: {before.status}." if before else "",
            f"In the plan: {objective.status}.",
            measured.stands(objective.measure) if objective.measure else "No measure.",
            measured.straight(objective.measure, plan, self._today) if objective.measure else "",
        ]
        self._head.value = joined(
            tag("span", measured.name(objective), class_="cp-name"),
            tag("p", " ".join(filter(None, told)), class_="cp-quiet"),
        )


def _nothing() -> Markup:
    way = tag("a", "Objectives", href="04_objectives.ipynb")
    return tag(
        "p",
        "There is no open objective to judge. Write one in ",
        way,
        ". What was decided and learned belongs here all the same.",
        class_="cp-quiet",
    )


def _to_judge(plan: Plan, review: Review, there: list[str] | None = None) -> list[str]:
    """The open objectives and those that the review has judged already, down the ladder; `there` keep their place."""
    judged = [verdict.objective for verdict in review.verdicts]
    ladder = [objective.id for _, objective in plan.ladder()]
    stays = {*judged, *(there or [])}
    listed = [name for name in ladder if name in stays or _open(plan, name)]
    return [*listed, *(name for name in judged if name not in ladder)]


def _open(plan: Plan, name: str) -> bool:
    objective = plan.objective(name)
    return objective is not None and objective.open


def _verdict(review: Review, name: str) -> Verdict | None:
    return next((verdict for verdict in review.verdicts if verdict.objective == name), None)


def _followed(objective: Objective, before: Verdict | None, now: Verdict | None) -> Objective:
    """The objective as it was just judged; one that has moved since its verdict stays where it is."""
    if now is None or (before is not None and (before.status is now.status or before.status is not objective.status)):
        return objective
    return objective.replace(status=now.status)
