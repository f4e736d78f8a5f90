"""Tables as all commands print them."""

from __future__ import annotations

from rich import box
from rich.console import Console
from rich.table import Table

_ENDLESS = 1_000  # columns in a pipe: what is cut there is lost


def show(table: Table) -> None:
    """As wide as the terminal; in a pipe as wide as it needs to be."""
    console = Console(highlight=False, emoji=False, markup=False)
    if not console.is_terminal:
        console.width = _ENDLESS
    table.box = box.SIMPLE_HEAD
    table.show_edge = False
    console.print(table)
