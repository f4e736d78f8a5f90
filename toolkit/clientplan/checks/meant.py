"""“Did you mean”, for names that a plan uses and that aren't there."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

from clientplan.checks.said import Said


def closest(word: str, known: Iterable[str]) -> str | None:
    """The name that is closest, if one is close."""
    by_lower = {name.lower(): name for name in known}
    close = get_close_matches(word.lower(), by_lower, n=1)
    return by_lower[close[0]] if close else None


def meant(word: str, known: Iterable[str]) -> Said:
    """A sentence with a space before it: the name that is closest, else the names that there are; "" without any."""
    names = list(known)
    close = closest(word, names)
    if close:
        return Said(" Did you mean {name}?", name=close)
    return Said(" These are: {names}.", names=", ".join(names)) if names else Said("{nothing}", nothing="")
