"""Tables as all commands print them."""

from __future__ import annotations

from rich import box
from rich.console import Console
from rich.table import Table

_ENDLESS = 1_000  # columns in a pipe: what is cut there is lost


def show(table: Table) -> None:
    """As wide as the terminal; in a pipe as wide as it needs to be."""
    _printed(table, _console())


def as_text(table: Table) -> str:
    """The same as lines of text."""
    console = _console()
    with console.capture() as captured:
        _printed(table, console)
    return captured.get().rstrip("\n")


def _console() -> Console:
    console = Console(highlight=False, emoji=False, markup=False)
    if not console.is_terminal:
        console.width = _ENDLESS
    return console


def _printed(table: Table, console: Console) -> None:
    table.box = box.SIMPLE_HEAD
    table.show_edge = False
    console.print(table)
