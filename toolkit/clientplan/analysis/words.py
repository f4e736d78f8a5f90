"""Names in a sentence, and what is missing in a table."""

from __future__ import annotations

from collections.abc import Sequence
from math import isnan

_MOST = 4


def in_words(names: Sequence[str]) -> str:
    """`A, B and C`; beyond four, how many others there are."""
    shown = list(names[:_MOST])
    if len(names) > _MOST:
        shown[-1:] = [f"{len(names) - _MOST + 1} others"]
    return shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} and {shown[-1]}"


def known(value: float) -> float | None:
    """A figure of a table; None where it is missing."""
    return None if isnan(value) else float(value)


def same_name(one: str, other: str) -> bool:
    """Capitals and spaces don't matter."""
    return " ".join(one.casefold().split()) == " ".join(other.casefold().split())
