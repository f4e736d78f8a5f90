"""Which table a sheet is, by its headers: never by the file's name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from clientplan.collect.grid import Grid, Row, is_blank, plain
from clientplan.collect.headers import LANGUAGES, Header, bare, read_header, words
from clientplan.collect.report import listed
from clientplan.collect.shapes import Shape, footer, shape_of
from clientplan.collect.tables import TABLES, Role, roles
from clientplan.errors import SourceUnreadable

_SEARCHED = 30  # rows for the header: above it stand titles, filters, dates of printing
_EXAMINED = 2_000  # rows for a second header below the first
_SECOND = 3  # known words make a second header; a record can hold one by chance ("Customer" as the type of account)
# Where two tables are told equally well, the one that stands first here: the richer reading.
_ORDER = ("opportunities", "revenue", "activities", "people", "clients")


@dataclass(frozen=True)
class Place:
    """A column of the sheet that is read for a column of the table."""

    position: int
    header: Header
    rank: int
    spoken: str


@dataclass(frozen=True)
class Recognised:
    """What a sheet is, and where in it the table's columns are."""

    table: str
    shape: Shape
    line: int  # of the header
    headers: list[str]
    places: Mapping[str, list[Place]]  # the most telling header first
    rows: list[Row]
    footer: int = 0
    repeated: int = 0

    @property
    def label(self) -> str:
        spoken = Counter(place.spoken for found in self.places.values() for place in found if place.spoken in LANGUAGES)
        return f"{self.shape.label(spoken.most_common(1)[0][0] if spoken else 'en')}, {TABLES[self.table].label}"

    @property
    def unused(self) -> list[str]:
        used = {place.position for found in self.places.values() for place in found}
        return [header for position, header in enumerate(self.headers) if position not in used and header]


@dataclass(frozen=True)
class _Reading:
    table: str
    shape: Shape
    places: Mapping[str, list[Place]]

    @property
    def score(self) -> int:
        return len(self.places) + sum(TABLES[self.table].tells.get(column, 0) for column in self.places)


def recognise(grid: Grid) -> Recognised | None:
    """The table that the sheet is taken for; None where no row of it names a client column.

    Raises:
        SourceUnreadable: it holds several tables.
    """
    found: tuple[int, _Reading] | None = None
    widest = 0
    signed = footer(grid.rows, width=2) > 0
    for number, row in enumerate(grid.rows[:_SEARCHED]):
        reading = read_headers(_texts(row), salesforce=signed) if row.filled() > widest else None
        if reading and (found is None or reading.score > found[1].score):
            found = number, reading
        widest = max(widest, row.filled())
    if found is None:
        return None
    number, reading = found
    header, below = grid.rows[number], grid.rows[number + 1 :]
    below = below[: len(below) - (dropped := footer(below, len(header.cells)))]
    rows = [row for row in below if row.cells != header.cells]
    _refuse_second(grid, header)
    return Recognised(
        reading.table, reading.shape, header.line, _texts(header), reading.places, rows, dropped, len(below) - len(rows)
    )


def nothing_for_us(grid: Grid) -> str:
    """The sentence about a sheet that no client column was found in."""
    if not grid.rows:
        return f"{grid.place} is empty. Export it again, and look whether the export found any records"
    likely = max(grid.rows[:_SEARCHED], key=Row.filled)
    names = [str(cell).strip() for cell in likely.cells if not is_blank(cell)]
    return (
        f"{grid.place}: no client column, so nothing was taken from it. Columns found: {listed(names, 12)}. "
        "If one of them names the client, call it Client, Account or Customer"
    )


def read_headers(headers: Sequence[str], *, salesforce: bool = False) -> _Reading | None:
    """The table that these headers tell best; None where they have no client, or aren't headers."""
    shape = Shape.SALESFORCE if salesforce else shape_of(headers)
    parsed = [read_header(header) if header else [] for header in headers]
    readings = [_Reading(table, shape, _places(parsed, table, shape)) for table in _ORDER]
    enough = [one for one in readings if all(group & one.places.keys() for group in TABLES[one.table].needs)]
    return max(enough, key=lambda one: one.score, default=None)


def _places(parsed: list[list[Header]], table: str, shape: Shape) -> dict[str, list[Place]]:
    places: dict[str, list[Place]] = {}
    for position, versions in enumerate(parsed):
        best = _column_of(versions, position, table, shape)
        if best:
            places.setdefault(best[0], []).append(best[1])
    ranked = {column: sorted(found, key=lambda place: place.rank) for column, found in places.items()}
    role = roles(table)
    return {column: found if role[column] is Role.TEXT else found[:1] for column, found in ranked.items()}


def _column_of(versions: list[Header], position: int, table: str, shape: Shape) -> tuple[str, Place] | None:
    """The first column that knows the header: as it stands, or else without its unit."""
    for header in versions:
        for column in roles(table):
            word = words(table, column).get(header.bare)
            if word and (word.spoken in LANGUAGES or word.spoken == shape):
                meant = header.duration if column == "minutes" and header.duration else column
                return meant, Place(position, header, word.rank, word.spoken)
    return None


def _texts(row: Row) -> list[str]:
    return [cell.strip() if isinstance(cell, str) else plain(cell) for cell in row.cells]


def _refuse_second(grid: Grid, header: Row) -> None:
    for row in grid.rows[:_EXAMINED]:
        if row.cells == header.cells:
            continue
        known = sum(1 for cell in row.cells if isinstance(cell, str) and bare(cell) in _any_word())
        second = read_headers(_texts(row)) if known >= _SECOND else None
        if second and len(second.places) >= _SECOND:
            lines = header.line, row.line
            raise SourceUnreadable(
                f"{grid.place} holds more than one table (headers in lines {min(lines)} and {max(lines)}), "
                "so nothing was taken from it. Save each table as a file of its own"
            )


@cache
def _any_word() -> frozenset[str]:
    return frozenset(word for table in TABLES for column in roles(table) for word in words(table, column))
