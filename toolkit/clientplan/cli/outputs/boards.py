"""The coach's board on a terminal, or as JSON."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict

import typer
from rich.table import Table

from clientplan.checks import Finding
from clientplan.checks.board import Board, Cell, board
from clientplan.cli.outputs.checked import Checked
from clientplan.cli.outputs.summary import counted
from clientplan.cli.outputs.tables import show
from clientplan.cli.visible import visible


def board_json(checked: Sequence[Checked]) -> str:
    return json.dumps({"version": 1, **asdict(_board(checked))}, indent=1)


def print_board(checked: Sequence[Checked]) -> None:
    made = _board(checked)
    show(_table(made))
    if made.shared:
        typer.echo("\nThe same finding in several plans:")
    for shared in made.shared:
        typer.echo(f"\n{shared.code} {shared.name}: {', '.join(map(visible, shared.plans))}")
        typer.echo(visible(f"  {shared.example_plan}: {shared.example}"))


def _board(checked: Sequence[Checked]) -> Board:
    found: dict[str, list[Finding]] = {}
    names = [one.name for one in checked]
    for one in checked:
        name = one.name if names.count(one.name) == 1 else one.file
        found[name] = [located.finding for located in one.findings]
    return board(found)


def _table(made: Board) -> Table:
    table = Table("plan", *made.themes)
    for row in made.rows:
        table.add_row(visible(row.plan), *map(_words, row.cells))
    return table


def _words(cell: Cell) -> str:
    counts = {"error": cell.errors, "warning": cell.warnings, "note": cell.notes}
    return "\n".join(counted(count, what) for what, count in counts.items() if count) or "–"
