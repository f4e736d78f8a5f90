"""A line of a file as a terminal shows it, and the carets under a part of it."""

from __future__ import annotations

import re
import unicodedata

from rich.cells import cell_len

_LINE = re.compile(r"\r\n|\r|\n")
_TAB = "    "
_CUT = "…"
_BEFORE = 20  # columns of what stands before the place that are kept where a line is cut
_PICTURES = 0x2400  # where Unicode keeps the pictures of control characters
_CONTROLS = 0x20


def lines(text: str) -> list[str]:
    """The lines as the reader of plan files counts them."""
    return _LINE.split(text)


def visible(text: str) -> str:
    """On one line, and without the characters that move the cursor, change colours or turn the writing around."""
    return "".join(map(_shown, text.replace("\r\n", " ").replace("\n", " ")))


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
    end = max(min(end, len(line)), start)
    first, last = _window(line, start, end, width)
    head = _CUT if first else ""
    tail = _CUT if last < len(line) else ""
    shown = f"{head}{_all(line[first:last])}{tail}"
    before = cell_len(head + _all(line[first:start]))
    marked = max(cell_len(_all(line[start : min(end, last)])), 1)
    return shown, " " * before + "^" * marked


def _window(line: str, start: int, end: int, width: int) -> tuple[int, int]:
    """The first character that is shown, and the one after the last."""
    widths = [cell_len(_shown(mark)) for mark in line]
    if sum(widths) <= width:
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


def _all(text: str) -> str:
    return "".join(map(_shown, text))


def _shown(mark: str) -> str:
    if mark == "\t":
        return _TAB
    if ord(mark) < _CONTROLS:
        return chr(_PICTURES + ord(mark))
    kind = unicodedata.category(mark)
    turns = unicodedata.bidirectional(mark) in {"LRE", "RLE", "PDF", "LRO", "RLO", "LRI", "RLI", "FSI", "PDI"}
    return "\N{REPLACEMENT CHARACTER}" if kind in {"Cc", "Zl", "Zp", "Cs"} or turns else mark
