"""What was read of the exports, as a page: what needs a hand, and which column was taken as what."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from clientplan.forms.markup import Markup, joined, table, tag

if TYPE_CHECKING:
    from clientplan.collect.report import Report
    from clientplan.collect.shown import Mapping

MOST_ROWS = 50  # of those set aside that are shown


def shown(report: Report, fresh: Collection[str] = ()) -> Markup:
    """What needs a hand first, then how the files of these names were read, and the others folded away."""
    from clientplan.collect.shown import mappings

    *_, tables = report.sentences()
    every = mappings(report)
    new = [one for one in every if one.file in fresh]
    others = [one for one in every if one.file not in fresh]
    return joined(
        tag("p", tables, class_="cp-heading"),
        listed("Not read", report.failures),
        _set_aside(report),
        listed("Good to know", [f"{note}." for note in report.notes]),
        *([tag("p", "How what you uploaded was read", class_="cp-heading")] if new else []),
        *map(_mapping, new),
        _folded(others, "other " if new else "") if others else Markup(""),
    )


def listed(title: str, sentences: list[str]) -> Markup:
    return joined(tag("p", title, class_="cp-heading"), _lines(sentences)) if sentences else Markup("")


def _folded(files: list[Mapping], other: str) -> Markup:
    what = f"1 {other}file or sheet was" if len(files) == 1 else f"{len(files)} {other}files and sheets were"
    return tag("details", tag("summary", f"How {what} read"), *map(_mapping, files))


def _mapping(one: Mapping) -> Markup:
    from clientplan.collect.shown import MAPPING

    return joined(_lines(one.sentences), table(MAPPING, one.rows, caption=one.place, figures=frozenset()))


def _set_aside(report: Report) -> Markup:
    """Row by row, as far as anybody works through them; all of them are in a file beside the tables."""
    from clientplan.collect.shown import SET_ASIDE, set_aside

    rows = set_aside(report)
    if not rows:
        return Markup("")
    left = len(rows) - MOST_ROWS
    more = [tag("p", f"And {left:,} more: data/set_aside.csv has them all.")] if left > 0 else []
    return joined(
        tag("p", "Set aside, to mend in your system or in the file", class_="cp-heading"),
        table(SET_ASIDE, rows[:MOST_ROWS], caption="", figures=frozenset({1})),
        *more,
    )


def _lines(sentences: Collection[str]) -> Markup:
    return tag("ul", *(tag("li", sentence) for sentence in sentences), class_="cp-report")
