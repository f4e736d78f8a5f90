"""Reviews: a dated look at the plan, with a verdict on each objective, what was learned, and what was decided."""

from __future__ import annotations

from typing import Any

from clientplan.checks import Finding
from clientplan.checks.rhythm import SLOWEST_IN_EROSION, rhythm
from clientplan.errors import PlanChanged
from clientplan.forms import box
from clientplan.forms.form import Form
from clientplan.forms.markup import Markup, joined, tag
from clientplan.forms.nodes import Button, Html
from clientplan.forms.reviewed import overdue
from clientplan.forms.row import grid
from clientplan.forms.sheet import ReviewSheet
from clientplan.forms.text import NONE, day
from clientplan.plan.plan import Plan
from clientplan.plan.review import Review


class ReviewForm(Form):
    """The last review lies open, to write in; those before it can be read.

    The verdict of the last review is how an objective stands now, so it moves the objective's status along.
    """

    parts = ("reviews", "next_review", "objectives")
    step = "Review"

    def fields(self, plan: Plan) -> list[Any]:
        frame = {"next_review": box.day("Next review")}
        self.frame = self.part(Plan, frame, plan, ())
        last = plan.last_review
        if last is not None:
            frame["next_review"].visit()  # whoever held a review has been asked for the day of the next one
        self.sheet = ReviewSheet(self, plan, last) if last is not None else None
        self.begin_button = Button("Begin a review today", "primary")
        self.begin_button.on_click(self.guard(self._begin))
        self.remove_button = Button("Remove this review")
        self.remove_button.add_class("cp-remove-review")
        self.remove_button.on_click(self.guard(self._remove))
        self._head, self._hint, self._earlier = Html(), Html(), Html()
        self._write(plan)
        new = [] if last is not None and last.when >= self.desk.workspace.today else [self.begin_button]
        sheet = [*self.sheet.views, self.remove_button] if self.sheet is not None else []
        return [self._head, *new, *sheet, grid(frame, {"next_review": 3}), self._hint, self._earlier]

    def typed(self) -> dict[str, Any]:
        plan, frame = self.document.plan, self.frame.read() or self.document.plan
        reviews, objectives = plan.reviews, plan.objectives
        if self.sheet is not None:
            reviews, objectives = self.sheet.read(plan)
        return {"reviews": reviews, "next_review": frame.next_review, "objectives": objectives}

    def show(self, plan: Plan) -> None:
        self.frame.show(plan)
        if (self.sheet is None) is bool(plan.reviews) or (self.sheet is not None and not self.sheet.show(plan)):
            self.refresh()  # it was begun or removed elsewhere, or another objective came
            return
        self._write(plan)

    def summary(self, plan: Plan) -> list[str]:
        held = [line for review in reversed(plan.reviews) for line in _told(review, plan)]
        return [*(held or ["No review yet."]), f"Next review: {plan.next_review or 'open'}"]

    def _begin(self, _button: Any) -> None:
        plan = self.document.plan
        review = Review(when=self.desk.workspace.today, by=plan.manager)
        if self._write_reviews((*plan.reviews, review)):
            self.refresh()
            self.status.done("The review is begun. Judge each objective; what you write is saved as you go.")

    def _remove(self, _button: Any) -> None:
        """Only the review goes; how the objectives stand is left as it is."""
        plan = self.document.plan
        if self.sheet is None:
            return
        left = tuple(one for at, one in enumerate(plan.reviews) if at != self.sheet.at)
        if self._write_reviews(left):
            self.refresh()
            self.status.done(
                "The review is removed.", "Put it back", self.guard(lambda: self._put_back(plan.reviews, left))
            )

    def _put_back(self, before: tuple[Review, ...], left: tuple[Review, ...]) -> None:
        if self.document.plan.reviews != left:
            self.status.failed("The reviews were changed since. Write it anew")
        elif self._write_reviews(before):
            self.refresh()
            self.status.done("It is there again")

    def _write_reviews(self, reviews: tuple[Review, ...]) -> bool:
        try:
            self.document.edit(reviews=reviews)
        except PlanChanged as error:
            self.status.offer(str(error), "Open their version", self.guard(self._open_theirs))
            return False
        return True

    def _write(self, plan: Plan) -> None:
        today = self.desk.workspace.today
        late = overdue(plan, today)
        if late and plan.next_review:
            days = "1 day" if late == 1 else f"{late} days"
            words = f"A review was due on {day(plan.next_review)}, {days} ago."
        elif plan.last_review is None:
            words = "No review yet. The first one teaches most: what did we believe that isn't so?"
        else:
            words = f"The review of {day(plan.last_review.when)}" if self.sheet is not None else ""
        self._head.value = tag("p", words, class_="cp-heading")
        self._hint.value = tag("p", _often(plan), class_="cp-quiet")
        at = self.sheet.at if self.sheet is not None else None
        earlier = [one for number, one in enumerate(plan.reviews) if number != at]
        self._earlier.value = _readable(earlier, plan) if earlier else ""

    def _concerning(self) -> list[Finding]:
        """Of the objectives only how they stand: the rest is said where they are written."""
        return [one for one in super()._concerning() if one.path[0] != "objectives" or one.path[-1] == "status"]


def _often(plan: Plan) -> str:
    days = rhythm(plan.replace(next_review=None))
    why = (
        "A client in erosion is looked at every month" if days == SLOWEST_IN_EROSION else "Once a quarter is the least"
    )
    return f"{why}: {days} days at most. Put the day into both calendars before the meeting ends."


def _told(review: Review, plan: Plan) -> list[str]:
    return [
        f"Review of {day(review.when)}" + (f", {review.by}" if review.by else ""),
        *(
            f"  {one.objective} {one.status}{f' ({one.note})' if one.note else ''}"
            + ("" if plan.objective(one.objective) else ", an objective that isn't in the plan any more")
            for one in review.verdicts
        ),
        *([f"  Decided: {review.agreed}"] if review.agreed else []),
        *([f"  Learned: {review.lessons}"] if review.lessons else []),
    ]


def _readable(reviews: list[Review], plan: Plan) -> Markup:
    """The earlier ones, the latest of them first."""
    shown = []
    for review in reversed(reviews):
        verdicts = [
            tag("li", f"{_objective(one.objective, plan)}: {one.status}{f'. {one.note}' if one.note else ''}")
            for one in review.verdicts
        ]
        who = f", {review.by}" if review.by else ""
        shown += [
            tag("p", f"{day(review.when)}{who}", class_="cp-heading"),
            tag("ul", *verdicts, class_="cp-told") if verdicts else tag("p", "No verdict was written."),
            tag("p", tag("b", "Decided: "), review.agreed or NONE),
            tag("p", tag("b", "Learned: "), review.lessons or NONE),
        ]
    summary = "The review before" if len(reviews) == 1 else f"The {len(reviews)} reviews before"
    return tag("details", tag("summary", summary), joined(*shown), class_="cp-earlier")


def _objective(name: str, plan: Plan) -> str:
    found = plan.objective(name)
    return f"{name} {found.words}" if found and found.words else name
