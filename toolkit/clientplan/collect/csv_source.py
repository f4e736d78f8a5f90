"""Text files: cut into lines and cells, none of them lost to a stray quotation mark."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from typing import cast

from clientplan.collect.encoding import decode
from clientplan.collect.grid import Cell, Flaw, Grid, Row
from clientplan.errors import SourceUnreadable

DELIMITERS = {",": "commas", ";": "semicolons", "\t": "tabs", "|": "pipes"}
_SNIFFED = 200  # lines
_EXCEL_SAYS = re.compile(r"sep=(.)\s*", re.IGNORECASE)  # what Excel writes, and reads, above the header
MOST_FLAWS = 1_000
_UNCLOSED = "a quotation mark in this line is never closed, or stands where none should"


def read_text(data: bytes, file: str) -> Grid:
    """One grid with the rows of a CSV, TSV or other delimited file; blank lines are left out.

    Raises:
        SourceUnreadable: it is empty, or isn't text.
    """
    decoded = decode(data, file)
    lines = io.StringIO(decoded.text, newline="").readlines()
    said = _EXCEL_SAYS.fullmatch(lines[0]) if lines else None
    delimiter = said[1] if said else sniff(lines)
    rows, flaws = cut(lines, delimiter, start=1 if said else 0)
    if len(flaws) > MOST_FLAWS:
        raise SourceUnreadable(
            f"{file}: in more than {MOST_FLAWS:,} lines quotation marks stand where none should. Export it again as CSV"
        )
    if not rows and not flaws:
        raise SourceUnreadable(f"{file} is empty. Export it again, and look whether the export found any records")
    notes = [] if decoded.certain else [f"read as {decoded.encoding}: look whether names with accents came out right"]
    return Grid(
        file,
        rows,
        encoding=decoded.encoding,
        delimiter=f"separated by {DELIMITERS.get(delimiter, delimiter)}",
        flaws=flaws,
        notes=notes,
    )


def sniff(lines: list[str]) -> str:
    """The delimiter that cuts most of the first lines, the header among them, into equally many cells."""
    sample = [line for line in islice(lines, _SNIFFED) if line.strip()]

    def evenness(delimiter: str) -> tuple[float, int]:
        widths = Counter(len(cells) for cells in _leniently(sample, delimiter))
        several = {width: times for width, times in widths.items() if width > 1}
        width = max(several, key=lambda width: (several[width], width), default=0)
        return (several[width] / widths.total(), width) if width else (0.0, 0)

    return max(DELIMITERS, key=evenness)


def _leniently(lines: list[str], delimiter: str) -> Iterator[list[str]]:
    try:
        yield from csv.reader(lines, delimiter=delimiter)
    except csv.Error:  # a cell without end: what came before it is enough to go by
        return


def cut(lines: list[str], delimiter: str, start: int = 0) -> tuple[list[Row], list[Flaw]]:
    """The rows that hold something; a line whose quotation marks don't pair is a flaw, and the next ones are read."""
    rows: list[Row] = []
    flaws: list[Flaw] = []
    while start < len(lines) and len(flaws) <= MOST_FLAWS:
        reader = csv.reader(map(lines.__getitem__, range(start, len(lines))), delimiter=delimiter, strict=True)
        first = begun = start
        try:
            for cells in reader:
                if any(cells):
                    rows.append(Row(begun + 1, cast("list[Cell]", cells)))
                begun = first + reader.line_num
            start = len(lines)
        except csv.Error:
            flaws.append(Flaw(begun + 1, lines[begun].strip(), _UNCLOSED))
            start = begun + 1
    return rows, flaws
