"""What was read, from where and how, and what was set aside."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from itertools import groupby
from typing import Any

_EXAMPLES = 3


@dataclass(frozen=True, order=True)
class Quarantined:
    """A value that kept its row out of the tables; the original is untouched."""

    file: str
    sheet: str | None
    line: int
    column: str
    value: str
    reason: str


@dataclass(frozen=True)
class FileReport:
    """One text file, or one sheet of a workbook."""

    file: str
    sheet: str | None
    table: str
    recognised: str
    header_line: int
    rows_read: int
    rows_set_aside: int
    columns_used: dict[str, str]  # header -> column of the table
    columns_unused: list[str]
    encoding: str | None = None
    delimiter: str | None = None
    decimal: str | None = None
    dates: str | None = None
    notes: list[str] = field(default_factory=list)

    @property
    def place(self) -> str:
        return self.file if self.sheet is None else f"{self.file}[{self.sheet}]"

    def sentences(self) -> Iterator[str]:
        how = ", ".join(part for part in (self.encoding, self.delimiter, self._conventions()) if part)
        rows = f"{counted(self.rows_read, 'row')} read, {self.rows_set_aside:,} set aside"
        yield f"{self.place}: {self.recognised}. {rows}{f' ({how})' if how else ''}."
        yield from (f"  {note[:1].upper()}{note[1:]}." for note in self.notes)
        if self.columns_unused:
            yield f"  Columns not used: {', '.join(self.columns_unused)}."

    def _conventions(self) -> str:
        decimal = {",": "decimal comma", ".": "decimal point"}.get(self.decimal or "")
        dates = {"dmy": "day first", "mdy": "month first"}.get(self.dates or "")
        return ", ".join(part for part in (decimal, dates) if part)


@dataclass(frozen=True)
class Report:
    files: list[FileReport]
    failures: list[str]  # sentences about files that could not be read, or hold nothing for us
    notes: list[str]  # what concerns several files: clients matched, records that came twice
    set_aside: list[Quarantined]
    rows: dict[str, int]  # in each tidy table

    def sentences(self) -> list[str]:
        """For a person: file by file, then what holds for all, then what needs their hand."""
        lines = [line for file in self.files for line in file.sentences()]
        lines += [f"{note}." for note in self.notes]
        lines += [*self.set_aside_sentences(), *self.failures]
        tables = [counted(rows, one, many) for (one, many), rows in zip(_NOUNS, self.rows.values(), strict=True)]
        return [*lines, f"Tables now: {', '.join(tables)}."]

    def set_aside_sentences(self) -> Iterator[str]:
        """One for each column and reason, with the first lines that it concerns."""

        def kind(one: Quarantined) -> tuple[str, str, str, str]:
            return one.file, one.sheet or "", one.column, one.reason

        for (file, sheet, column, reason), group in groupby(sorted(self.set_aside, key=kind), key=kind):
            found = list(group)
            shown = "; ".join(
                f"line {one.line}" + (f" “{one.value}”" if one.value else "") for one in found[:_EXAMPLES]
            )
            more = f"; and {len(found) - _EXAMPLES:,} more" if len(found) > _EXAMPLES else ""
            place = f"{file}[{sheet}]" if sheet else file
            yield f"{place}{f', {column}' if column else ''}: {reason} ({shown}{more}). Set aside."

    def to_dict(self) -> dict[str, Any]:
        """For machines: plain lists, dicts, texts and numbers."""
        return asdict(self)


_NOUNS = (
    ("client", "clients"),
    ("revenue row", "revenue rows"),
    ("activity", "activities"),
    ("person", "people"),
    ("opportunity", "opportunities"),
)


def counted(number: int, one: str, many: str | None = None) -> str:
    """`1 row`, `1,200 rows`."""
    return f"{number:,} {one if number == 1 else many or f'{one}s'}"


def listed(names: list[str], most: int = 5) -> str:
    """`A, B, C and 4 more`."""
    more = f" and {len(names) - most:,} more" if len(names) > most else ""
    return ", ".join(names[:most]) + more
