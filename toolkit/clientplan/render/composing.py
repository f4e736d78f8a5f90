"""A view and a pack to a PDF that fits its pages; no proof yet that nothing was lost on the way."""

from __future__ import annotations

from dataclasses import dataclass

from clientplan.render import addresses, pack_files
from clientplan.render.brand import LOGO, Brand
from clientplan.render.collector import collector_paused
from clientplan.render.custom_properties import resolved
from clientplan.render.density import Density
from clientplan.render.environment import render
from clientplan.render.fit import Trial, fit
from clientplan.render.layout import Layout
from clientplan.render.measuring import measure, pieces
from clientplan.render.overlaps import overlaps
from clientplan.render.pack import Pack
from clientplan.render.standard import Finish
from clientplan.render.tree import marked, read
from clientplan.render.typesetter import typesetter, write
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


@dataclass(frozen=True)
class Composed:
    pdf: bytes
    pages: int
    filled: float  # pages, the last one as far as it is used
    html: str
    density: Density
    without: tuple[str, ...]  # optional sections that had to be left out
    type_size: float | None  # of the body, pt
    margin: float | None  # the narrowest, mm
    cropping: tuple[str, ...]  # elements that hide what they have no room for
    overlaps: tuple[str, ...]  # texts that are printed over each other
    logged: tuple[str, ...]  # what WeasyPrint couldn't do


def compose(job: Job) -> Composed:
    """The PDF of a job, within the page budget of its pack; in a process apart where the pack isn't ours.

    Raises:
        RenderRefused: the pack has a mistake, or the page asks for an address.
        DoesNotFit: it needs more pages than the budget; says what to cut.
        Missing: a font or Pango isn't installed; says the line to run.
    """
    if not job.pack.foreign:
        return compose_here(job)
    from clientplan.render.apart import compose_apart

    return compose_apart(job)


def compose_here(job: Job) -> Composed:
    """As `compose`, in this process whatever the pack is."""
    with collector_paused():
        return _composed(job)


def _composed(job: Job) -> Composed:
    html, sheets, files = _html(job), _sheets(job), _files(job)
    ours = not job.pack.foreign

    def lay_out(trial: Trial) -> Layout:
        page = marked(read(html, ours=ours), *trial)
        styles = resolved(sheets, trial.density)
        document, logged = typesetter().lay_out(page, styles, job.end.standard, files, lean=ours)
        return Layout(document, tuple(logged))

    settings = job.pack.settings
    (density, without), layout = fit(lay_out, settings.pages, job.name, settings.optional)
    pdf, logged = write(layout.document, job.end)
    # Pictures in pictures are asked for late.
    addresses.refuse(layout.document.url_fetcher.refused, job.shown, job.pack)
    texts = pieces(layout.document)
    return Composed(
        pdf,
        layout.pages,
        layout.needed,
        html,
        density,
        without,
        *measure(texts),
        cropping=tuple(layout.cropping()),
        overlaps=tuple(overlaps(texts)),
        logged=tuple(addresses.told(line, job.pack) for line in (*layout.logged, *logged)),
    )


def _html(job: Job) -> str:
    context = {
        "page": job.shown,
        "sections": list(job.shown.sections.filled(job.pack.settings.sections)),
        "words": words(job.shown.document.language),
        "accent": job.brand.accent,  # pictures take their colours as attributes: style sheets don't reach into them
        "pack": job.pack.name,
    }
    return render(job.pack, context)


def _sheets(job: Job) -> dict[str, str]:
    styles = {name: job.pack.style(name) for name in job.pack.settings.styles}
    return {**styles, "paper": f"@page {{ size: {job.paper} }}", "brand": job.brand.stylesheet()}


def _files(job: Job) -> dict[str, bytes]:
    """The pictures and fonts that the page may show, by address; there is nothing else."""
    carried = job.pack.files or {}
    files = {f"{addresses.PACK}:{name}": content for name, content in carried.items() if pack_files.is_asset(name)}
    return files if job.brand.logo is None else {**files, LOGO: job.brand.logo}
