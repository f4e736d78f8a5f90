"""As test_golden.py, for the pages that aren't the plan's own: the handout and the portfolio."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from clientplan.plan.plan import Plan
from clientplan.plan.words import Edition
from clientplan.render.handout import print_handout
from clientplan.render.in_force import Entry, Unread
from clientplan.render.pack import load
from clientplan.render.portfolio import print_portfolio
from clientplan.render.printing import Printed, print_plan

GOLDEN = Path(__file__).parent / "golden_sheets"
Plans = Callable[[str], Plan]


def blank(_: Plans, prints: dict[str, Any]) -> Printed:
    return print_handout(locale="de-DE", **prints)


def half_done(plans: Plans, prints: dict[str, Any]) -> Printed:
    return print_plan(plans("sparse"), pack=load("workshop"), edition=Edition.INTERNAL, **prints)


def filled(plans: Plans, prints: dict[str, Any]) -> Printed:
    return print_plan(plans("full"), pack=load("workshop"), **prints)


def portfolio(plans: Plans, prints: dict[str, Any]) -> Printed:
    names = ("harrow-and-finch-2026-04", "full", "sparse")
    entries = [Entry(name, plans(name), ("CP202",) if name == "sparse" else ()) for name in names]
    old = plans("full").replace(period=plans("full").period.replace(first="2025-01-01", last="2025-12-31"))
    return print_portfolio(
        [*entries, Entry("full-2025", old)], [Unread("broken", "line 1, client: is missing")], **prints
    )


PAGES = [blank, half_done, filled, portfolio]


@pytest.mark.parametrize("page", PAGES)
def test_the_page_is_what_was_looked_at(page: Callable[..., Printed], plans: Plans, prints: dict[str, Any]) -> None:
    html = page(plans, prints).html
    file = GOLDEN / f"{page.__name__}.html"
    if os.environ.get("UPDATE_GOLDEN"):
        file.write_text(html, encoding="utf-8")
    assert html == file.read_text(encoding="utf-8")


def test_no_golden_page_is_left_over() -> None:
    assert sorted(file.stem for file in GOLDEN.glob("*")) == sorted(page.__name__ for page in PAGES)
