"""The facts of a print, from real pages."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from clientplan.errors import DoesNotFit, TextLost
from clientplan.plan.plan import Plan
from clientplan.plan.words import Edition
from clientplan.render.measuring import measure, pieces
from clientplan.render.pack import load
from clientplan.render.printing import Printed, print_plan
from clientplan.render.typesetter import typesetter

STYLE = load("two-page").style("two-page/style.css")


def measured(style: str, body: str) -> tuple[float | None, float | None]:
    sheet = "@page { size: A4; margin: 20mm } body { margin: 0; font: 9pt 'Plan Sans'; overflow-wrap: anywhere }"
    html = f"<html lang=en><title>t</title><body>{body}"
    return measure(pieces(typesetter().lay_out(html, {"test": f"{sheet} {style}"})[0]))


LONG = "<p>" + "word " * 400 + "</p>"


@pytest.mark.parametrize(
    ("style", "size", "margin"),
    [
        ("", 9, 20),
        ("body { font-size: 8.5pt }", 8.5, 20),
        ("@page { margin: 20mm 20mm 20mm 9mm }", 9, 9),
        ("@page { margin: 20mm 7mm 20mm 20mm } body { text-align: right }", 9, 7),
        ("p { position: absolute; margin: 0; bottom: -14mm }", 9, 6),
        ("@page { margin: 0 } body { padding: 15mm }", 9, 15),
        ("body { margin: 0 -12mm }", 9, 8),
        ("p { margin: 0; transform: scale(.5); transform-origin: 0 0 }", 4.5, 20),
        ("p { margin: 0; transform: translate(-15mm) }", 9, 5),
        ("@page { @bottom-left { content: 'at the foot'; font-size: 6pt; vertical-align: bottom } }", 9, 20),
    ],
)
def test_type_and_margin_are_as_they_look(style: str, size: float, margin: float) -> None:
    assert measured(style, LONG) == pytest.approx((size, margin), abs=0.05)


def test_body_type_is_the_smallest_of_much_text() -> None:
    small = '<span style="font-size: 7pt">{}</span>'
    assert measured("", small.format("word " * 13) + "word " * 30)[0] == 9
    assert measured("", small.format("word " * 16) + "word " * 30)[0] == 7


def test_of_many_sizes_the_most_common_counts() -> None:
    sizes = "".join(f'<span style="font-size: {size}pt">{"w" * letters} </span>' for size, letters in SIZES)
    assert measured("", sizes)[0] == 11


SIZES = [(7, 20), (9, 25), (11, 30), (13, 25)]


def test_a_page_without_text_has_neither() -> None:
    assert measured("", "") == (None, None)


@pytest.mark.parametrize("edition", Edition)
@pytest.mark.parametrize("name", ["full", "sparse", "bare", "hard"])
def test_our_pages_keep_their_type_and_margins(printed: Callable[..., Printed], name: str, edition: Edition) -> None:
    done = printed(name, edition)
    assert done.budget == 2
    assert done.type_size is not None
    assert done.margin is not None
    assert 8.5 <= done.type_size <= 10
    assert done.margin >= 14.9


def overridden(folder: Path, style: str) -> dict[str, Any]:
    (folder / "two-page").mkdir(exist_ok=True)
    (folder / "two-page" / "style.css").write_text(STYLE + style, encoding="utf-8")
    return {"pack": load("two-page", [folder])}


def test_a_page_that_was_shrunk_shows_it(full: Plan, prints: dict[str, Any], tmp_path: Path) -> None:
    style = "html { font-size: 7pt } @page { margin: 9mm 8mm }"
    done = print_plan(full, **overridden(tmp_path, style), **prints)
    assert done.type_size == 7
    assert done.margin == pytest.approx(8, abs=0.05)


def test_a_refusal_carries_what_it_says(full: Plan, prints: dict[str, Any], tmp_path: Path) -> None:
    many = tuple(full.actions[4].replace(id=f"a{number}", status="open") for number in range(60))
    with pytest.raises(DoesNotFit) as long:
        print_plan(full.replace(actions=many), **prints)
    assert long.value.pages > long.value.budget == 2
    assert f"about {long.value.over} lines" in str(long.value)
    name, lines, items, over = long.value.longest[0]
    assert name == "actions"
    assert lines > 60
    assert len(items) == 3
    assert 0 < over < lines
    assert f"actions: {lines} lines, {over} over, most of them in " in str(long.value)
    assert 2 < long.value.filled <= long.value.pages
    with pytest.raises(TextLost) as lost:
        print_plan(full, **overridden(tmp_path, "h1 { display: none }"), **prints)
    assert lost.value.lost == ("“Nordhaven Shipyards” (3 of 4 times)",)
    assert (lost.value.pages, lost.value.budget) == (2, 2)
