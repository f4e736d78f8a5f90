"""All plans of a workspace to one PDF for the lead."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial

from clientplan.errors import DoesNotFit, RenderRefused
from clientplan.render import glyphs
from clientplan.render.brand import Brand
from clientplan.render.in_force import Entry, Unread
from clientplan.render.pack import Pack, load
from clientplan.render.printing import LOCALE, Printed, job_for, print_job
from clientplan.render.standard import Finish, Standard
from clientplan.render.view.kinds import Kind
from clientplan.render.view.portfolio import portfolio
from clientplan.render.view.shown import texts

PACK = "portfolio"


def print_portfolio(  # noqa: PLR0913  # each is one thing that the person who prints decides
    entries: Sequence[Entry],
    unread: Sequence[Unread] = (),
    *,
    pack: Pack | None = None,
    paper: str | None = None,
    today: date | None = None,
    brand: Brand | None = None,
    locale: str = LOCALE,
    standard: Standard = Standard.A,
) -> Printed:
    """The PDF over these plans, one a client; it is internal, and nothing is attached.

    Raises:
        RenderRefused: there is no plan, the pack isn't made for a portfolio, or as `print_plan`.
        DoesNotFit, TextLost, Missing: as `print_plan`.
    """
    brand, pack, today = brand or Brand(), pack or load(PACK), today or date.today()
    if pack.settings.of is not Kind.PORTFOLIO:
        raise RenderRefused(f"The pack {pack.name} prints one plan. One over the whole portfolio is {PACK}")
    if not entries:
        told = [f"  {one.name}: {one.reason}" for one in unread]
        raise RenderRefused("\n".join(["There is no plan to make a portfolio of", *told]))
    shown = portfolio(entries, unread, brand=brand, locale=locale, today=today)
    complaint = partial(glyphs.told, tuple(texts(shown)))
    title, end = shown.head.title, Finish(standard, today)
    try:
        return print_job(job_for(title, shown, end, pack=pack, paper=paper, brand=brand), complaint)
    except DoesNotFit as error:
        error.args = (f"{error}\nPrint fewer clients at a time: name their plans",)
        raise
