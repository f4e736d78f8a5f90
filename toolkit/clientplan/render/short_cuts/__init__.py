"""Ways of doing what WeasyPrint does in less time, in force only while a page of ours is laid out or written.

Each takes the place of one function and gives what that gives, to the last digit, but for two: streams are packed
as zlib does it by itself, and a border on one side is a rectangle instead of a frame that is cut off. They know
WeasyPrint 70 and pydyf 0.13; with others everything is done as their makers do it.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any, NamedTuple

_WEASYPRINT, _PYDYF = "70.", "0.13."


class Cut(NamedTuple):
    """One name of a module or class, and what stands in for it."""

    of: Any
    name: str
    ours: Any


_lock = threading.Lock()
_in_force: list[tuple[Cut, Any]] = []  # with what was there before
_users = 0  # threads that lay out or write


@contextmanager
def short_cuts() -> Iterator[None]:
    """In force for all threads while one of ours is at it: what they give is the same for everybody."""
    global _users  # noqa: PLW0603  # modules are what is changed, and there is one of each
    with _lock:
        _users += 1
        if _users == 1:
            for cut in _cuts():
                _in_force.append((cut, vars(cut.of)[cut.name]))
                setattr(cut.of, cut.name, cut.ours)
    try:
        yield
    finally:
        with _lock:
            _users -= 1
            while _in_force and not _users:
                cut, before = _in_force.pop()
                setattr(cut.of, cut.name, before)


@cache
def _cuts() -> tuple[Cut, ...]:
    import pydyf
    import weasyprint

    if not weasyprint.__version__.startswith(_WEASYPRINT) or not pydyf.VERSION.startswith(_PYDYF):
        return ()
    from clientplan.render.short_cuts import borders, lines, streams, used_values

    return tuple(Cut(*cut) for cut in (*used_values.cuts(), *lines.cuts(), *borders.cuts(), *streams.cuts()))
