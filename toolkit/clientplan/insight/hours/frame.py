"""Advice on hours as a table, one row a client."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clientplan.insight.hours.advice import Advice
from clientplan.insight.hours.book import Book
from clientplan.insight.hours.stability import Range

if TYPE_CHECKING:
    import pandas as pd


def frame(book: Book, advice: Advice, found: Range | None = None) -> pd.DataFrame:
    """What is advised for each client, who gets most first and who gives most last.

    Args:
        book: the clients that the advice is for.
        advice: what was found for them.
        found: the range of their best hours, where it was worked out.

    Returns:
        Index: `client`. Columns: `now`, `advised`, `change` and `best` (hours); `low` and `high` (hours, with a range);
        `worth_now` and `worth_advised` (unit of the book's weights); `one_more_hour`, what one hour beyond those
        advised would be worth there by itself.
    """
    import pandas as pd  # the package stays quick to load for who only shares hours out

    columns = {"now": advice.now, "advised": advice.advised, "change": advice.advised - advice.now}
    columns["best"] = advice.best.hours
    if found is not None:
        columns |= {"low": found.low, "high": found.high}
    columns |= {"worth_now": book.worth(advice.now), "worth_advised": book.worth(advice.advised)}
    columns["one_more_hour"] = book.one_more_hour(advice.advised)
    rows = pd.DataFrame(columns, index=pd.Index(advice.clients, name="client"))
    return rows.sort_values("change", ascending=False, kind="stable")
