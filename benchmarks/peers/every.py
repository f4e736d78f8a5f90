"""Who is measured, in the order of the table."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from importlib import import_module
from typing import Protocol, cast

from peers.case import Case
from peers.command import Command

_FILES = (
    "naive",
    "plain",
    "with_chromium",
    "with_fpdf2",
    "with_fpdf2_shaped",
    "with_reportlab",
    "with_typst",
    "with_docxtpl",
    "with_rendercv",
    "with_nbconvert",
    "ours",
)


class Peer(Protocol):
    """A file of this folder. `warm` or `cold` may be missing where a peer has no such way."""

    NAME: str

    def available(self) -> str | None:
        """Why it can't be measured here; None when it can."""

    def warm(self, case: Case) -> AbstractContextManager[Callable[[], bytes]]:
        """Within it, what makes one PDF in a process that is running."""

    def cold(self, case: Case) -> Command:
        """What makes one PDF as a process of its own."""


def peers() -> list[Peer]:
    return [cast("Peer", import_module(f"peers.{file}")) for file in _FILES]
