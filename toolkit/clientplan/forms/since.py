"""What has changed in the plan since it was last looked at."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from clientplan.forms import measured
from clientplan.forms.document import Document
from clientplan.forms.form import nothing_open
from clientplan.forms.markup import joined
from clientplan.forms.nodes import Html
from clientplan.forms.panel import Panel
from clientplan.forms.pieces import Piece, heading, nothing, sentences
from clientplan.forms.text import day
from clientplan.plan.plan import Plan
from clientplan.plan.review import Review
from clientplan.render.changes import Changes, since


class SinceReviewPanel(Panel):
    """Since the review before today's: while one is written, what came between is what it is about."""

    def build(self) -> list[Any]:
        document = self.desk.document
        self._shown = Html()
        if document is None:
            return [Html(nothing_open(self.desk.trouble))]
        if getattr(self, "_heard", None) is not document:
            document.observe(self.guard(self._write))
            self._heard: Document = document
        self._write()
        return [self._shown]

    def words(self) -> str:
        document = self.desk.document
        if document is None:
            return self.desk.trouble
        return "\n".join(piece.words for piece in pieces(document.plan, self.desk.workspace.today))

    def _write(self) -> None:
        document = self.desk.document
        if document is not None:
            found = pieces(document.plan, self.desk.workspace.today)
            self._shown.value = joined(*(piece.markup for piece in found))


def pieces(plan: Plan, today: date) -> list[Piece]:
    """Where nothing happened since, what had happened since the review before that stands below."""
    held = [review for review in plan.reviews if review.when < today]
    if not held:
        first = Review(when=plan.period.first)
        return _since(f"Since the period began on {day(first.when)}", plan, first, today)
    *before, last = held
    found = _since(f"Since the review of {day(last.when)}", plan, last, today)
    if before and not _all(plan, last, today):
        found += _since(f"Since the one before, of {day(before[-1].when)}", plan, before[-1], today)
    return found


def _since(title: str, plan: Plan, last: Review, today: date) -> list[Piece]:
    told = _all(plan, last, today)
    days = (today - last.when).days
    return [
        heading(title),
        sentences(told) if told else nothing(f"Nothing was done, read or judged otherwise in these {days} days."),
    ]


def _all(plan: Plan, last: Review, today: date) -> list[str]:
    return list(_told(since(plan, last), plan, today, last))


def _told(found: Changes, plan: Plan, today: date, last: Review) -> Iterator[str]:
    for action in found.done:
        when = f", {day(action.done)}" if action.done else ""
        yield f"Done: {action.id} {action.what or 'an action without words'} ({action.owner or 'no owner'}{when})."
    for one in found.measured:
        was = f"Was {measured.value(one.before, one.measure)}, now " if one.before is not None else "Now "
        note = f" {one.reading.note}." if one.reading.note else ""
        value = measured.value(one.reading.value, one.measure)
        yield f"Read: {measured.name(one.objective)} {was}{value} ({day(one.reading.when)}).{note}"
    for moved in found.moved:
        yield f"Judged otherwise: {measured.name(moved.objective)} From {moved.before} to {moved.now}."
    late = [one for one in plan.actions if one.open and one.due is not None and last.when <= one.due < today]
    for action in sorted(late, key=lambda one: (one.due or today, one.id)):
        due = f"due {day(action.due)}" if action.due else ""
        yield f"Missed: {action.id} {action.what or 'an action without words'} ({action.owner or 'no owner'}, {due})."
