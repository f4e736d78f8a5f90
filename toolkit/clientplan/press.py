"""A plan of a workspace to a PDF in its output folder: which edition may be printed, and as what."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from clientplan.atomic import write_atomically
from clientplan.errors import ClientPlanError, DoesNotFit, ErrorsStand, RenderRefused, StoreError, TextLost
from clientplan.plan.plan import Plan
from clientplan.plan.words import Edition, Paper
from clientplan.render import ahead, glyphs
from clientplan.render import logo as logos
from clientplan.render import pack as packs
from clientplan.render.brand import Brand
from clientplan.render.composing import Job, begin
from clientplan.render.gauge import gauge
from clientplan.render.pack import Pack
from clientplan.render.printing import Printed, job_of, print_job
from clientplan.render.standard import Standard
from clientplan.workspace import Workspace

if TYPE_CHECKING:  # what checks a plan is loaded while the page is being laid out
    from clientplan.briefing import Briefing
    from clientplan.checks import Finding
    from clientplan.checks.figures import Print

_CODES: dict[type[RenderRefused], str] = {DoesNotFit: "CP101", TextLost: "CP102"}  # the checks that say the same


@dataclass(frozen=True)
class Pressed:
    path: Path
    pdf: bytes
    pages: int
    draft: bool
    findings: tuple[Finding, ...]
    gauge: str  # how full the page budget is: 1.7 of 2 pages
    without: tuple[str, ...]  # optional sections that had to be left out


@dataclass(frozen=True)
class _Job:
    """One edition of a plan, as it is asked for."""

    workspace: Workspace
    name: str
    plan: Plan
    edition: Edition
    pack: str | None = None
    paper: Paper | None = None
    standard: Standard = Standard.A
    named: str | None = None

    @property
    def file(self) -> str:
        ours = f"{self.name}.pdf" if self.edition is Edition.CLIENT else f"{self.name}-internal.pdf"
        return self.named or ours

    @property
    def template(self) -> Pack:
        return packs.load(self.pack or self.workspace.settings.pack, [self.workspace.templates])

    def begin(self) -> None:
        """Has the page laid out as it will most likely be wanted, where a process waits for that.

        What stands against it is said when it is printed.
        """
        if ahead.begun():
            with suppress(ClientPlanError):
                begin(self._laid(draft=False))

    def printed(self, *, draft: bool) -> Printed:
        return print_job(self._laid(draft=draft), partial(glyphs.sentences, self.plan.edition(self.edition)))

    def _laid(self, *, draft: bool) -> Job:
        settings = self.workspace.settings
        return job_of(
            self.plan,
            pack=self.template,
            edition=self.edition,
            paper=self.paper or settings.paper,
            today=self.workspace.today,
            brand=brand_of(self.workspace),
            locale=self.plan.locale or settings.locale,
            draft=draft,
            standard=self.standard,
        )

    def examined(self, done: Printed) -> Print:
        """The facts of a print, as the checks take them; only what goes to the client can leak."""
        from clientplan.checks.figures import Leak, Print
        from clientplan.render.leaks import leaks  # as in render/printing.py

        found = leaks(self.plan, done.pdf, self.file, done.shown) if self.edition is Edition.CLIENT else []
        return Print(
            self.edition,
            done.pages,
            done.budget,
            type_size=done.type_size,
            margin=done.margin,
            leaks=tuple(Leak(*leak) for leak in found),
        )


def press(  # noqa: PLR0913  # each is one thing that the person who prints decides
    workspace: Workspace,
    name: str,
    plan: Plan,
    *,
    edition: Edition = Edition.CLIENT,
    pack: str | None = None,
    paper: Paper | None = None,
    out: Path | None = None,
    standard: Standard = Standard.A,
    briefing: Callable[[], Briefing] | None = None,
    file: str | None = None,
) -> Pressed:
    """Prints one edition of a plan, as `<name>.pdf` for the client and `<name>-internal.pdf` for us.

    While a check reports an error, of the plan or of its print, the client edition is refused and the internal one is
    marked DRAFT. One `briefing` serves for all plans of a run; `file` is another name for the PDF.

    Raises:
        ErrorsStand: of a client edition.
        RenderRefused: the page can't be printed (DoesNotFit: with what to cut).
        StoreError: the PDF couldn't be written.
    """
    job = _Job(workspace, name, plan, edition, pack, paper, standard, named=file)
    path = (out or workspace.output) / job.file
    try:
        job.begin()  # before anything is loaded that checks a plan
        known = briefing() if briefing else _known(workspace)
        draft = _draft(edition, known.report(name, plan).findings)
        printed = job.printed(draft=draft)
        findings = tuple(known.report(name, plan, prints=[job.examined(printed)]).findings)
        if _draft(edition, findings) and not draft:
            draft, printed = True, job.printed(draft=True)
    except RenderRefused as error:
        code = f"{_CODES[type(error)]} " if type(error) in _CODES else ""
        older = f"\n{path} is an older print" if path.exists() else ""
        error.args = (f"{name}: {code}{error}{older}",)
        raise
    put(path, printed.pdf)
    full = gauge(printed.filled, printed.budget)
    return Pressed(path, printed.pdf, printed.pages, draft, findings, full, printed.without)


def examine(workspace: Workspace, name: str, plan: Plan, edition: Edition = Edition.CLIENT) -> Print:
    """What a print of this edition would turn out like; nothing is written, and no check is asked.

    Raises:
        RenderRefused: the page can't be laid out at all: the pack has a mistake, or a character isn't in the fonts.
            A page that is too long or that loses text is no refusal here but a fact.
    """
    from clientplan.checks.figures import Long, Print

    job = _Job(workspace, name, plan, edition)
    try:
        return job.examined(job.printed(draft=False))
    except DoesNotFit as error:
        longest = tuple(Long(*section) for section in error.longest)
        return Print(edition, error.pages, error.budget, over=error.over, longest=longest)
    except TextLost as error:
        return Print(edition, error.pages, error.budget, lost=error.lost)


def brand_of(workspace: Workspace) -> Brand:
    """Raises RenderRefused where the logo can't be used."""
    said = workspace.settings.brand
    return Brand(said.name, said.colour, logos.read(workspace.brand, said.logo) if said.logo else None)


def _known(workspace: Workspace) -> Briefing:
    from clientplan.briefing import Briefing

    return Briefing(workspace)


def _draft(edition: Edition, findings: Iterable[Finding]) -> bool:
    """Whether errors stand; a client edition is refused with them."""
    from clientplan.checks import Severity

    errors = [finding for finding in findings if finding.severity is Severity.ERROR]
    if errors and edition is Edition.CLIENT:
        lines = [f"  {finding.code} {finding.message}" for finding in errors]
        raise ErrorsStand(
            "\n".join(["while errors stand, only the internal edition is printed. Errors:", *lines]),
            codes=[finding.code for finding in errors],
        )
    return bool(errors)


@contextmanager
def older(path: Path) -> Iterator[None]:
    """A refusal says so where the file is an older print."""
    try:
        yield
    except RenderRefused as error:
        if path.exists():
            error.args = (f"{error}\n{path} is an older print",)
        raise


def put(path: Path, pdf: bytes) -> None:
    """Raises StoreError where it can't be written."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_atomically(path, pdf)
    except OSError as error:
        raise StoreError(f"{path.parent} can't be made: {error.strerror}. Print elsewhere: --out DIR") from error
    except StoreError as error:
        raise StoreError(
            f"{error}. Close {path.name} if a reader has it open, or print elsewhere: --out DIR"
        ) from error
