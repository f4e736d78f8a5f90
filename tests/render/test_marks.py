"""Every pack that comes with us marks the internal edition on each page, on each of its papers."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from clientplan.errors import DoesNotFit
from clientplan.plan.plan import Plan
from clientplan.plan.words import Edition
from clientplan.render import pack_places
from clientplan.render.completeness import read
from clientplan.render.pack import load
from clientplan.render.printing import Printed, print_plan
from clientplan.render.view.kinds import Kind

MARK = "Internal \u2013 not for the client"
PACKS = [
    (pack, paper)
    for pack in pack_places.shipped()
    for paper in load(pack).settings.paper
    if load(pack).settings.of is not Kind.PORTFOLIO  # which test_portfolio looks at
]


def largest(plans: Callable[[str], Plan], prints: dict[str, Any], pack: str, paper: str, edition: Edition) -> Printed:
    """The print of the fullest plan that the pack has room for."""
    for name in ("full", "sparse"):
        try:
            return print_plan(plans(name), pack=load(pack), paper=paper, edition=edition, **prints)
        except DoesNotFit:
            continue
    return print_plan(plans("bare"), pack=load(pack), paper=paper, edition=edition, **prints)


@pytest.mark.parametrize("edition", Edition)
@pytest.mark.parametrize(("pack", "paper"), PACKS)
def test_the_mark_stands_on_each_page_of_the_internal_edition(
    plans: Callable[[str], Plan], prints: dict[str, Any], pack: str, paper: str, edition: Edition
) -> None:
    pages = read(largest(plans, prints, pack, paper, edition).pdf)
    assert pages
    assert {MARK in " ".join(text.split()) for text in pages} == {edition is Edition.INTERNAL}


def test_there_is_a_pack_to_look_at() -> None:
    assert ("two-page", "A4") in PACKS
    assert ("two-page", "Letter") in PACKS
