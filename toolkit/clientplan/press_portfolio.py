"""All plans of a workspace to one PDF in its output folder."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from clientplan.briefing import Briefing
from clientplan.checks import Severity
from clientplan.errors import ClientPlanError, PlanUnreadable
from clientplan.plan.plan import Plan
from clientplan.plan.reading import read
from clientplan.plan.words import Paper
from clientplan.press import brand_of, older, put
from clientplan.render import pack as packs
from clientplan.render.in_force import Entry, Unread
from clientplan.render.portfolio import PACK, print_portfolio
from clientplan.render.standard import Standard
from clientplan.workspace import Workspace

FILE = "portfolio.pdf"


@dataclass(frozen=True)
class PressedPortfolio:
    path: Path
    pages: int
    unread: tuple[Unread, ...]


def press_portfolio(
    workspace: Workspace,
    files: Iterable[Path],
    *,
    pack: str = PACK,
    paper: Paper | None = None,
    out: Path | None = None,
    standard: Standard = Standard.A,
) -> PressedPortfolio:
    """Prints the plans in these files as `portfolio.pdf`; those that can't be read are told on the page.

    Raises:
        RenderRefused: none can be read, or the page can't be printed.
        StoreError: the PDF couldn't be written.
    """
    path = (out or workspace.output) / FILE
    plans, unread = _read(workspace, files)
    briefing = Briefing(workspace, {**plans, **{one.name: None for one in unread}})
    entries = [Entry(name, plan, _errors(briefing, name, plan)) for name, plan in plans.items()]
    settings = workspace.settings
    with older(path):
        printed = print_portfolio(
            entries,
            unread,
            pack=packs.load(pack, [workspace.templates]),
            paper=paper or settings.paper,
            today=workspace.today,
            brand=brand_of(workspace),
            locale=settings.locale,
            standard=standard,
        )
    put(path, printed.pdf)
    return PressedPortfolio(path, printed.pages, tuple(unread))


def _read(workspace: Workspace, files: Iterable[Path]) -> tuple[dict[str, Plan], list[Unread]]:
    """By the names of the workspace's own plans, and by their paths those from elsewhere."""
    folder = workspace.store.folder.resolve()
    plans: dict[str, Plan] = {}
    unread: list[Unread] = []
    for file in files:
        name = file.stem if file.resolve().parent == folder else str(file)
        try:
            plans[name] = read(file.read_bytes(), file.name)
        except ClientPlanError as error:
            unread.append(Unread(name, _reason(error)))
        except OSError as error:
            unread.append(Unread(name, f"{error.strerror}"))
    return plans, unread


def _reason(error: ClientPlanError) -> str:
    """The first thing that is wrong, and how many others."""
    if not isinstance(error, PlanUnreadable) or not error.problems:
        return str(error)
    first, *rest = error.problems
    place = f"line {first.line}, {first.place}" if first.place else f"line {first.line}"
    more = f" (and {len(rest)} more)" if rest else ""
    return f"{place}: {first.message}{more}"


def _errors(briefing: Briefing, name: str, plan: Plan) -> tuple[str, ...]:
    findings = briefing.report(name, plan).findings
    return tuple(finding.code for finding in findings if finding.severity is Severity.ERROR)
