"""The sheet that a coach hands out, printed before there is a plan."""

from __future__ import annotations

from datetime import date
from functools import partial

from clientplan.errors import RenderRefused
from clientplan.render import glyphs
from clientplan.render.brand import Brand
from clientplan.render.pack import Pack, load
from clientplan.render.printing import LOCALE, Printed, job_for, print_job
from clientplan.render.standard import Finish, Standard
from clientplan.render.view.kinds import Kind
from clientplan.render.view.sheet import blank
from clientplan.render.view.shown import texts

PACK = "workshop"


def print_handout(
    *,
    pack: Pack | None = None,
    paper: str | None = None,
    today: date | None = None,
    brand: Brand | None = None,
    locale: str = LOCALE,
    standard: Standard = Standard.A,
) -> Printed:
    """The PDF of the empty sheet, within the page budget of the pack; `today` is only the date of the file.

    Raises:
        RenderRefused: the pack isn't made to be filled in by hand, or as `print_plan`.
        DoesNotFit, TextLost, Missing: as `print_plan`.
    """
    brand, pack = brand or Brand(), pack or load(PACK)
    if pack.settings.of is not Kind.SHEET:
        raise RenderRefused(
            f"The pack {pack.name} has no lines to write on: it isn't made to be filled in by hand. One that is: {PACK}"
        )
    shown = blank(brand=brand, locale=locale)
    end = Finish(standard, today or date.today())
    complaint = partial(glyphs.told, tuple(texts(shown)))
    return print_job(job_for(shown.head.title, shown, end, pack=pack, paper=paper, brand=brand), complaint)
