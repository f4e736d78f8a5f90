"""A plan of a workspace to a PDF in its output folder: which edition may be printed, and as what."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from clientplan.atomic import write_atomically
from clientplan.briefing import Briefing
from clientplan.checks import Finding, Severity
from clientplan.errors import RenderRefused, StoreError
from clientplan.plan.plan import Plan
from clientplan.plan.words import Edition, Paper
from clientplan.render import pack as packs
from clientplan.render.brand import Brand
from clientplan.render.printing import print_plan
from clientplan.workspace import Workspace


@dataclass(frozen=True)
class Pressed:
    path: Path
    pdf: bytes
    pages: int
    draft: bool
    findings: tuple[Finding, ...]


def press(
    workspace: Workspace,
    name: str,
    plan: Plan,
    *,
    edition: Edition = Edition.CLIENT,
    pack: str | None = None,
    paper: Paper | None = None,
    out: Path | None = None,
) -> Pressed:
    """Prints one edition of a plan, as `<name>.pdf` for the client and `<name>-internal.pdf` for us.

    While a check reports an error the client edition is refused and the internal one is marked DRAFT.

    Raises:
        RenderRefused: errors stand, or the page can't be printed (DoesNotFit: with what to cut).
        StoreError: the PDF couldn't be written.
    """
    settings = workspace.settings
    path = (out or workspace.output) / (f"{name}.pdf" if edition is Edition.CLIENT else f"{name}-internal.pdf")
    findings = tuple(Briefing(workspace).report(name, plan).findings)
    errors = [finding for finding in findings if finding.severity is Severity.ERROR]
    try:
        if edition is Edition.CLIENT:
            _refuse(errors)
        printed = print_plan(
            plan,
            pack=packs.load(pack or settings.pack, [workspace.templates]),
            edition=edition,
            paper=paper or settings.paper,
            today=workspace.today,
            brand=Brand(name=settings.brand.name, colour=settings.brand.colour),
            locale=plan.locale or settings.locale,
            draft=bool(errors),
        )
    except RenderRefused as error:
        older = f"\n{path} is an older print" if path.exists() else ""
        raise type(error)(f"{name}: {error}{older}") from error
    _put(path, printed.pdf)
    return Pressed(path, printed.pdf, printed.pages, bool(errors), findings)


def _refuse(errors: list[Finding]) -> None:
    if errors:
        lines = [f"  {finding.code} {finding.message}" for finding in errors]
        raise RenderRefused("\n".join(["while errors stand, only the internal edition is printed. Errors:", *lines]))


def _put(path: Path, pdf: bytes) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_atomically(path, pdf)
    except OSError as error:
        raise StoreError(f"{path.parent} can't be made: {error.strerror}. Print elsewhere: --out DIR") from error
    except StoreError as error:
        raise StoreError(
            f"{error}. Close {path.name} if a reader has it open, or print elsewhere: --out DIR"
        ) from error
