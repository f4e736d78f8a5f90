"""A view and a pack to a PDF that fits its pages; no proof yet that nothing was lost on the way."""

from __future__ import annotations

from dataclasses import dataclass

from clientplan.render.brand import Brand
from clientplan.render.environment import render
from clientplan.render.fit import fit
from clientplan.render.further import Further
from clientplan.render.layout import Layout
from clientplan.render.measuring import measure
from clientplan.render.pack import Pack
from clientplan.render.standard import Finish
from clientplan.render.typesetter import typesetter, write
from clientplan.render.view.page import Page
from clientplan.render.words import words


@dataclass(frozen=True)
class Job:
    """What is to be laid out; plain values, since it may go to another process."""

    name: str  # as a refusal names it
    shown: Page
    pack: Pack
    paper: str
    brand: Brand
    end: Finish
    further: tuple[Further, ...] = ()  # faces for characters that the usual ones lack


@dataclass(frozen=True)
class Composed:
    pdf: bytes
    pages: int
    html: str
    density: str
    type_size: float | None  # of the body, pt
    margin: float | None  # the narrowest, mm
    cropping: tuple[str, ...]  # elements that hide what they have no room for
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
    sheets = _sheets(job)

    def lay_out(density: str) -> Layout:
        document, logged = typesetter(job.further).lay_out(_html(job, density), sheets, job.end.standard)
        return Layout(document, tuple(logged))

    density, layout = fit(lay_out, job.pack.settings.pages, job.name)
    pdf, logged = write(layout.document, job.end)
    return Composed(
        pdf,
        layout.pages,
        _html(job, density),
        density,
        *measure(layout.document),
        cropping=tuple(layout.cropping()),
        logged=(*layout.logged, *logged),
    )


def _html(job: Job, density: str) -> str:
    context = {
        "page": job.shown,
        "sections": list(job.shown.sections.filled(job.pack.settings.sections)),
        "words": words(job.shown.document.language),
        "accent": job.brand.accent,  # pictures take their colours as attributes: style sheets don't reach into them
        "density": density,
        "pack": job.pack.name,
    }
    return render(job.pack, context)


def _sheets(job: Job) -> dict[str, str]:
    styles = {name: job.pack.style(name) for name in job.pack.settings.styles}
    return {**styles, "paper": f"@page {{ size: {job.paper} }}", "brand": job.brand.stylesheet()}
