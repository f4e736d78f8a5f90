"""What mending changes, and what it could change if it were allowed to."""

from __future__ import annotations

from collections.abc import Sequence

import typer
from rich.console import Console
from rich.text import Text

from clientplan.cli.mending import Rewritten, write
from clientplan.cli.outputs.checked import Checked
from clientplan.cli.outputs.text import one_a_line
from clientplan.cli.visible import visible
from clientplan.workspace import Workspace

_COLOURS = {"+": "green", "-": "red", "@": "cyan"}


def print_diffs(rewritten: Sequence[Rewritten], left: Sequence[Checked], *, unsafe: bool) -> int:
    """Shows the changes in the manner of `diff -u`, and writes none; `left` are the files that can't be mended.

    The exit status: 1 if there is a change, or a file that can't be mended.
    """
    _diffs(rewritten, Console(highlight=False, emoji=False, markup=False, soft_wrap=True))
    _offered(rewritten, unsafe=unsafe)
    one_a_line(left, err=True)
    return int(bool(left) or any(one.changed for one in rewritten))


def print_fixes(workspace: Workspace | None, rewritten: Sequence[Rewritten], *, unsafe: bool) -> None:
    """Writes the changes, and shows them on stderr: what is found afterwards is the output.

    Raises:
        StoreError: a file couldn't be written; those before it are.
    """
    for one in rewritten:
        if one.changed:
            write(workspace, one)
            _diffs([one], Console(stderr=True, highlight=False, emoji=False, markup=False, soft_wrap=True))
            for sentence in one.fixes():
                typer.echo(f"Mended {visible(sentence)}", err=True)
    _offered(rewritten, unsafe=unsafe)


def _diffs(rewritten: Sequence[Rewritten], console: Console) -> None:
    for one in rewritten:
        for line in one.diff():
            console.print(Text(visible(line), _COLOURS.get(line[0], "")))


def _offered(rewritten: Sequence[Rewritten], *, unsafe: bool) -> None:
    offered = sum(len(one.after.offered) for one in rewritten)
    if offered and not unsafe:
        what, them = ("1 fix", "it") if offered == 1 else (f"{offered} fixes", "them")
        typer.echo(f"{what} may change what a plan means. Look at {them}: --diff --unsafe-fixes", err=True)
