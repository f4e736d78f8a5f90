"""The commands put together, and how an error reaches the user."""

from __future__ import annotations

import io
import sys
from typing import Annotated

import typer

from clientplan import __version__
from clientplan.cli.build import build
from clientplan.cli.check import check
from clientplan.cli.collect import collect
from clientplan.cli.doctor import doctor
from clientplan.cli.explain import explain
from clientplan.cli.lab import lab
from clientplan.cli.new import new
from clientplan.cli.open import open_
from clientplan.cli.templates import templates
from clientplan.cli.visible import visible_lines
from clientplan.errors import ClientPlanError

app = typer.Typer(
    name="clientplan",
    help="From client data to a one-to-two-page client plan.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
for command in (new, lab, collect, check, explain, build, doctor):
    app.command()(command)
app.command("open")(open_)
app.add_typer(templates, name="templates")


def _told(asked: bool) -> None:
    if asked:
        typer.echo(__version__)
        raise typer.Exit


@app.callback()
def options(
    debug: Annotated[bool, typer.Option("--debug", help="Show the traceback of an error.")] = False,
    _version: Annotated[
        bool, typer.Option("--version", callback=_told, is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    """From client data to a one-to-two-page client plan."""
    _debug.on = debug


class _Debug:
    on = False


_debug = _Debug()


def main() -> None:
    """Exit 0 when done, 1 when findings or refusals stand, 2 when called wrongly; errors are sentences on stderr."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")  # a pipe on Windows doesn't know every letter of a client's name
    try:
        app()
    except ClientPlanError as error:
        if _debug.on:
            raise
        typer.echo(visible_lines(str(error)), err=True)
        sys.exit(1)
    except KeyboardInterrupt:
        typer.echo("Stopped. What was saved before stays saved.", err=True)
        sys.exit(130)
