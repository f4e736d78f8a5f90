"""Reads one workbook and prints it as JSON lines: run as a program of its own, so that a hostile file harms nothing.

Imports nothing of ours: it is started by path and must not depend on how the package is found.
Lines: {"sheet": name, "hidden": bool}, then [row number, [cells]] for each row with something in it; {"refused": why}.
A number stays a number; everything else is text, dates in ISO form.
"""

from __future__ import annotations

import contextlib
import json
import sys
from datetime import date, datetime, time, timedelta
from typing import Any

MOST_MEMORY = 2_000_000_000  # bytes
OUT_OF_MEMORY = 3  # exit status
MOST_ROWS = 1_048_576  # Excel's own
MOST_COLUMNS = 1_000
MOST_TEXT = 300_000_000  # characters in all


def main(path: str) -> None:
    _limit_memory()
    import python_calamine

    try:
        book = python_calamine.CalamineWorkbook.from_path(path)
        left = MOST_TEXT
        for place in book.sheets_metadata:
            if str(place.typ).endswith("WorkSheet"):
                hidden = not str(place.visible).endswith(".Visible")
                _say({"sheet": place.name, "hidden": hidden})
                left = _rows(book.get_sheet_by_name(place.name), place.name, left)
    except python_calamine.PasswordError:
        _say({"refused": "password"})
    except python_calamine.CalamineError as error:
        _say({"refused": "damaged", "detail": str(error)})
    except MemoryError:
        sys.exit(OUT_OF_MEMORY)
    except BaseException as error:
        if type(error).__name__ != "PanicException":  # how a fault in calamine's Rust shows
            raise
        _say({"refused": "damaged", "detail": str(error)})


def _rows(sheet: Any, name: str, left: int) -> int:
    last_row, last_column = sheet.end or (0, 0)  # counted from 0
    if last_row >= MOST_ROWS or last_column >= MOST_COLUMNS:
        size = f"{last_row + 1:,} rows and {last_column + 1:,} columns"
        _say({"refused": "large", "detail": f"sheet “{name}” has {size}"})
        sys.exit()
    for number, cells in enumerate(sheet.to_python(skip_empty_area=False), start=1):
        row = [_cell(cell) for cell in cells]
        while row and row[-1] == "":
            row.pop()
        if row:
            left -= _say([number, row])
        if left < 0:
            _say({"refused": "large", "detail": f"its cells hold more than {MOST_TEXT:,} characters"})
            sys.exit()
    return left


def _cell(value: Any) -> str | float:
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, (int, float, str)):
        return value
    if isinstance(value, datetime):  # a date in Excel is a moment: midnight is no time of day
        return value.date().isoformat() if value.time() == time() else value.isoformat(sep=" ", timespec="seconds")
    if isinstance(value, timedelta):
        seconds = round(value.total_seconds())
        sign, seconds = ("-" if seconds < 0 else ""), abs(seconds)
        return f"{sign}{seconds // 3600}:{seconds % 3600 // 60:02}:{seconds % 60:02}"
    return value.isoformat() if isinstance(value, (date, time)) else str(value)


def _say(line: Any) -> int:
    text = json.dumps(line)
    sys.stdout.write(text + "\n")
    return len(text)


def _limit_memory() -> None:
    with contextlib.suppress(ImportError, ValueError, OSError):  # Windows has no such limit, macOS may refuse it
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))


if __name__ == "__main__":
    main(sys.argv[1])
