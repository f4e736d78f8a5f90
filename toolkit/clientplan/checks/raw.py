"""Tables that were pasted into a text."""

from __future__ import annotations

import re

_SEPARATOR = re.compile(r"[\s;|]+")
_RULE = re.compile(r"[\s|:+=-]+")  # the line below a table's head
_NUMBER = re.compile(r"[-+−(]?[€$£]?\d[\d.,'’/:-]*%?\)?[€$£]?")
_COLUMNS = 2
_MOSTLY = 0.6  # of the cells of a row are numbers, where nothing else marks it as one


def rows(text: str) -> int:
    """How many rows the longest table in a text has; empty lines and rules don't end it, and don't count."""
    longest = run = 0
    for line in text.split("\n"):
        if _RULE.fullmatch(line) or not line:
            continue
        run = run + 1 if _is_row(line) else 0
        longest = max(longest, run)
    return longest


def _is_row(line: str) -> bool:
    line = line.strip()
    if "\t" in line or "|" in line:
        return True
    cells = [cell for cell in _SEPARATOR.split(line) if cell]
    numbers = sum(_NUMBER.fullmatch(cell) is not None for cell in cells)
    return numbers >= _COLUMNS and numbers >= _MOSTLY * len(cells)
