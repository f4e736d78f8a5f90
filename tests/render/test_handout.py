"""The handout on paper: blank and filled, in each language, on one page, with lines that a pen has room for."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from clientplan.errors import DoesNotFit, RenderRefused
from clientplan.plan.plan import Plan
from clientplan.plan.words import Edition
from clientplan.render.brand import Brand
from clientplan.render.completeness import read
from clientplan.render.composing import sheets
from clientplan.render.custom_properties import resolved
from clientplan.render.density import Density
from clientplan.render.handout import print_handout
from clientplan.render.pack import Pack, load
from clientplan.render.printing import Printed, print_plan
from clientplan.render.tree import marked
from clientplan.render.tree import read as parsed
from clientplan.render.typesetter import typesetter

LOCALES = ["en-GB", "de-DE", "fr-FR", "es-ES", "ar"]
PAPERS = ["A4", "Letter"]
SHEET = load("workshop")


def is_on_one_page(done: Printed) -> None:
    assert done.pages == len(PdfReader(BytesIO(done.pdf)).pages) == 1
    assert done.type_size is not None
    assert done.margin is not None
    assert done.type_size >= 8.49
    assert done.margin >= 10


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("locale", LOCALES)
def test_a_blank_one_is_one_page(prints: dict[str, Any], locale: str, paper: str) -> None:
    done = print_handout(**prints, locale=locale, paper=paper)
    is_on_one_page(done)
    assert done.filled > 0.85  # it has room for more lines else


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("locale", LOCALES)
def test_lines_stand_beside_each_other(prints: dict[str, Any], locale: str, paper: str) -> None:
    """A label or a prompt that needs a second line would push the lines below it out of step with their neighbours."""
    done = print_handout(**prints, locale=locale, paper=paper)
    styles = resolved(sheets(SHEET, "A4", Brand()), done.density)
    page = marked(parsed(done.html, ours=True), Density(done.density))
    size = f"@page {{ size: {paper} }} :root {{ --accent: #000; --tint: #fff }}"
    document, _ = typesetter().lay_out(page, {**styles, "size": size}, lean=True)
    boxes = document.pages[0]._page_box.descendants()
    rules = [box for box in boxes if box.element is not None and box.element.get("class") == "rule"]
    beside = Counter(round(box.position_y + box.height) for box in rules)
    assert sorted(beside.values()) == [2] * 11 + [3]  # three in the head


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("name", ["harrow-and-finch-2026-04", "sparse"])
def test_a_filled_one_is_one_page(
    prints: dict[str, Any], plans: Callable[[str], Plan], name: str, locale: str, paper: str
) -> None:
    done = print_plan(plans(name), pack=SHEET, edition=Edition.INTERNAL, locale=locale, paper=paper, **prints)
    is_on_one_page(done)


@pytest.mark.parametrize("name", ["full", "hard", "bare", "mohrlin-feinkost-gmbh-2026", "confiserie-aubrelle-2026-04"])
@pytest.mark.parametrize("edition", Edition)
def test_every_plan_fits_on_the_sheet(
    prints: dict[str, Any],
    plans: Callable[[str], Plan],
    nearest: Callable[[bytes], float],
    name: str,
    edition: Edition,
) -> None:
    done = print_plan(plans(name), pack=SHEET, edition=edition, **prints)
    is_on_one_page(done)
    assert nearest(done.pdf) >= 10


@pytest.mark.parametrize("density", Density)
def test_a_pen_has_room_at_each_density(density: Density) -> None:
    sheet = resolved(sheets(SHEET, "A4", Brand()), density)["workshop/style.css"]
    (height,) = re.findall(r"^\.rule \{ height: ([\d.]+)mm", sheet, re.MULTILINE)
    assert 7 <= float(height) <= 8


def test_lines_to_write_on_stand_where_nothing_is_written(full: Plan, prints: dict[str, Any]) -> None:
    """Two for each of the six texts and one for who said so, two and a cell for the ladder, and one for the rest."""
    blank = print_handout(**prints)
    filled = print_plan(full, pack=SHEET, edition=Edition.INTERNAL, **prints)
    assert blank.html.count('class="rule"') == 3 + 2 * 3 + 4 * 2 + 3 * 2 + 2
    assert filled.html.count('class="rule"') == 0


def test_the_blank_one_has_no_plan_and_no_noise(prints: dict[str, Any]) -> None:
    done = print_handout(**prints)
    reader = PdfReader(BytesIO(done.pdf))
    (text,) = read(done.pdf)
    assert list(reader.attachments) == []
    assert reader.metadata is not None
    assert (reader.metadata.title, reader.metadata.author) == ("Client plan", None)
    assert "What you can’t fill in yet is what to ask the client." in text
    for noise in ("Page", "Revision", "edition", "Printed", "Internal"):
        assert noise not in text


def test_the_filled_one_carries_its_plan_and_its_mark(full: Plan, prints: dict[str, Any]) -> None:
    done = print_plan(full, pack=SHEET, edition=Edition.INTERNAL, **prints)
    assert list(PdfReader(BytesIO(done.pdf)).attachments) == ["plan.yaml"]
    (text,) = read(done.pdf)
    assert "Internal \u2013 not for the client" in text
    assert "Revision 5" in text
    (text,) = read(print_plan(full, pack=SHEET, **prints).pdf)
    assert "Internal" not in text


def test_more_than_there_are_lines_for_is_added_and_what_has_no_room_is_refused(
    full: Plan, prints: dict[str, Any]
) -> None:
    def with_actions(count: int) -> Plan:
        return full.replace(
            actions=tuple(full.actions[4].replace(id=f"a{n}", what=f"Step {n}", status="open") for n in range(count))
        )

    (text,) = read(print_plan(with_actions(9), pack=SHEET, **prints).pdf)
    assert all(f"Step {number}" in text for number in range(9))
    with pytest.raises(DoesNotFit, match=r"(?s)the page budget is 1: .*  steps: "):
        print_plan(with_actions(40), pack=SHEET, **prints)


@pytest.mark.parametrize(("paper", "count"), [("A4", 15), ("Letter", 13)])
def test_head_and_foot_keep_their_distance_at_the_densest(
    full: Plan, prints: dict[str, Any], nearest: Callable[[bytes], float], paper: str, count: int
) -> None:
    actions = tuple(full.actions[4].replace(id=f"a{n}", what=f"Step {n}", status="open") for n in range(count))
    done = print_plan(full.replace(actions=actions), pack=SHEET, paper=paper, **prints)
    assert done.density == Density.TIGHT
    assert nearest(done.pdf) >= 10


def test_the_same_bytes_twice(full: Plan, prints: dict[str, Any]) -> None:
    assert print_handout(**prints).pdf == print_handout(**prints).pdf
    assert print_plan(full, pack=SHEET, **prints).pdf == print_plan(full, pack=SHEET, **prints).pdf


@pytest.mark.parametrize("name", ["two-page", "portfolio"])
def test_other_packs_have_no_lines_to_write_on(prints: dict[str, Any], name: str) -> None:
    with pytest.raises(RenderRefused, match=f"The pack {name} has no lines to write on: .* One that is: workshop"):
        print_handout(pack=load(name), **prints)


def test_a_sheet_that_is_not_ours_is_printed_apart(tmp_path: Path, prints: dict[str, Any]) -> None:
    pack = own(tmp_path, "workshop", "h1 { color: #123456 }")
    assert pack.foreign
    assert read(print_handout(pack=pack, **prints).pdf) == read(print_handout(**prints).pdf)


def own(folder: Path, name: str, style: str) -> Pack:
    """A shipped pack with a line of the user's own in its style."""
    (folder / name).mkdir()
    ours = load(name).style(f"{name}/style.css")
    (folder / name / "style.css").write_text(f"{ours}\n{style}\n", encoding="utf-8")
    return load(name, [folder])
