"""What in a view is text for the reader, and what is only for the markup."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any


class Code(str):
    """A text that the page carries without showing it: a class name, an anchor, the alternative of a picture."""

    __slots__ = ()


def texts(view: Any, place: str = "") -> Iterator[tuple[str, str]]:
    """Every text that the reader must find on the page, with the name of its place in the view."""
    if type(view) is str:
        yield place, view
    elif isinstance(view, tuple):
        for number, item in enumerate(view, 1):
            yield from texts(item, f"{place}[{getattr(item, 'id', number)}]")
    elif is_dataclass(view):
        for field in fields(view):
            yield from texts(getattr(view, field.name), f"{place}.{field.name}" if place else field.name)


def strings(view: Any) -> Iterator[str]:
    """Every text and code of a view, without places."""
    waiting: list[Any] = [view]
    for item in waiting:  # grows while it is walked
        if isinstance(item, str):
            yield item
        elif isinstance(item, tuple):
            waiting.extend(item)
        elif is_dataclass(item):
            waiting.extend(getattr(item, field.name) for field in fields(item))
