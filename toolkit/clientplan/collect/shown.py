"""The report as tables: which column was taken as what, and what was set aside, row by row."""

from __future__ import annotations

from dataclasses import dataclass

from clientplan.collect.report import FileReport, Quarantined, Report

NOT_USED = "not used"
MAPPING = ("Column in the file", "Taken as")
SET_ASIDE = ("Where", "Line", "Column", "What stands there", "What is wrong", "What to do")

# What a column of the tidy tables is called; the others are called as they are.
_NAMES = {
    "client_id": "the client’s id",
    "client": "the client’s name",
    "activity_id": "the activity’s id",
    "opportunity_id": "the opportunity’s id",
    "person_id": "the person’s id",
    "minutes": "minutes spent",
    "hours": "hours spent",
    "seconds": "seconds spent",
    "milliseconds": "milliseconds spent",
    "kind": "kind of activity",
    "who": "who of us",
    "contact": "contact at the client",
    "manager": "relationship manager",
    "created": "date of creation",
    "close_date": "date of closing",
}
_OF_CLIENT = {"name": "the client’s name"}  # in the table of clients

# What a reason begins with, and what mends it.
_ADVICE = (
    ("isn't a date", "Write a day that exists, as the other rows have it"),
    ("isn't an amount", "Write a number, as the other rows have it"),
    ("isn't a length of time", "Write the minutes as a number"),
    ("isn't a currency", "Write its three letters"),
    ("is empty", "Fill it in"),
    ("names no client", "Write the client's id or name into the row"),
    ("is a line of totals", "Nothing, unless it is a client"),
    ("has more cells", "Put quotation marks round the text that holds the delimiter"),
    ("lies ", "Correct the day, if it is wrong"),
)
_ELSE = "Mend it in your system, and export it again"


@dataclass(frozen=True)
class Mapping:
    """How one file or sheet was read."""

    file: str
    place: str  # the file, and the sheet
    sentences: tuple[str, ...]
    rows: tuple[tuple[str, str], ...]  # as `MAPPING` names them


def mappings(report: Report) -> list[Mapping]:
    """One for each file or sheet, in the order of the report: columns that were used first, then the others."""
    return [
        Mapping(
            one.file,
            one.place,
            tuple(one.sentences()),
            (
                *((header, _taken_as(one, column)) for header, column in one.columns_used.items()),
                *((header, NOT_USED) for header in one.columns_unused),
            ),
        )
        for one in report.files
    ]


def set_aside(report: Report) -> list[tuple[str, ...]]:
    """One row for each value that kept its row out, as `SET_ASIDE` names them, by file and line."""
    return [
        (
            f"{one.file}[{one.sheet}]" if one.sheet else one.file,
            str(one.line),
            one.column,
            one.value,
            one.reason,
            _advice(one),
        )
        for one in sorted(report.set_aside)
    ]


def _taken_as(one: FileReport, column: str) -> str:
    own = _OF_CLIENT if one.table == "clients" else {}
    return own.get(column) or _NAMES.get(column) or column.replace("_", " ")


def _advice(one: Quarantined) -> str:
    return next((advice for begin, advice in _ADVICE if one.reason.startswith(begin)), _ELSE)
