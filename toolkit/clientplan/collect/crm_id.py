"""Ids of records, and whose they are: 1042 in HubSpot and 1042 in an Excel list are two clients."""

from __future__ import annotations

import re
from functools import lru_cache

from clientplan.collect.shapes import Shape

_SALESFORCE = re.compile(r"00[0-9A-Za-z]{13}(?:[A-Z0-5]{3})?")
_SUFFIX = "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345"


def space_of(identifier: str, shape: Shape) -> Shape:
    """The system that gave the id: Salesforce's are known by their form in any file."""
    return Shape.SALESFORCE if _SALESFORCE.fullmatch(identifier) else shape


@lru_cache(maxsize=100_000)
def standard(identifier: str) -> str:
    """A Salesforce id as its reports write it: 15 characters, where exports add three that follow from the others.

    The three say which letters are capitals (each a number of five bits), so that a longer id that only looks like
    one stays as it is.
    """
    short, suffix = identifier[:15], identifier[15:]
    if not suffix or not _SALESFORCE.fullmatch(identifier):
        return identifier
    bits = (
        "".join("1" if letter.isupper() else "0" for letter in reversed(short[start : start + 5]))
        for start in (0, 5, 10)
    )
    return short if suffix == "".join(_SUFFIX[int(five, 2)] for five in bits) else identifier
