"""A plan to a PDF: view, HTML, layout that fits, file, and the proof that nothing was lost on the way."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial

from clientplan.errors import RenderRefused, TextLost
from clientplan.plan import writing
from clientplan.plan.plan import Plan
from clientplan.plan.words import Edition
from clientplan.render import further, glyphs, pack_files
from clientplan.render.brand import Brand
from clientplan.render.composing import Job, compose
from clientplan.render.pack import Pack, load
from clientplan.render.standard import Attached, Finish, Standard
from clientplan.render.view.kinds import Kind, Shown
from clientplan.render.view.page import page
from clientplan.render.view.shown import strings, texts
from clientplan.render.words import words

LOCALE = "en-GB"
_SHOWN = 3  # pairs of texts that a refusal names


@dataclass(frozen=True)
class Printed:
    pdf: bytes
    pages: int
    filled: float  # pages, the last one as far as it is used
    html: str
    density: str
    without: tuple[str, ...]  # optional sections that had to be left out
    budget: int  # pages
    type_size: float | None  # of the body, pt
    margin: float | None  # the narrowest, mm
    shown: tuple[str, ...]  # what the reader is to find on the page, and what a template may say by itself


def print_plan(  # noqa: PLR0913  # each is one thing that the person who prints decides
    plan: Plan,
    *,
    pack: Pack | None = None,
    edition: Edition = Edition.CLIENT,
    paper: str | None = None,
    today: date | None = None,
    brand: Brand | None = None,
    locale: str | None = None,
    draft: bool = False,
    standard: Standard = Standard.A,
) -> Printed:
    """The PDF of one edition, that edition's plan attached, within the page budget of the pack.

    By default the pack is two-page, on its first paper, A4.

    Raises:
        RenderRefused: the pack or the brand has a mistake, or a character isn't in the fonts.
        DoesNotFit: the plan is too long; says what to cut.
        TextLost: text of the plan isn't in the PDF.
        Missing: a font or Pango isn't installed; says the line to run.
    """
    job = job_of(
        plan,
        pack=pack or load("two-page"),
        edition=edition,
        paper=paper,
        today=today or date.today(),
        brand=brand or Brand(),
        locale=locale or plan.locale or LOCALE,
        draft=draft,
        standard=standard,
    )
    return print_job(job, partial(glyphs.sentences, plan.edition(edition)))


def job_of(  # noqa: PLR0913  # as print_plan
    plan: Plan,
    *,
    pack: Pack,
    edition: Edition,
    paper: str | None,
    today: date,
    brand: Brand,
    locale: str,
    draft: bool = False,
    standard: Standard = Standard.A,
) -> Job:
    """What there is to lay out for a print of a plan.

    Raises:
        RenderRefused: the pack isn't one of plans, or not for this paper.
    """
    if pack.settings.of is Kind.PORTFOLIO:
        raise RenderRefused(f"The pack {pack.name} is over the whole portfolio: clientplan build --pack {pack.name}")
    shown = _view(pack)(plan, edition=edition, brand=brand, locale=locale, today=today, draft=draft)
    end = Finish(standard, today, Attached(writing.write(plan.edition(edition)), shown.document.title))
    return job_for(plan.client.name, shown, end, pack=pack, paper=paper, brand=brand)


def _view(pack: Pack) -> Callable[..., Shown]:
    if pack.settings.of is Kind.PLAN:
        return partial(page, wanted=pack.settings.sections)
    from clientplan.render.view.sheet import sheet  # most prints are of a plan, and don't wait for this

    return sheet


def job_for(name: str, shown: Shown, end: Finish, *, pack: Pack, paper: str | None, brand: Brand) -> Job:
    """The job of a page of any kind; a refusal calls it by `name`."""
    faces = further.faces(_said(shown, pack), shown.document.language)
    return Job(name, shown, pack, _paper(pack, paper), brand, end, faces)


def print_job(job: Job, complaint: Callable[[set[str]], list[str]]) -> Printed:
    """The PDF of a page of any kind, proved to have all that it is to show.

    `complaint` says of characters that the fonts don't have where they stand.

    Raises:
        RenderRefused, DoesNotFit, TextLost, Missing: as `print_plan`.
    """
    shown, pack = job.shown, job.pack
    composed = compose(job)
    if composed.cropping:
        raise RenderRefused(
            f"{pack.name}: overflow crops text ({', '.join(composed.cropping)}). Take it out of the style"
        )
    _refuse_flaws(composed.logged, complaint)
    wanted = _refuse_losses(shown, pack, composed.pdf, composed.without)
    if composed.overlaps:
        raise RenderRefused(
            f"{pack.name}: texts are printed over each other: {'; '.join(composed.overlaps[:_SHOWN])}. Mend the style"
        )
    return Printed(
        composed.pdf,
        composed.pages,
        composed.filled,
        composed.html,
        composed.density,
        composed.without,
        pack.settings.pages,
        composed.type_size,
        composed.margin,
        shown=(*wanted, *words(shown.document.language).all()),
    )


def _said(shown: Shown, pack: Pack) -> Iterator[str]:
    """All that may be set on the page; of our own packs the words, since their files say nothing else."""
    yield from strings(shown)
    yield from words(shown.document.language).all()
    for name, content in (pack.files or {}).items():
        if not pack_files.is_asset(name):
            yield content.decode("utf-8", "ignore")


def _paper(pack: Pack, paper: str | None) -> str:
    known: tuple[str, ...] = pack.settings.paper
    if paper is not None and paper not in known:
        raise RenderRefused(f"paper: the pack {pack.name} isn't made for “{paper}”. Choose one of: {', '.join(known)}")
    return paper or known[0]


def _refuse_flaws(logged: tuple[str, ...], complaint: Callable[[set[str]], list[str]]) -> None:
    characters, others = glyphs.missing(logged)
    if characters:
        raise RenderRefused("\n".join(["The page can't be printed:", *complaint(characters)]))
    if others:
        raise RenderRefused("\n".join(["The page wouldn't look as its pack means it:", *dict.fromkeys(others)]))


def _refuse_losses(shown: Shown, pack: Pack, pdf: bytes, without: tuple[str, ...]) -> tuple[str, ...]:
    """All text is looked for on all pages, as often as it is to stand there; what runs along, on each."""
    from clientplan.render import completeness  # loads what reads a PDF: only now, when there is one

    pages = completeness.read(pdf)
    running = list(texts(shown.running, "running"))
    wanted = [*texts(shown.head, "head"), *(running * len(pages))]
    printed = tuple(name for name in pack.settings.sections if name not in without)
    for name, content in shown.sections.filled(printed):
        wanted += texts(content, name)
    lost = completeness.missing(wanted, pages)
    for one in pages:
        lost += completeness.missing(running, [one])
    if lost:
        places = tuple(dict.fromkeys(lost))
        message = f"The pack {pack.name} lost text of the plan on its way to the page: {', '.join(places)}"
        raise TextLost(message, pages=len(pages), budget=pack.settings.pages, lost=places)
    return tuple(text for _, text in wanted)
