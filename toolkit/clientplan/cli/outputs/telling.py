"""Which output tells what was found."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from enum import StrEnum

import typer

from clientplan.cli.outputs import github, machine, sarif
from clientplan.cli.outputs.boards import board_json, print_board
from clientplan.cli.outputs.checked import Checked
from clientplan.cli.outputs.counts import counts_json, print_counts
from clientplan.cli.outputs.summary import summary
from clientplan.cli.outputs.text import full, one_a_line
from clientplan.cli.visible import visible_lines


class Format(StrEnum):
    FULL = "full"
    LINES = "lines"
    JSON = "json"
    SARIF = "sarif"
    GITHUB = "github"


class View(StrEnum):
    """What is shown: each finding, how often each check spoke, or the coach's board."""

    FINDINGS = "findings"
    STATISTICS = "statistics"
    BOARD = "board"


def tell(checked: Sequence[Checked], output: Format, view: View, *, off: Mapping[str, str], today: date) -> None:
    """Prints it; a person gets a summary on stderr too. `off`: what a workspace switches off, if all was checked."""
    for refusal in (refusal for one in checked for refusal in one.unprinted):
        typer.echo(visible_lines(refusal), err=True)
    if output in {Format.FULL, Format.LINES}:
        _to_a_person(checked, output, view)
        for sentence in summary(checked, off):
            typer.echo(sentence, err=True)
    elif view is View.STATISTICS:
        typer.echo(counts_json(checked))
    elif view is View.BOARD:
        typer.echo(board_json(checked))
    elif output is Format.JSON:
        typer.echo(machine.as_json(checked, today=today))
    elif output is Format.SARIF:
        typer.echo(sarif.as_sarif(checked))
    else:
        for line in github.notices(checked):
            typer.echo(line)


def _to_a_person(checked: Sequence[Checked], output: Format, view: View) -> None:
    if view is View.STATISTICS:
        print_counts(checked)
    elif view is View.BOARD:
        print_board(checked)
    elif output is Format.FULL:
        full(checked)
    else:
        one_a_line(checked)
