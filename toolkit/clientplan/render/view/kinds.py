"""The kinds of pages: each is made from something else, and has sections of its own."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import Any, Protocol

from clientplan.render.view.head import Document, Running


class Kind(StrEnum):
    PLAN = "plan"  # one plan
    SHEET = "sheet"  # one plan or none, with lines to write on where nothing is said
    PORTFOLIO = "portfolio"  # all plans together


class Filled:
    """Sections by the names that `pack.toml` uses. A section without content is empty or None."""

    def filled(self, names: tuple[str, ...]) -> Iterator[tuple[str, Any]]:
        """The sections of these names that have content, in this order."""
        yield from ((name, content) for name in names if (content := getattr(self, name)))


class Shown(Protocol):
    """What a page of any kind has."""

    @property
    def document(self) -> Document: ...

    @property
    def running(self) -> Running: ...

    @property
    def head(self) -> Any: ...

    @property
    def sections(self) -> Filled: ...
