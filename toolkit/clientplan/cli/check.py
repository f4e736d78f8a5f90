"""`clientplan check [PLAN…]`: runs the checks."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from clientplan.checks import Severity
from clientplan.cli.checking import Wish, check_plans, codes
from clientplan.cli.mending import left_out, mend_plans
from clientplan.cli.outputs.checked import stands
from clientplan.cli.outputs.diffs import print_diffs, print_fixes
from clientplan.cli.outputs.telling import Format, View, tell
from clientplan.cli.plans import chosen
from clientplan.errors import WorkspaceError
from clientplan.settings import Language
from clientplan.workspace import Workspace


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise typer.BadParameter(f"“{text}” isn't a date. Write it as YYYY-MM-DD") from None


def check(  # noqa: PLR0913, PLR0917 - each is an option
    plans: Annotated[
        list[str] | None, typer.Argument(metavar="PLAN", help="Plans by name or file; default: all.")
    ] = None,
    select: Annotated[
        list[str] | None,
        typer.Option(metavar="CHECK", help="Only these: CP404, vague-verb, CP4 or objectives. Several with commas."),
    ] = None,
    ignore: Annotated[list[str] | None, typer.Option(metavar="CHECK", help="All but these.")] = None,
    severity: Annotated[Severity, typer.Option(help="The least severe to show.")] = Severity.NOTE,
    output: Annotated[Format, typer.Option("--format", help="For whom.")] = Format.FULL,
    as_json: Annotated[bool, typer.Option("--json", help="For machines: --format json.")] = False,
    language: Annotated[Language | None, typer.Option(help="Of the findings; default: the workspace's.")] = None,
    statistics: Annotated[bool, typer.Option("--statistics", help="How often each check spoke.")] = False,
    board: Annotated[bool, typer.Option("--board", help="The coach's view: themes by plan.")] = False,
    fix: Annotated[
        bool, typer.Option("--fix", help="Mend what can be mended without changing a plan's meaning.")
    ] = False,
    diff: Annotated[bool, typer.Option("--diff", help="Only show what --fix would change.")] = False,
    unsafe_fixes: Annotated[
        bool, typer.Option("--unsafe-fixes", help="With --fix or --diff: also what may change the meaning.")
    ] = False,
    page: Annotated[bool, typer.Option("--page", help="Print each plan in memory, and judge the page too.")] = False,
    today: Annotated[
        date | None, typer.Option(parser=_day, metavar="YYYY-MM-DD", help="The day on which plans are judged.")
    ] = None,
) -> None:
    """Run the checks: each finding says where, what and what to do. Exit 1 when an error or a warning is shown.

    A file that isn't a plan is always told. Plans outside a workspace are checked with our settings.

    Example: clientplan check --select objectives harrow-2026
    """
    if unsafe_fixes and not (fix or diff):
        raise typer.BadParameter("goes with --fix or --diff", param_hint="--unsafe-fixes")
    view = _view(statistics=statistics, board=board)
    output = _format(output, view, as_json=as_json)
    if diff and (output is not Format.FULL or view is not View.FINDINGS):
        raise typer.BadParameter("shows changes, not findings: it has no format or view", param_hint="--diff")
    workspace = _workspace(plans or [])
    if page and workspace is None:
        raise typer.BadParameter("needs a workspace, whose template pack it prints", param_hint="--page")
    try:
        only = codes(select or [], ignore or [])
    except WorkspaceError as error:
        raise typer.BadParameter(str(error), param_hint="--select, --ignore") from None
    wish = Wish(only, severity, language, today, page)
    paths = list(chosen(workspace, plans))
    if fix or diff:
        rewritten = mend_plans(workspace, paths, wish, unsafe=unsafe_fixes)
        if diff:
            raise typer.Exit(print_diffs(rewritten, left_out(workspace, paths, rewritten), unsafe=unsafe_fixes))
        print_fixes(workspace, rewritten, unsafe=unsafe_fixes)
    checked = check_plans(workspace, paths, wish)
    off = workspace.settings.checks_off if workspace and not plans and all(one.readable for one in checked) else {}
    off = {code: why for code, why in off.items() if why.strip() and (only is None or code in only)}
    tell(checked, output, view, off=off, today=today or (workspace.today if workspace else date.today()))
    if stands(checked):
        raise typer.Exit(1)


def _view(*, statistics: bool, board: bool) -> View:
    if statistics and board:
        raise typer.BadParameter("ask for one of them", param_hint="--statistics, --board")
    return View.STATISTICS if statistics else View.BOARD if board else View.FINDINGS


def _format(output: Format, view: View, *, as_json: bool) -> Format:
    if as_json and output not in {Format.FULL, Format.JSON}:
        raise typer.BadParameter(f"says something else than --format {output}", param_hint="--json")
    wanted = Format.JSON if as_json else output
    if view is not View.FINDINGS and wanted in {Format.SARIF, Format.GITHUB}:
        raise typer.BadParameter(f"{wanted} has no {view}: use full or json", param_hint="--format")
    return wanted


def _workspace(plans: Sequence[str]) -> Workspace | None:
    """The one that we are in, else the one around the first file that was named, else none."""
    files = [Path(name) for name in plans if Path(name).is_file()]
    if not plans:
        return Workspace.find()
    return Workspace.around() or (Workspace.around(files[0].parent) if files else None)
