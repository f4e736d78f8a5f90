"""Results against plan of every client that has one: to date, and by month."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from clientplan.analysis.book import Book
from clientplan.analysis.words import known

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True)
class ToDate:
    """One client in one currency."""

    client: str  # its id
    currency: str
    attained: float | None  # part of plan to date; None where nothing can be measured yet
    sentence: str


def results(book: Book) -> tuple[list[ToDate], pd.DataFrame]:
    """To date by client, and the months (see `insight.attainment`); only clients with a plan of results."""
    from clientplan.insight.attainment import attainment
    from clientplan.insight.attainment.from_plans import months, planned

    own = months(book.plans)
    plans = planned(own)
    starts = book.settings.year_starts
    found = attainment(plans, book.orders, as_of=book.today, year_starts=starts, months=own)
    lines = found.to_date[found.to_date["client_id"].isin(plans["client_id"])]
    columns = ("client_id", "currency", "attained", "sentence")
    told = [
        ToDate(client, currency, known(attained), sentence)
        for client, currency, attained, sentence in zip(*(lines[name].tolist() for name in columns), strict=True)
    ]
    return told, found.months
