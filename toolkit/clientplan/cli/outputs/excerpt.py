"""A line of a file as a terminal shows it, and the carets under a part of it."""

from __future__ import annotations

import re

from rich.cells import cell_len

from clientplan.cli.visible import marks

_LINE = re.compile(r"\r\n|\r|\n")
_CUT = "…"
_BEFORE = 20  # columns of what stands before the place that are kept where a line is cut
_REACH = 2  # times the width: so many characters around the place are looked at, since some take no column


def lines(text: str) -> list[str]:
    """The lines as the reader of plan files counts them."""
    return _LINE.split(text)


def excerpt(line: str, start: int, end: int, width: int) -> tuple[str, str]:
    """The line and the line of carets below it, both at most `width` columns wide.

    Args:
        line: as it stands in the file.
        start: the first marked character, from 0.
        end: just after the last one; at least one column is marked.
        width: columns; a longer line is cut around the marked part.
    """
    line = line.rstrip()
    start = min(start, len(line))
    # A plan may be written on one line, and be marked in a thousand places: only what is near a place is measured.
    skipped, reach = max(start - _REACH * width, 0), start + _REACH * width
    near, start = line[skipped:reach], start - skipped
    end = max(min(end - skipped, len(near)), start)
    first, last = _window(near, start, end, width, whole=len(near) == len(line))
    head = _CUT if skipped + first else ""
    tail = _CUT if skipped + last < len(line) else ""
    shown = f"{head}{marks(near[first:last])}{tail}"
    before = cell_len(head + marks(near[first:start]))
    marked = max(cell_len(marks(near[start : min(end, last)])), 1)
    return shown, " " * before + "^" * marked


def _window(line: str, start: int, end: int, width: int, *, whole: bool) -> tuple[int, int]:
    """The first character that is shown, and the one after the last; `whole` where nothing was cut off before."""
    widths = [cell_len(marks(mark)) for mark in line]
    if whole and sum(widths) <= width:
        return 0, len(line)
    room = width - 2 * len(_CUT)
    first = 0
    if sum(widths[:end]) > room:
        first = start
        while first and sum(widths[first - 1 : start]) <= _BEFORE:
            first -= 1
    last = first
    while last < len(line) and sum(widths[first : last + 1]) <= room:
        last += 1
    while first and last == len(line) and sum(widths[first - 1 :]) <= room:  # room left on the right
        first -= 1
    return first, last
