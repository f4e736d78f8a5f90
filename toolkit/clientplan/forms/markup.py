"""HTML from parts. Whatever isn't markup already is escaped, so that nobody's text can become a tag."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape


class Markup(str):
    """Text that is HTML, and safe to show."""

    __slots__ = ()


def tag(name: str, *children: str, **attributes: str | None) -> Markup:
    """An element: `tag("p", words, class_="cp-quiet", aria_live="polite")`; attributes that are None are left out."""
    written = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(value)}"'
        for key, value in attributes.items()
        if value is not None
    )
    return Markup(f"<{name}{written}>{joined(*children)}</{name}>")


def joined(*children: str) -> Markup:
    return Markup("".join(child if isinstance(child, Markup) else escape(child) for child in children))


def with_code(sentence: str) -> Markup:
    """A sentence in which what one types, between backticks, is set as such."""
    parts = enumerate(sentence.split("`"))
    return joined(*(tag("code", part) if at % 2 else part for at, part in parts))


def table(head: tuple[str, ...], rows: Sequence[tuple[str, ...]], *, caption: str, figures: frozenset[int]) -> Markup:
    """A table whose first cell of each row names the row; `figures` are the columns that hold numbers."""

    def cell(place: int, words: str) -> Markup:
        kind = "cp-figure" if place in figures else None
        return tag("td", words, class_=kind) if place else tag("th", words, scope="row")

    titles = [
        tag("th", words, scope="col", class_="cp-figure" if at in figures else None) for at, words in enumerate(head)
    ]
    body = [tag("tr", *(cell(at, words) for at, words in enumerate(row))) for row in rows]
    whole = tag(
        "table",
        *([tag("caption", caption)] if caption else []),
        tag("thead", tag("tr", *titles)),
        tag("tbody", *body),
        class_="cp-table",
    )
    return tag("div", whole, class_="cp-wide")
