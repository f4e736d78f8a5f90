"""A view and a pack to a PDF that fits its pages; no proof yet that nothing was lost on the way."""

from __future__ import annotations

from dataclasses import dataclass, replace

from clientplan.render import addresses, ahead, pack_files
from clientplan.render.brand import LOGO, Brand
from clientplan.render.dress import DENSITY, dressed
from clientplan.render.environment import render
from clientplan.render.further import Further
from clientplan.render.order import Composed, Order
from clientplan.render.pack import Pack
from clientplan.render.standard import Finish
from clientplan.render.view.kinds import Shown
from clientplan.render.words import words


@dataclass(frozen=True)
class Job:
    """What is to be laid out; plain values, since it may go to another process."""

    name: str  # as a refusal names it
    shown: Shown
    pack: Pack
    paper: str
    brand: Brand
    end: Finish
    further: tuple[Further, ...] = ()  # faces for what the usual ones don't have


def begin(job: Job) -> None:
    """Has it laid out while this process does something else; `compose` then waits for the answer.

    Raises:
        RenderRefused: as `compose`.
    """
    if not job.pack.foreign:
        ahead.ask(ordered(job))


def compose(job: Job) -> Composed:
    """The PDF of a job, within the page budget of its pack; in a process apart where the pack isn't ours.

    Raises:
        RenderRefused: the pack has a mistake, or the page asks for an address.
        DoesNotFit: it needs more pages than the budget; says what to cut.
        Missing: a font or Pango isn't installed; says the line to run.
    """
    if not job.pack.foreign:
        return _told(ahead.typeset(ordered(job)), job)
    from clientplan.render.apart import compose_apart

    return compose_apart(job)


def compose_here(job: Job) -> Composed:
    """As `compose`, in this process whatever the pack is."""
    from clientplan.render.typesetting import typeset  # not loaded by whoever has it done elsewhere

    return _told(typeset(ordered(job)), job)


def ordered(job: Job) -> Order:
    """The job with its templates filled in."""
    settings = job.pack.settings
    return Order(
        job.name,
        _html(job),
        sheets(job.pack, job.paper, job.brand),
        settings.pages,
        not job.pack.foreign,
        settings.optional,
        _files(job),
        job.further,
        job.end,
    )


def sheets(pack: Pack, paper: str, brand: Brand) -> dict[str, str]:
    """The style sheets of a pack's page, by name."""
    return dressed({name: pack.style(name) for name in (DENSITY, *pack.settings.styles)}, paper, brand)


def _told(done: Composed, job: Job) -> Composed:
    """Addresses in our words, and where they stand; one that was asked for is a refusal."""
    addresses.refuse(done.asked, job.shown, job.pack)
    return replace(done, logged=tuple(addresses.told(line, job.pack) for line in done.logged))


def _html(job: Job) -> str:
    context = {
        "page": job.shown,
        "sections": list(job.shown.sections.filled(job.pack.settings.sections)),
        "words": words(job.shown.document.language),
        "accent": job.brand.accent,  # pictures take their colours as attributes: style sheets don't reach into them
        "pack": job.pack.name,
    }
    return render(job.pack, context)


def _files(job: Job) -> dict[str, bytes]:
    """The pictures and fonts that the page may show, by address; there is nothing else."""
    carried = job.pack.files or {}
    files = {f"{addresses.PACK}:{name}": content for name, content in carried.items() if pack_files.is_asset(name)}
    return files if job.brand.logo is None else {**files, LOGO: job.brand.logo}
