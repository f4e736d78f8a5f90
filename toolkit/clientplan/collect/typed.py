"""A sheet's text into typed columns, by what each column is for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

import pandas as pd

from clientplan.collect import dates, durations, money
from clientplan.collect.batch import LINE, Batch, Fault
from clientplan.collect.conventions import DATES, DECIMAL, Decided, decide
from clientplan.collect.grid import Grid, Row, Texts, column, is_blank
from clientplan.collect.headers import bare
from clientplan.collect.numbers import Written
from clientplan.collect.recognise import Recognised
from clientplan.collect.report import Quarantined, counted
from clientplan.collect.tables import SOURCE, TEXT_DTYPE, Role, roles
from clientplan.errors import SourceUnreadable

# How exports write an empty date or amount.
_NOTHING = {"-", "\u2013", "\u2014", "n/a", "null", "none", "(no value)", "(blank)"}
_NO_UNIT = {bare(header) for header in ("Duration", "Dauer", "durée", "duración")}
_UNFORMATTED = "is a number and no date: give its column a date format in Excel"
_TYPED = {Role.DATE: "isn't a date", Role.AMOUNT: money.NO_AMOUNT, Role.MINUTES: "isn't a length of time"}


@dataclass(frozen=True)
class Options:
    """What the user says where a file can't."""

    today: date
    currency: str | None = None
    decimal: Literal[",", "."] | None = None
    dates: Literal["dmy", "mdy"] | None = None


def typed(grid: Grid, found: Recognised, options: Options) -> Batch:
    """The rows of a recognised sheet with typed columns; rows that can't be read are set aside.

    Raises:
        SourceUnreadable: its numbers or dates can be read in two ways.
    """
    rows, flaws = _whole(grid, found)
    role = {name: kind for name, kind in roles(found.table).items() if name in found.places}
    texts = {name: _texts(rows, found, name, kind) for name, kind in role.items()}
    written = {name: Written.of(text) for name, text in texts.items() if role[name] is Role.AMOUNT}
    decimal, order = _ways(texts, written, role, grid.place, options)
    lines = [row.line for row in rows]
    frame = pd.DataFrame({LINE: pd.Series(lines, dtype="int64")})
    frame[SOURCE] = pd.Series([f"{grid.place}:{line}" for line in lines], dtype=TEXT_DTYPE)
    faults: list[Fault] = []
    beside = pd.Series("", index=frame.index, dtype=TEXT_DTYPE)
    for name, text in texts.items():
        if name in written:
            frame[name], beside = written[name].read(decimal.ways[text.header]), written[name].beside()
        else:
            frame[name] = _column(name, role[name], text, decimal, order)
        faults += _unread(text, frame[name], role[name])
    batch = Batch(grid, found, frame, tuple(flaws), tuple(_notes(grid, found, texts)), decimal.said, order.said)
    if "currency" in roles(found.table):
        batch, wrong = _with_currency(batch, texts, beside, options.currency)
        faults += wrong
    return batch.without(faults)


def _whole(grid: Grid, found: Recognised) -> tuple[list[Row], list[Quarantined]]:
    """The rows that have no more cells than the header; the lines that no row can be made of."""

    def out(line: int, text: str, reason: str) -> Quarantined:
        return Quarantined(grid.file, grid.sheet, line, "", text, reason)

    width = len(found.headers)
    wide = [row for row in found.rows if len(row.cells) > width and not all(map(is_blank, row.cells[width:]))]
    lines = {row.line for row in wide}
    rows = [row for row in found.rows if row.line not in lines] if wide else found.rows
    more = "has more cells than the header: a text that holds the delimiter must stand in quotation marks"
    flaws = [out(row.line, " | ".join(map(str, row.cells)), more) for row in wide]
    return rows, flaws + [out(flaw.line, flaw.text, flaw.reason) for flaw in grid.flaws]


def _texts(rows: list[Row], found: Recognised, name: str, role: Role) -> Texts:
    """The column's text; where several headers mean the same text, the first that says something."""
    first, *others = (column(rows, place.position, place.header.written) for place in found.places[name])
    text = first.text
    for other in others:
        text = text.where(text != "", other.text)
    if role in _TYPED:
        text = text.mask(text.str.casefold().isin(_NOTHING), "")
    return Texts(first.header, text, first.exact)


def _ways(
    texts: Mapping[str, Texts], written: Mapping[str, Written], role: Mapping[str, Role], place: str, options: Options
) -> tuple[Decided, Decided]:
    """How numbers and dates are read; what stays open is asked all at once."""
    amounts = {one.texts.header: one.evidence() for one in written.values()}
    lengths = {
        one.header: durations.numeric(one).evidence() for name, one in texts.items() if role[name] is Role.MINUTES
    }
    days = {one.header: dates.evidence(one) for name, one in texts.items() if role[name] is Role.DATE}
    decimal = decide(DECIMAL, amounts | lengths, options.decimal, place)
    order = decide(DATES, days, options.dates, place)
    if decimal.questions or order.questions:
        raise SourceUnreadable("\n".join(decimal.questions + order.questions))
    return decimal, order


def _column(name: str, role: Role, texts: Texts, decimal: Decided, order: Decided) -> pd.Series:
    if role is Role.DATE:
        return dates.read(texts, order.ways[texts.header])
    if role is Role.MINUTES:
        return durations.read(texts, decimal.ways[texts.header], name)
    text = texts.text
    if text.str.contains("\r", regex=False).any():
        text = text.str.replace("\r\n?", "\n", regex=True)
    return text.mask(text == "")


def _unread(texts: Texts, values: pd.Series, role: Role) -> Iterator[Fault]:
    if role in _TYPED:
        unread = values.isna() & (texts.text != "")
        yield Fault.where(unread & ~texts.exact, texts.header, texts.text, _TYPED[role])
        yield Fault.where(unread & texts.exact, texts.header, texts.text, _UNFORMATTED)


def _with_currency(
    batch: Batch, texts: Mapping[str, Texts], beside: pd.Series[str], default: str | None
) -> tuple[Batch, list[Fault]]:
    """The batch with the currency of each row, and what is wrong with it."""
    stated = texts["currency"].text if "currency" in texts else beside.mask(beside != "", "")
    amount = batch.recognised.places.get("amount")
    found = money.resolve(stated, beside, amount[0].header.currency if amount else None, default)
    unsettled = [
        f"“{sign}” is a sign of several currencies: its rows stay without one. Hand in the currency"
        for sign in found.unsettled
    ]
    faults = []
    for reason, bad in found.faults.items():
        where = texts["currency" if reason == money.UNKNOWN else "amount"]
        faults.append(Fault(bad, where.header, where.text, reason))
    return batch.having(currency=found.code).noting(*unsettled), faults


def _notes(grid: Grid, found: Recognised, texts: Mapping[str, Texts]) -> list[str]:
    notes = list(grid.notes)
    if not found.rows:
        notes.append("no rows below the header. Look whether the export found any records")
    if found.footer:
        notes.append(f"{counted(found.footer, 'line')} of the report's footer left out")
    if found.repeated:
        notes.append(f"{counted(found.repeated, 'line')} that only repeat the header left out")
    minutes = found.places["minutes"][0].header if "minutes" in found.places else None
    if (
        minutes
        and not minutes.duration
        and minutes.bare in _NO_UNIT
        and texts["minutes"].text.str.fullmatch(r"[\d.,]+").any()
    ):
        notes.append(f"“{minutes.written}” names no unit: its numbers are read as minutes")
    return notes
