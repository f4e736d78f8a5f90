"""The plan's tables as an Excel workbook: numbers are numbers, days are days, and text is never a formula."""

from __future__ import annotations

from datetime import date, datetime, time
from decimal import Decimal
from enum import Enum
from io import BytesIO
from typing import Any

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from clientplan.export.exporting import Job, Written
from clientplan.export.tables import Table, tables

_OURS = "INTERNAL: not for the client"
_DIGITS = 15  # that a number of a spreadsheet holds
_FIRST_DAY = date(1900, 3, 1)  # of those that every spreadsheet counts alike
_WIDEST, _NARROWEST = 60, 9  # characters


def xlsx(job: Job) -> Written:
    out = BytesIO()
    # text stays text, whatever it looks like: each cell is written by its type, and these guard the rest
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(out, options) as book:
        book.set_properties(
            {
                "title": f"Plan for {job.plan.client.name}",
                "subject": _OURS if job.internal else "Client edition",
                "created": datetime.combine(job.today, time()),
            }
        )
        styles = _styles(book)
        for table in tables(job.plan, internal=job.internal):
            _sheet(book, table, styles, internal=job.internal)
    return out.getvalue(), ()


def _styles(book: Workbook) -> dict[str, Format]:
    top = {"valign": "top"}
    return {
        "head": book.add_format({"bold": True, "bottom": 1, "valign": "top"}),
        "text": book.add_format({**top, "text_wrap": True}),
        # what begins like a formula stays text even where somebody edits the cell
        "guarded": book.add_format({**top, "text_wrap": True, "quote_prefix": True}),
        "day": book.add_format({**top, "num_format": "yyyy-mm-dd", "align": "left"}),
        "number": book.add_format({**top, "num_format": "#,##0.##########"}),
        "whole": book.add_format({**top, "num_format": "#,##0"}),
        "ours": book.add_format({"bold": True, "font_color": "#9b1c1c"}),
    }


def _sheet(book: Workbook, table: Table, styles: dict[str, Format], *, internal: bool) -> None:
    sheet = book.add_worksheet(table.title)
    first = 0
    if internal:
        sheet.set_tab_color("#9b1c1c")
        sheet.set_header(f"&C{_OURS}")
        sheet.write_string(0, 0, _OURS, styles["ours"])
        first = 1
    for place, title in enumerate(table.head):
        sheet.write_string(first, place, title, styles["head"])
    for line, row in enumerate(table.rows, first + 1):
        for place, value in enumerate(row):
            _cell(sheet, line, place, value, styles)
    sheet.freeze_panes(first + 1, 0)
    sheet.autofilter(first, 0, first + len(table.rows), len(table.head) - 1)
    for place, title in enumerate(table.head):
        longest = max(len(title) + 3, *(len(str(row[place])) for row in table.rows if row[place] is not None), 0)
        sheet.set_column(place, place, min(max(longest, _NARROWEST), _WIDEST))


def _cell(sheet: Worksheet, line: int, place: int, value: Any, styles: dict[str, Format]) -> None:
    if value is None:
        return
    if isinstance(value, bool):
        sheet.write_boolean(line, place, value, styles["text"])
    elif isinstance(value, Decimal | int) and len(Decimal(value).as_tuple().digits) <= _DIGITS:
        whole = Decimal(value) == Decimal(value).to_integral_value()
        sheet.write_number(line, place, float(value), styles["whole" if whole else "number"])
    elif isinstance(value, date) and value >= _FIRST_DAY:
        sheet.write_datetime(line, place, datetime.combine(value, time()), styles["day"])
    else:
        text = str(value.value if isinstance(value, Enum) else value)
        guarded = text.lstrip()[:1] in tuple("=+-@")
        sheet.write_string(line, place, text, styles["guarded" if guarded else "text"])
