"""Values of a plan as they are said in a sentence."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any

from clientplan.plan.money import Money

OPEN = "open"  # what isn't filled in
_LONGEST = 70
_WORDS_BEFORE = 3  # the one that differs, so that it is found in a long text
_SAID: tuple[tuple[type, Callable[[Any], str]], ...] = (  # the first that fits: a bool is an int too
    (bool, lambda value: "yes" if value else "no"),
    (int, "{:,}".format),
    (Decimal, "{:,}".format),
    (date, lambda value: f"{value.day} {value:%b %Y}"),
    (Enum, lambda value: str(value.value)),
    (Money, lambda value: f"{value.amount:,} {value.currency}"),
    (dict, lambda value: ", ".join(value) or OPEN),
)


def said(value: Any) -> str:
    """`480,000`, `12 Oct 2026`, `on track`, `yes`; a text up to its first 70 characters, on one line."""
    for known, words in _SAID:
        if isinstance(value, known):
            return words(value)
    return shortened(" ".join(str(value or OPEN).split()))


def moved(before: Any, after: Any) -> str:
    """`480,000 → 520,000`; of long texts from where they begin to differ."""
    if _is_text(before) and _is_text(after):
        start = _begin_of_difference(before, after)
        return f"{_quoted(before, start)} → {_quoted(after, start)}"
    return f"{_quoted(before, 0)} → {_quoted(after, 0)}"


def shortened(text: str) -> str:
    if len(text) <= _LONGEST:
        return text
    cut = text[: _LONGEST - 1]
    return (cut.rsplit(" ", 1)[0] if " " in cut else cut).rstrip(" ,;:.") + "…"


def _quoted(value: Any, start: int) -> str:
    if not _is_text(value):
        return said(value)
    rest = " ".join(value[start:].split())
    return f"“{'… ' if start else ''}{shortened(rest)}”"


def _begin_of_difference(before: str, after: str) -> int:
    """0 while both can be said whole; else a few words before the one in which they part."""
    if max(len(before), len(after)) <= _LONGEST:
        return 0
    length = next(
        (place for place, (one, other) in enumerate(zip(before, after, strict=False)) if one != other),
        min(len(before), len(after)),
    )
    common = before[:length]
    start = common.rfind(" ") + 1
    for _ in range(_WORDS_BEFORE):
        start = common.rfind(" ", 0, max(start - 1, 0)) + 1
    return start


def _is_text(value: Any) -> bool:
    return isinstance(value, str) and not isinstance(value, Enum) and bool(value)
