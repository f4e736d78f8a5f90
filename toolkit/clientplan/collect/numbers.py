"""Amounts as people write them: the decimal mark is deduced from the whole column, and asked for where it can't be."""

from __future__ import annotations

import re
from dataclasses import dataclass

import pandas as pd

from clientplan.collect.conventions import Evidence
from clientplan.collect.currencies import SIGNS
from clientplan.collect.grid import Texts
from clientplan.collect.tables import TEXT_DTYPE

_SPACES = "\u00a0\u2007\u2008\u2009\u202f"  # no-break, figure, punctuation, thin, narrow
_APOSTROPHES = "\u2019\u2018\u00b4`"
_DASHES = "\u2212\u2013\u2014"
_ALIKE = str.maketrans(dict.fromkeys(_SPACES, " ") | dict.fromkeys(_APOSTROPHES, "'") | dict.fromkeys(_DASHES, "-"))
_SIGN = "|".join(sorted((sign.replace("$", r"\$").replace(".", r"\.") for sign in SIGNS), key=len, reverse=True))
_UNIT = rf"(?:{_SIGN}|[A-Za-z]{{3}})"
_PARTS = (
    rf"^(?P<open>\(?)\s*(?P<sign>[-+]?)\s*(?P<before>{_UNIT}?)\s*(?P<inner>[-+]?)\s*"
    r"(?P<digits>[\d.,][\d.,' ]*?(?:[eE]-\d{1,3})?)(?:[.,]-{1,2})?"
    rf"\s*(?P<after>{_UNIT}?)\s*(?P<trailing>-?)\s*(?P<close>\)?)$"
)
# The two ways to write a number. What only one of them takes settles the column; "1.234" both take, as two numbers.
# Of powers of ten only the negative are taken, the dust of sums like 1e-14: Excel writes 1.23E+05 where it has left
# digits out.
_DUST = r"(?:[eE]-\d{1,3})?"
_WAYS = {
    ",": rf"(?:\d+|[1-9]\d{{0,2}}(?:\.\d{{3}})+|[1-9]\d{{0,2}}(?:[ ']\d{{3}})+)(?:,\d+)?{_DUST}|,\d+",
    ".": (
        rf"(?:\d+|[1-9]\d{{0,2}}(?:,\d{{3}})+|[1-9]\d?(?:,\d{{2}})+,\d{{3}}|[1-9]\d{{0,2}}(?:[ ']\d{{3}})+)"
        rf"(?:\.\d+)?{_DUST}|\.\d+"
    ),
}
_TOO_LONG = 40  # characters: more than any float has, and fewer than its largest
_TOO_LARGE = 1e13  # up to here a float64 keeps every cent


@dataclass(frozen=True)
class Written:
    """A column's numbers, each different text taken apart: sign, currency, digits with their separators."""

    texts: Texts
    unique: pd.Series[str]  # without the cells that a workbook knows to be numbers: they need no reading
    parts: pd.DataFrame

    @classmethod
    def of(cls, texts: Texts) -> Written:
        unique = pd.Series(texts.text[~texts.exact].unique(), dtype=TEXT_DTYPE)
        parts = unique.str.translate(_ALIKE).str.extract(_PARTS)
        signs = (parts[["sign", "inner", "trailing"]].fillna("") != "").sum(axis=1)
        paired = (parts["open"] == "(") == (parts["close"] == ")")
        one_unit = (parts["before"].fillna("") == "") | (parts["after"].fillna("") == "")
        return cls(texts, unique, parts.where(paired & (signs <= 1) & one_unit))

    def evidence(self) -> Evidence:
        digits = self.parts["digits"].dropna()
        digits = digits[digits.str.contains(r"[.,]")]
        comma, point = (digits.str.fullmatch(_WAYS[way], flags=re.ASCII) for way in ",.")
        settled = {",": _first(digits, comma & ~point), ".": _first(digits, point & ~comma)}
        return Evidence({way: shown for way, shown in settled.items() if shown}, _first(digits, comma & point))

    def read(self, decimal: str) -> pd.Series[float]:
        """The numbers, NaN where the text is none; 1,234.50 is `.` and 1.234,50 is `,`.

        Negative are a leading or trailing minus, and parentheses. A percentage is no amount.
        """
        digits = self.parts["digits"].where(self.parts["digits"].str.fullmatch(_WAYS[decimal], flags=re.ASCII))
        grouping = r"[ '.]" if decimal == "," else r"[ ',]"
        plain = digits.str.replace(grouping, "", regex=True).str.replace(",", ".", regex=False)
        negative = (self.parts["open"] == "(") | (self.parts[["sign", "inner", "trailing"]] == "-").any(axis=1)
        size: pd.Series[float] = pd.to_numeric(plain.where(plain.str.len() < _TOO_LONG)).astype("float64")
        found = self._spread(size.mask(negative, -size) + 0.0).astype("float64")
        found[self.texts.exact] = pd.to_numeric(self.texts.text[self.texts.exact])
        return found.where(found.abs() < _TOO_LARGE)

    def beside(self) -> pd.Series[str]:
        """The currency's code or sign in the number's own cell, "" where there is none."""
        before, after = self.parts["before"].fillna(""), self.parts["after"].fillna("")
        return self._spread(before.where(before != "", after)).astype(TEXT_DTYPE).fillna("")

    def _spread(self, values: pd.Series) -> pd.Series:
        return self.texts.text.map(dict(zip(self.unique, values, strict=True)))


def _first(digits: pd.Series[str], where: pd.Series[bool]) -> str | None:
    found = digits[where]
    return None if found.empty else str(found.iloc[0])
