"""“Did you mean”, for names that a plan uses and that aren't there."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches


def meant(word: str, known: Iterable[str]) -> str:
    """A sentence with a space before it: the name that is closest, else the names that there are; "" without any."""
    by_lower = {name.lower(): name for name in known}
    close = get_close_matches(word.lower(), by_lower, n=1)
    if close:
        return f" Did you mean {by_lower[close[0]]}?"
    return f" These are: {', '.join(by_lower.values())}." if by_lower else ""
