"""What could be stopped: the kinds of undifferentiated activity that take the most hours."""

from __future__ import annotations

from datetime import date
from typing import Any

import numpy as np
import pandas as pd

from clientplan.insight.activity.aligned import aligned
from clientplan.insight.activity.inputs import day_of, days
from clientplan.insight.activity.spelling import fold, words
from clientplan.insight.activity.vocabulary import vocabulary

MONTH = 365.25 / 12  # days


def stop_list(
    activities: pd.DataFrame, judged: pd.DataFrame, as_of: date | str, months: int = 6, most: int = 5
) -> pd.DataFrame:
    """Undifferentiated activity of the last months, put together by what it was.

    What has a word of small talk in its subject (lunch, newsletter, reminder) goes by that word, the rest by the whole
    subject; emails and calls are kept apart. A suggestion for the manager: some of it may serve what no plan says yet.

    Args:
        activities: as `judge` was given them.
        judged: what it returned.
        as_of: the last day that counts.
        months: how far back.
        most: rows.

    Returns:
        The most hours first: `kind`, `what` (the commonest subject), `activities`, `clients`, `hours`, `frees` (hours a
        month), `imputed_share` and `sentence`. Only what came twice at least: a single visit is no habit.
    """
    rows = aligned(activities, judged)
    age = day_of(as_of) - days(rows["date"], np.iinfo(np.int64).min // 2)
    rows = rows[(rows["link"] == "none") & (rows["fits"].map(len) == 0) & (age < months * MONTH) & (age >= 0)]
    rows = rows.assign(kind=rows["kind"].map(fold), what=rows["subject"].map(_what))
    rows = rows.assign(assumed=rows["minutes"].where(rows["imputed"], 0.0), shown=rows["subject"])
    grouped = rows.groupby(["kind", "what"], sort=True)
    table = grouped.agg(
        activities=("minutes", "size"),
        clients=("client_id", "nunique"),
        hours=("minutes", "sum"),
        assumed=("assumed", "sum"),
        shown=("shown", _commonest),
    ).reset_index()
    table["what"] = table["shown"]
    table["imputed_share"] = (table["assumed"] / table["hours"].where(table["hours"] > 0)).fillna(0.0)
    table["hours"] = table["hours"] / 60
    table["frees"] = table["hours"] / months
    table = (
        table[table["activities"] > 1].sort_values(["hours", "kind", "what"], ascending=[False, True, True]).head(most)
    )
    table["sentence"] = [_sentence(row, months) for row in table.to_dict("records")]
    return table.drop(columns=["assumed", "shown"]).reset_index(drop=True)


def _what(subject: str) -> str:
    found = words(fold(subject))
    pleasant = [word for word in found if word in vocabulary().small_talk]
    return pleasant[0] if pleasant else " ".join(found)


def _commonest(subjects: pd.Series[str]) -> str:
    """As it is mostly written; the first in the alphabet of several."""
    return str(subjects.mode().iloc[0])


def _sentence(row: dict[Any, Any], months: int) -> str:
    what = ", ".join(part for part in (f"“{row['what']}”" if row["what"] else "", row["kind"]) if part) or "no subject"
    clients = "1 client" if row["clients"] == 1 else f"{row['clients']} clients"
    assumed = f"; {100 * row['imputed_share']:.0f} % of that is assumed" if row["imputed_share"] else ""
    return (
        f"{what}: {row['activities']} times in {months} months, {clients}, {row['hours']:.1f} h. "
        f"Stopping it frees {row['frees']:.1f} h a month{assumed}."
    )
