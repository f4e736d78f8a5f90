"""Reading plans and running the checks over them, for the command: each file is read once."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from rich.console import Console
from rich.progress import Progress

from clientplan.briefing import Briefing
from clientplan.checks import Finding, Severity, chosen, described, unreadable
from clientplan.checks.figures import Print
from clientplan.cli.outputs.checked import NOWHERE, Checked, Located
from clientplan.cli.outputs.excerpt import lines
from clientplan.cli.plans import content, is_ours
from clientplan.errors import PlanUnreadable, Problem, RenderRefused, StoreError
from clientplan.plan.plan import Plan
from clientplan.plan.reading import read_with_source
from clientplan.plan.source import Source
from clientplan.plan.words import Edition
from clientplan.settings import Language
from clientplan.workspace import Workspace

_WORD = re.compile(r"[^\s:]+")


@dataclass(frozen=True)
class Wish:
    """What of the findings is wanted, and how."""

    only: Collection[str] | None = None  # codes; None: all
    least: Severity = Severity.NOTE  # what is less severe isn't shown, and doesn't count
    language: Language | None = None
    today: date | None = None
    page: bool = False  # print each plan in memory, so that the page is judged too


@dataclass(frozen=True)
class _Read:
    path: Path
    name: str  # of a plan of the workspace; the path of a file from elsewhere
    text: str
    plan: Plan | None = None
    source: Source | None = None
    problems: tuple[Problem, ...] = ()


def codes(select: Sequence[str], ignore: Sequence[str]) -> set[str] | None:
    """The codes to run: of those that are selected the ones that aren't ignored; None for all.

    Raises:
        WorkspaceError: a word that means no check.
    """
    if not select and not ignore:
        return None
    return (chosen(select) if select else set(described())) - chosen(ignore)


def check_plans(workspace: Workspace | None, paths: Sequence[Path], wish: Wish) -> list[Checked]:
    """The plans in the order of their paths. A file that can't be read is told of, and hides no other."""
    if workspace and wish.today:
        workspace = workspace.on(wish.today)
    with Progress(console=Console(stderr=True), transient=True, disable=not sys.stderr.isatty()) as bar:
        found = [_read(workspace, path) for path in bar.track(paths, description="Reading")]
        ours = {one.name: one.plan for one in found if is_ours(workspace, one.path)}
        briefing = Briefing(workspace, ours, today=wish.today)
        return [_checked(workspace, one, briefing, wish) for one in bar.track(found, description="Checking")]


def unreadable_plans(workspace: Workspace | None, paths: Sequence[Path]) -> list[Checked]:
    """Those of the files that aren't plans, each with its problems."""
    return [_broken(one) for one in (_read(workspace, path) for path in paths) if one.problems]


def _read(workspace: Workspace | None, path: Path) -> _Read:
    name = name_of(workspace, path)
    text = ""
    try:
        data = content(path)
        text = data.decode("utf-8-sig", errors="replace")
        plan, source = read_with_source(data, path.name)
    except PlanUnreadable as error:
        return _Read(path, name, text, problems=error.problems)
    except StoreError as error:
        return _Read(path, name, text, problems=(Problem(0, 0, "", str(error)),))
    return _Read(path, name, text, plan, source)


def name_of(workspace: Workspace | None, path: Path) -> str:
    """What the briefing knows it by: the name of a plan of the workspace, the path of a file from elsewhere."""
    return path.stem if is_ours(workspace, path) else str(path)


def _prints(workspace: Workspace | None, read: _Read, wish: Wish) -> tuple[list[Print], tuple[str, ...]]:
    """Both editions, and why one couldn't be laid out: that hides neither the findings nor the other plans."""
    prints: list[Print] = []
    refused: list[str] = []
    if workspace is None or read.plan is None or not wish.page:
        return prints, ()
    from clientplan.press import examine  # WeasyPrint loads here, and only for those who ask for the page

    for edition in Edition:
        try:
            prints.append(examine(workspace, read.path.stem, read.plan, edition))
        except RenderRefused as error:
            refused.append(f"{read.path.stem}, {edition} edition: {error}")
    return prints, tuple(refused)


def _checked(workspace: Workspace | None, read: _Read, briefing: Briefing, wish: Wish) -> Checked:
    if read.plan is None or read.source is None:
        return _broken(read)
    prints, refused = _prints(workspace, read, wish)
    report = briefing.report(read.name, read.plan, prints=prints, only=wish.only, language=wish.language)
    wanted = list(Severity)[: list(Severity).index(wish.least) + 1]
    findings = [_located(one, read.source) for one in report.findings if one.severity in wanted]
    silenced = [
        _located(one.finding, read.source, one.reason) for one in report.silenced if one.finding.severity in wanted
    ]
    file = shown(read.path)
    return Checked(file, read.path.stem, read.text, tuple(findings), tuple(silenced), unprinted=refused)


def _broken(read: _Read) -> Checked:
    text = lines(read.text)
    found = tuple(_problem(problem, text) for problem in read.problems)
    return Checked(shown(read.path), read.path.stem, read.text, found, readable=False)


def _located(finding: Finding, source: Source, reason: str = "") -> Located:
    start, end = source.position(finding.path), source.end(finding.path)
    return Located(finding, start, end, exact=bool(source.nearest(finding.path)), reason=reason)


def _problem(problem: Problem, text: Sequence[str]) -> Located:
    """The word that a problem points at."""
    if not problem.line:
        return Located(unreadable(problem), NOWHERE, NOWHERE)
    line, column = problem.line, problem.column
    match = _WORD.match((text[line - 1 : line] or [""])[0], column - 1)
    word = match[0] if match else "?"
    missing = problem.place.isidentifier() and word.strip("\"'") != problem.place  # a key at the top that isn't there
    return Located(unreadable(problem), (line, column), (line, column + len(word)), exact=not missing)


def shown(path: Path) -> str:
    """The path from the folder that we are in, with / on every system."""
    try:
        return Path(os.path.relpath(path)).as_posix()
    except ValueError:  # on another drive
        return path.as_posix()
