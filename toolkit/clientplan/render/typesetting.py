"""A page's markup and style to a PDF that fits its pages. Loads nothing but what that takes, so that it starts soon."""

from __future__ import annotations

from collections.abc import Callable

from clientplan.render.collector import collector_paused
from clientplan.render.custom_properties import resolved
from clientplan.render.density import Density
from clientplan.render.directions import settle
from clientplan.render.estimate import beginning
from clientplan.render.fit import Trial, fit
from clientplan.render.layout import Layout
from clientplan.render.measuring import measure, pieces
from clientplan.render.order import Composed, Order
from clientplan.render.overlaps import overlaps
from clientplan.render.tree import marked, read
from clientplan.render.typesetter import typesetter, write


def rehearse(order: Order, wanted: Callable[[], bool]) -> None:
    """Gets ready for orders in this style, as far as it comes before it is `wanted` for a real one."""
    page = read(order.markup, ours=order.ours)
    typesetter(order.further).get_ready(resolved(order.sheets, Density.NORMAL, page.get("dir", "")))
    if not wanted():
        _, layout = laid_out(order)
        if not wanted():
            write(layout.document, order.end)


def typeset(order: Order) -> Composed:
    """The PDF of an order.

    Raises:
        RenderRefused: a style sheet has a mistake.
        DoesNotFit: it needs more pages than the budget; says what to cut.
        Missing: a font or Pango isn't installed; says the line to run.
    """
    with collector_paused():
        return _typeset(order)  # when the collector looks again, nothing of the layout is held


def _typeset(order: Order) -> Composed:
    (density, without), layout = laid_out(order)
    pdf, logged = write(layout.document, order.end)
    texts = pieces(layout.document)
    return Composed(
        pdf,
        layout.pages,
        layout.needed,
        order.markup,
        density,
        without,
        *measure(texts),
        cropping=tuple(layout.cropping()),
        overlaps=tuple(overlaps(texts)),
        logged=(*layout.logged, *logged),
        asked=tuple(layout.document.url_fetcher.refused),  # pictures in pictures are asked for late
    )


def laid_out(order: Order) -> tuple[Trial, Layout]:
    """The pages of an order before they are written, and how they were made to fit."""

    def lay_out(trial: Trial) -> Layout:
        page = marked(read(order.markup, ours=order.ours), *trial)
        settle(page, order.markup)
        styles = resolved(order.sheets, trial.density, page.get("dir", ""))
        document, logged = typesetter(order.further).lay_out(
            page, styles, order.end.standard, order.files, lean=order.ours
        )
        return Layout(document, tuple(logged))

    first = order.first or beginning(read(order.markup, ours=order.ours), order.pages)
    return fit(lay_out, order.pages, order.name, order.optional, first)
