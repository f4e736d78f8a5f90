"""For a person: each finding with the piece of the file that it is about, or on one line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import typer
from rich.console import Console
from rich.text import Text

from clientplan.checks import Severity
from clientplan.cli.outputs.checked import NOWHERE, Checked, Located
from clientplan.cli.outputs.excerpt import excerpt, lines
from clientplan.cli.visible import visible

_COLOURS = {Severity.ERROR: "bold red", Severity.WARNING: "bold yellow", Severity.NOTE: "bold cyan"}
_FRAME = "bright_blue"
_WIDTH = 120  # of an excerpt in a pipe
_LEAST = 40  # a terminal that calls itself narrower is taken for this wide


def one_a_line(checked: Sequence[Checked], *, err: bool = False) -> None:
    """As compilers print it: `plans/harrow-2026.yaml:12:5: error CP402 objective o2: …`."""
    for one in checked:
        for located in one.findings:
            line, column = located.start
            position = f"{one.file}:{line}:{column}" if located.start != NOWHERE else one.file
            finding = located.finding
            typer.echo(visible(f"{position}: {finding.severity} {finding.code} {finding.message}"), err=err)


def full(checked: Sequence[Checked]) -> None:
    """Colours on a terminal alone, and none where NO_COLOR is set."""
    console = Console(highlight=False, emoji=False, markup=False, soft_wrap=True)
    width = max(console.width, _LEAST) if console.is_terminal else _WIDTH
    for one in checked:
        text = lines(one.text)
        for located in one.findings:
            console.print(Text("\n").join([*_block(one.file, text, located, width), Text()]))


def _block(file: str, text: list[str], located: Located, width: int) -> Iterator[Text]:
    finding, (line, column) = located.finding, located.start
    colour = _COLOURS[finding.severity]
    margin = " " * len(str(line or ""))
    bar = f"{margin} |"
    yield Text.assemble((f"{finding.severity}[{finding.code}]", colour), (f" {visible(finding.message)}", "bold"))
    position = f":{line}:{column}" if located.start != NOWHERE else ""
    yield Text.assemble((f"{margin}--> ", _FRAME), f"{visible(file)}{position}")
    if located.exact and 0 < line <= len(text):
        last = located.end[1] - 1 if located.end[0] == line else len(text[line - 1])
        shown, carets = excerpt(text[line - 1], column - 1, last, width - len(bar) - 1)
        yield Text(bar, _FRAME)
        yield Text.assemble((f"{line} |", _FRAME), f" {shown}")
        yield Text.assemble((bar, _FRAME), (f" {carets}", colour))
    if finding.fix:
        yield Text.assemble((f"{margin} =", _FRAME), f" fix: {visible(finding.fix.what)}")
