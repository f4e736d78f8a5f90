"""Rows that can be read and still can't be true, or belong to nobody."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pandas as pd

from clientplan.collect.batch import Batch, Fault
from clientplan.collect.headers import is_total
from clientplan.collect.report import counted
from clientplan.collect.tables import TABLES, Role, roles

EARLIEST = pd.Timestamp(1990, 1, 1)
FURTHEST = 20  # years from today


def checked(batch: Batch, today: date) -> Batch:
    """The rows with a client, the values that their table can't do without, and dates of this age."""
    batch = batch.without([_nobody(batch), _total(batch)])
    batch = batch.without(_missing(batch))
    batch = batch.without(_out_of_time(batch, today))
    return batch.noting(*_planned(batch, today), *_repeated(batch))


def last_day(today: date) -> pd.Timestamp:
    """Revenue may be booked on the last day of the running month; what is dated later is a plan."""
    return pd.Timestamp(today) + pd.offsets.MonthEnd(0)


def _nobody(batch: Batch) -> Fault:
    nobody = batch.text("client_id").isna() & batch.text(batch.naming).isna()
    return Fault.where(nobody, batch.header_of(batch.naming, "client_id"), batch.text(batch.naming), "names no client")


def _total(batch: Batch) -> Fault:
    """A line that adds up the others has a word for the client and no record's values: no date, no id, no attribute."""
    name = batch.text(batch.naming)
    own = [
        column
        for column, role in roles(batch.table).items()
        if column in batch.frame and role not in {Role.AMOUNT, Role.CURRENCY, Role.MINUTES}
    ]
    alone = batch.frame[own].notna().sum(axis=1) <= 1
    total = name.isin([word for word in name.dropna().unique() if is_total(word)])
    return Fault.where(total & alone, batch.header_of(batch.naming), name, "is a line of totals, no client")


def _missing(batch: Batch) -> Iterator[Fault]:
    for column in sorted(TABLES[batch.table].required):
        empty = batch.frame[column].isna()
        yield Fault.where(empty, batch.header_of(column), pd.Series("", index=batch.frame.index), "is empty")


def _out_of_time(batch: Batch, today: date) -> Iterator[Fault]:
    furthest = pd.Timestamp(today) + pd.DateOffset(years=FURTHEST)
    for column, role in roles(batch.table).items():
        if role is Role.DATE and column in batch.frame:
            days, header = batch.frame[column], batch.header_of(column)
            if batch.table == "revenue":
                last = last_day(today)
                yield Fault.where(days > last, header, days, f"lies after {last:%Y-%m-%d}: a plan, no revenue yet")
            else:
                yield Fault.where(days > furthest, header, days, f"lies more than {FURTHEST} years ahead")
            yield Fault.where(days < EARLIEST, header, days, f"lies before {EARLIEST:%Y-%m-%d}")


def _planned(batch: Batch, today: date) -> Iterator[str]:
    if batch.table == "activities":
        planned = int((batch.frame["date"] > pd.Timestamp(today)).sum())
        if planned:
            yield f"{counted(planned, 'activity', 'activities')} after {today}: planned ones, kept"


def _repeated(batch: Batch) -> Iterator[str]:
    """A list of orders whose amounts go by an unknown name would pass for a list of clients."""
    if batch.table == "clients":
        again = batch.text("client_id").fillna(batch.text("name")).duplicated().sum()
        if again > len(batch.frame) / 2:
            yield (
                "most clients come on several lines. If these are orders or activities, call their columns "
                "Date and Amount, or Date and Subject"
            )
