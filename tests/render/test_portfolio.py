"""The portfolio on paper: one client, twelve, forty; what can't be read; more than there is room for."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from clientplan.errors import DoesNotFit, RenderRefused
from clientplan.plan.plan import Plan
from clientplan.render.completeness import read
from clientplan.render.in_force import Entry, Unread
from clientplan.render.pack import load
from clientplan.render.portfolio import print_portfolio
from clientplan.render.printing import Printed, print_plan

SAMPLES = ["confiserie-aubrelle-2026-04", "harrow-and-finch-2026-04", "mohrlin-feinkost-gmbh-2026", "full", "sparse"]
UNREAD = (Unread("broken-2026", "line 2, clinet: isn't known here. Did you mean client?"),)


def clients(plans: Callable[[str], Plan], count: int) -> list[Entry]:
    """So many clients, whose plans are the samples' under other names; every fourth has an error."""
    found = []
    for number in range(count):
        plan = plans(SAMPLES[number % len(SAMPLES)])
        name = f"{plan.client.name} {number}" if number >= len(SAMPLES) else plan.client.name
        changed = plan.replace(client=plan.client.replace(name=name, id=f"id{number}"))
        found.append(Entry(f"plan-{number}", changed, ("CP202",) if number % 4 == 3 else ()))
    return found


def stands_on(done: Printed, entries: Iterable[Entry]) -> None:
    pages = read(done.pdf)
    text = " ".join(" ".join(pages).split())
    assert len(pages) == done.pages <= 2
    for entry in entries:
        assert " ".join(entry.plan.client.name.split()) in text
    for number, page in enumerate(pages, 1):
        assert "Internal \u2013 not for the client" in page
        assert f"Page {number} of {len(pages)}" in page
    assert done.type_size is not None
    assert done.margin is not None
    assert done.type_size >= 8.49
    assert done.margin >= 10


@pytest.mark.parametrize(
    ("count", "paper"), [(1, "A4"), (12, "A4"), (12, "Letter"), (40, "A4"), (40, "Letter"), (44, "A4")]
)
def test_forty_clients_and_some_more_stand_on_two_pages(
    prints: dict[str, Any], plans: Callable[[str], Plan], nearest: Callable[[bytes], float], count: int, paper: str
) -> None:
    entries = clients(plans, count)
    done = print_portfolio(entries, paper=paper, **prints)
    stands_on(done, entries)
    assert nearest(done.pdf) >= 10


@pytest.mark.parametrize("locale", ["de-DE", "fr-FR", "es-ES", "ar"])
def test_in_each_language(prints: dict[str, Any], plans: Callable[[str], Plan], locale: str) -> None:
    done = print_portfolio(clients(plans, 12), UNREAD, locale=locale, paper="Letter", **prints)
    assert done.pages <= 2


def test_a_plan_that_cannot_be_read_is_listed_with_the_reason(
    prints: dict[str, Any], plans: Callable[[str], Plan]
) -> None:
    text = " ".join(" ".join(read(print_portfolio(clients(plans, 1), UNREAD, **prints).pdf)).split())
    assert "1 file couldn’t be read, and isn’t counted" in text
    assert f"broken-2026 {UNREAD[0].reason}" in text


def test_two_currencies_are_kept_apart(prints: dict[str, Any], plans: Callable[[str], Plan]) -> None:
    """Harrow counts in pounds, the other in euros: 63,307 of 61,500, and 81,193 of 78,000."""
    text = " ".join(" ".join(read(print_portfolio(clients(plans, 2), **prints).pdf)).split())
    assert text.count("€81,193 of €78,000 (104%)") == 2  # of its phase, and of all
    assert text.count("£63,307 of £61,500 (102%)") == 2


def test_without_a_plan_there_is_a_sentence(prints: dict[str, Any]) -> None:
    with pytest.raises(RenderRefused, match="There is no plan to make a portfolio of\n  broken-2026: line 2"):
        print_portfolio([], UNREAD, **prints)


def test_more_than_there_is_room_for_is_refused(prints: dict[str, Any], plans: Callable[[str], Plan]) -> None:
    with pytest.raises(
        DoesNotFit,
        match=r"(?s)Portfolio needs .*the page budget is 2: .*  clients: \d+ lines.*\nPrint fewer clients at a time",
    ):
        print_portfolio(clients(plans, 90), **prints)


def test_the_same_bytes_twice_and_nothing_attached(prints: dict[str, Any], plans: Callable[[str], Plan]) -> None:
    done = print_portfolio(clients(plans, 4), **prints)
    assert done.pdf == print_portfolio(clients(plans, 4), **prints).pdf
    assert list(PdfReader(BytesIO(done.pdf)).attachments) == []


def test_a_character_without_a_glyph_is_told_with_its_plan(
    prints: dict[str, Any], plans: Callable[[str], Plan]
) -> None:
    (entry,) = clients(plans, 1)
    odd = Entry("odd", entry.plan.replace(manager="Ines \ue000"))
    with pytest.raises(RenderRefused, match="lines\\[odd\\]\\.manager: the page's fonts have no “\ue000”"):
        print_portfolio([odd], **prints)


def test_each_pack_for_what_it_is_made_for(prints: dict[str, Any], full: Plan) -> None:
    with pytest.raises(RenderRefused, match="over the whole portfolio: clientplan build --pack portfolio"):
        print_plan(full, pack=load("portfolio"), **prints)
    with pytest.raises(RenderRefused, match="The pack two-page prints one plan"):
        print_portfolio([Entry("full", full)], pack=load("two-page"), **prints)


def test_a_portfolio_pack_that_is_not_ours_is_printed_apart(
    tmp_path: Path, prints: dict[str, Any], plans: Callable[[str], Plan]
) -> None:
    (tmp_path / "portfolio").mkdir()
    (tmp_path / "portfolio" / "legend.css").write_text("", encoding="utf-8")
    pack = load("portfolio", [tmp_path])
    assert pack.foreign
    entries = clients(plans, 3)
    assert read(print_portfolio(entries, pack=pack, **prints).pdf) == read(print_portfolio(entries, **prints).pdf)
