"""Hours now and advised over all clients, by what their managers judge or, until then, by their phase."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from clientplan.analysis.book import Book
from clientplan.analysis.standing import Standing
from clientplan.analysis.words import in_words
from clientplan.errors import JudgmentsContradict

if TYPE_CHECKING:
    from clientplan.insight.hours import Advice, Judgments, Range, Response

_FEWEST = 2  # clients, between whom hours can move


@dataclass(frozen=True, eq=False)
class Hours:
    """Hours a month; results of a year in one currency."""

    clients: tuple[str, ...]  # ids, in the order of the advice
    advice: Advice
    ranges: Range
    one_more: tuple[float, ...]  # what an hour more with each is worth by itself
    currency: str
    assumed: tuple[str, ...]  # names of clients that nobody has judged: their phase speaks for them
    untimed: tuple[str, ...]  # names of clients without hours, planned or logged
    without_rate: tuple[str, ...]  # currencies whose clients are left out
    misfits: tuple[str, ...]  # where a curve misses what a manager judged

    @property
    def sentences(self) -> list[str]:
        """What to move, what it is worth, and how sure that is."""
        from clientplan.insight.hours.sentences import advised

        told = advised(self.advice, unit=self.currency)
        if close := list(self._close()):
            told.append(
                f"A close call for {in_words(close)}: if any one judgment is a little off, today's hours are as good."
            )
        if self.assumed:
            who = "any of them" if len(self.assumed) == len(self.clients) else in_words(self.assumed)
            told.append(f"Nobody has judged {who} yet: the curve is the usual one of the phase, a place to begin.")
        return told

    def _close(self) -> Iterator[str]:
        """Clients that give or get hours which they might as well keep or do without."""
        advice, ranges = self.advice, self.ranges
        for name, now, then, low, high in zip(
            advice.clients, advice.now, advice.advised, ranges.low, ranges.high, strict=True
        ):
            if (then < now <= high) or (then > now >= low):
                yield name


def hours(book: Book, found: Sequence[Standing], budget: float | None = None) -> Hours | None:
    """The advice for the clients that have results and hours; None where hours can move between nobody.

    Args:
        book: the clients.
        found: where they stand.
        budget: hours a month for all of them; by default those that they have.

    Raises:
        HoursRefused: the budget is below the fewest hours that the clients' phases ask for; says by how much.
        JudgmentsContradict: judgments of a client contradict each other; says which.
    """
    from clientplan.insight import hours as insight
    from clientplan.insight.hours.from_log import monthly_hours
    from clientplan.insight.hours.from_log import worth as yearly
    from clientplan.insight.hours.sentences import missed

    rates = {currency: float(rate) for currency, rate in book.settings.exchange.items()}
    worth, currency, without_rate = yearly(book.orders, book.today, book.settings.currency, rates)
    logged = monthly_hours(book.tables["activities"], book.today)
    now = {one.client: _planned(book, one.client, logged) for one in found}
    counted = [one for one in found if worth.get(one.client, 0.0) > 0 and now[one.client] > 0]
    if len(counted) < _FEWEST:
        return None
    judged = {one.client: _judged(book, one) for one in counted}
    responses = [_fitted(one.name, judged[one.client][0]) for one in counted]
    there = [now[one.client] for one in counted]
    floor, ceiling = insight.by_phase([one.phase for one in counted], there)
    over = insight.Book(
        clients=[one.name for one in counted],
        responses=responses,
        weights=[worth[one.client] for one in counted],
        now=there,
        floor=floor,
        ceiling=ceiling,
    )
    advice = insight.advise(over, budget)
    return Hours(
        tuple(one.client for one in counted),
        advice,
        insight.ranges(over, advice.budget),
        tuple(over.one_more_hour(advice.now).tolist()),
        currency,
        tuple(one.name for one in counted if not judged[one.client][1]),
        tuple(one.name for one in found if not now[one.client]),
        without_rate,
        tuple(
            text
            for one, response in zip(counted, responses, strict=True)
            if judged[one.client][1]
            for text in missed(one.name, response)
        ),
    )


def _fitted(name: str, judged: Judgments) -> Response:
    from clientplan.insight.hours import fit

    try:
        return fit(judged.none, judged.half, judged.half_more, judged.saturation)
    except JudgmentsContradict as error:
        told = "\n".join(f"{name}, {line}" for line in str(error).splitlines())
        raise JudgmentsContradict(told, pairs=error.pairs) from None


def _planned(book: Book, client: str, logged: Mapping[str, float]) -> float:
    """As the plan has them, else as they were logged; to the half hour, since more can't be known."""
    plan = book.plans.get(client)
    stated = plan.effort.hours if plan else None
    return round(2 * (logged.get(client, 0.0) if stated is None else float(stated))) / 2


def _judged(book: Book, one: Standing) -> tuple[Judgments, bool]:
    """What the manager judged, or where to begin by the phase; and whether it is the manager's."""
    from clientplan.insight.hours import Judgments, prefilled

    plan = book.plans.get(one.client)
    effort = plan.effort if plan else None
    if effort is None or not effort.judged:
        return prefilled(one.phase), False
    return Judgments(*map(float, (effort.none, effort.half, effort.half_more, effort.saturation))), True  # type: ignore[arg-type]  # none of them is missing
