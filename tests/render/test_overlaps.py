"""Texts over each other, on real pages."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from clientplan.errors import RenderRefused
from clientplan.plan.plan import Plan
from clientplan.plan.words import Edition
from clientplan.render.measuring import pieces
from clientplan.render.overlaps import overlaps
from clientplan.render.pack import load
from clientplan.render.printing import Printed, print_plan
from clientplan.render.typesetter import typesetter


def found(body: str, style: str = "") -> list[str]:
    sheet = "@page { size: A4; margin: 20mm } body { font: 9pt/1.1 'Plan Sans' } p { margin: 0 } " + style
    return overlaps(pieces(typesetter().lay_out(f"<html lang=en><title>t</title><body>{body}", {"test": sheet})[0]))


def test_lines_and_columns_stand_free() -> None:
    assert found("<p>" + "word " * 200 + "</p>") == []
    assert found("<table><tr><td>one</td><td>two <b>three</b></td></tr></table>") == []


@pytest.mark.parametrize(
    ("body", "style"),
    [
        ("<p>first line</p><p>second line</p>", "p + p { margin-top: -4mm }"),
        ("<p>first line</p><p>second line</p>", "p { position: absolute; top: 30mm }"),
        ("<p>first line</p><p>second line</p>", "p + p { transform: translate(0, -4mm) }"),
        ("<p>first <b>line</b></p><p>second line</p>", "p { line-height: .3 }"),
    ],
)
def test_what_stands_over_each_other_is_named(body: str, style: str) -> None:
    told = found(body, style)
    assert told
    assert "“first" in " ".join(told)
    assert "“second line”" in told[0]


def test_the_same_place_on_two_pages_is_no_overlap() -> None:
    assert found("<p>one</p><p>two</p>", "p { break-after: page }") == []


def test_long_texts_are_named_by_their_beginning() -> None:
    told = found("<p>" + "a" * 60 + "</p><p>b</p>", "p { position: absolute; top: 0 }")
    assert len(told) == 1
    assert f"“{'a' * 40}…”" in told[0]


@pytest.mark.parametrize("edition", Edition)
@pytest.mark.parametrize("name", ["full", "sparse", "bare", "hard"])
def test_our_own_pages_have_none(printed: Callable[..., Printed], name: str, edition: Edition) -> None:
    assert printed(name, edition).pages <= 2


def test_a_style_that_prints_texts_over_each_other_is_refused(
    full: Plan, prints: dict[str, Any], tmp_path: Path
) -> None:
    (tmp_path / "two-page").mkdir()
    (tmp_path / "two-page" / "style.css").write_text(".objectives { margin-top: -30mm }", encoding="utf-8")
    with pytest.raises(RenderRefused, match=r"two-page: texts are printed over each other: “.*” and “.*”"):
        print_plan(full, pack=load("two-page", [tmp_path]), **prints)
