"""The best use of the hours that managers have judged themselves, as the checks take it."""

from __future__ import annotations

from clientplan.analysis.book import Book
from clientplan.analysis.hours import hours
from clientplan.analysis.standing import Standing
from clientplan.checks.figures import Advice
from clientplan.errors import HoursRefused
from clientplan.plan.words import Phase


def advice(book: Book) -> Advice | None:
    """None where fewer than two clients are judged, or where no advice can be given: the checks of judgments say why.

    Clients that nobody has judged stay out: a warning that rests on the usual curve of a phase would be a guess.
    """
    judged = [_as_said(client, book) for client, plan in book.plans.items() if plan.effort.judged]
    try:
        found = hours(book, judged)
    except HoursRefused:
        return None
    if found is None:
        return None
    names = {book.names.get(client, client): plan.client.name for client, plan in book.plans.items()}
    return Advice(
        found.advice.worth_now,
        found.advice.worth_best,
        tuple((names.get(name, name), hours) for name, hours in found.advice.moves),
    )


def _as_said(client: str, book: Book) -> Standing:
    """The client as its manager sees it: what the orders say has no part in this."""
    said = book.plans[client].phase
    name = book.names.get(client, client)
    return Standing(client, name, said, said or Phase.MAINTENANCE, False, "", None, None, None, "")  # noqa: FBT003  # a row
