"""A plan of a workspace to a PDF in its output folder: which edition may be printed, and as what."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from clientplan import checks
from clientplan.atomic import write_atomically
from clientplan.checks import Finding, Severity
from clientplan.errors import RenderRefused, StoreError
from clientplan.plan.plan import Plan
from clientplan.plan.words import Edition
from clientplan.render import pack as packs
from clientplan.render.brand import Brand
from clientplan.render.printing import print_plan
from clientplan.settings import Paper
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
    findings = tuple(checks.run(plan, today=workspace.today, off=settings.checks_off))
    errors = [finding for finding in findings if finding.severity is Severity.ERROR]
    if errors and edition is Edition.CLIENT:
        head = f"{name}: while errors stand, only the internal edition is printed. Errors:"
        raise RenderRefused("\n".join([head, *(f"  {finding.code} {finding.message}" for finding in errors)]))
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
    folder = out or workspace.output
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError(f"The folder for PDFs can't be made: {error.strerror} ({folder}). Choose another") from error
    path = folder / (f"{name}.pdf" if edition is Edition.CLIENT else f"{name}-internal.pdf")
    write_atomically(path, printed.pdf)
    return Pressed(path, printed.pdf, printed.pages, bool(errors), findings)
