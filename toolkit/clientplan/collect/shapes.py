"""The shapes of exports that we know by name, and what gives each of them away."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import StrEnum
from itertools import takewhile

from clientplan.collect.grid import Row
from clientplan.collect.headers import LANGUAGES, bare


class Shape(StrEnum):
    SALESFORCE = "salesforce"
    HUBSPOT = "hubspot"
    LIST = "list"  # an Excel list or a table from anywhere else, in one of our languages

    def label(self, spoken: str) -> str:
        """As the report calls it; `spoken` is the language of its headers."""
        if self is Shape.LIST:
            return f"{LANGUAGES[spoken]} list"
        return {Shape.SALESFORCE: "Salesforce report", Shape.HUBSPOT: "HubSpot export"}[self]


_SALESFORCE = {
    bare(header)
    for header in (
        "Account ID", "Account Name", "Account Owner", "Opportunity ID", "Opportunity Name", "Opportunity Owner",
        "Fiscal Period", "Probability (%)", "Company / Account", "Activity ID", "Assigned", "Task Subtype",
        "Full Comments", "Next Step", "Contact ID",
    )
}  # fmt: skip
_ENOUGH = 3  # of these: two also meet in lists that somebody wrote by hand
_FOOTER = re.compile(
    r"Copyright .*salesforce|Confidential Information - Do Not Distribute"
    r"|(Generated|Erstellt) (By|von)\b|Généré par\b|Generado por\b",
    re.IGNORECASE,
)


def shape_of(headers: Sequence[str]) -> Shape:
    known = [bare(header) for header in headers]
    if known[:1] == ["recordid"] and not any(header.lower().endswith(".id") for header in headers):  # .id is Zoho
        return Shape.HUBSPOT
    return Shape.SALESFORCE if len(_SALESFORCE.intersection(known)) >= _ENOUGH else Shape.LIST


def footer(rows: Sequence[Row], width: int) -> int:
    """How many rows at the end are a Salesforce report's footer: its name, copyright, who made it and when.

    Each is a single cell, where a record has as many as the header (`width`); a blank line stands above them.
    """
    length = sum(1 for _ in takewhile(lambda row: len(row.cells) == 1, reversed(rows)))
    ending = rows[len(rows) - length :]
    first = next((number for number, row in enumerate(ending) if _FOOTER.search(str(row.cells[0]))), None)
    if first is None:
        return 0
    if width > 1:
        return length
    while first > 0 and ending[first].line - ending[first - 1].line == 1:
        first -= 1
    return length - first
