"""Styles that are filled in at once, held against those that are worked out one by one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from weasyprint.css.properties import INITIAL_VALUES

from clientplan.plan.words import Edition
from clientplan.render import styles
from clientplan.render.brand import Brand
from clientplan.render.composing import sheets as style_sheets
from clientplan.render.custom_properties import resolved
from clientplan.render.pack import load
from clientplan.render.printing import Printed
from clientplan.render.source import source
from clientplan.render.tree import read
from clientplan.render.typesetter import typesetter

# WeasyPrint can't give the width of a logical border of a box without an element, nor does it ask for it.
KNOWN = [name for name in INITIAL_VALUES if not name.startswith(("border_block", "border_inline"))]
RULES = """
.logical { margin-inline-start: 3mm; padding-inline: 1mm 2mm }
.math { margin-top: calc(2mm + 1em); width: calc(10% + 3mm) }
.vars { --mine: 4mm; margin: var(--mine) }
.forced { color: inherit; margin: initial; page: wide; text-decoration: underline; float: left; border: 1pt solid }
"""
PAGE = """<html lang="en"><body>
<div class="logical" dir="rtl"><p class="math">a <b class="forced">b</b></p></div>
<div class="forced"><p class="vars">c</p><p>d</p></div>
</body></html>"""


def computed(html: str, sheets: dict[str, str]) -> dict[Any, dict[str, Any]]:
    """Each property of each element and of what stands in it without one; nothing is filled in where that is patched
    away.
    """
    setter = typesetter()
    parsed = [setter._parse(name, text, {}) for name, text in sheets.items()]
    page = source(read(html, ours=True), {})
    context = styles.FilledIn._build_layout_context(
        page,
        setter._fonts,
        {},
        {},
        {"stylesheets": parsed, "cache": None, "presentational_hints": False, "pdf_forms": 0},
    )
    found = context.style_for.get_computed_styles().items()
    # What is ours to compare: an unset URL or length compares by value like everything else.
    return {
        (number, pseudo, kind): {name: repr(style[name]) for name in KNOWN}
        for number, ((_, pseudo), own) in enumerate(found)
        for kind, style in (("own", own), ("anonymous", own.anonymous_style))
    }


@pytest.mark.parametrize("name", ["full", "rules"])
def test_each_value_is_what_it_would_be(
    printed: Callable[..., Printed], monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    pack = load("two-page")
    html = PAGE if name == "rules" else printed(name, Edition.INTERNAL).html
    sheets = resolved(style_sheets(pack, "A4", Brand()), "normal")
    sheets = {"rules": RULES} if name == "rules" else sheets
    at_once = computed(html, sheets)
    monkeypatch.setattr(styles, "fill_in", lambda _: None)
    one_by_one = computed(html, sheets)
    assert len(at_once) > 5
    assert at_once == one_by_one


def test_something_is_filled_in(monkeypatch: pytest.MonkeyPatch) -> None:
    """Else the test above compares nothing."""
    seen: list[int] = []
    real = styles.fill_in

    def counted(given: Any) -> None:
        kept = list(given)
        before = sum(map(len, kept))
        real(kept)
        seen.append(sum(map(len, kept)) - before)

    monkeypatch.setattr(styles, "fill_in", counted)
    computed(PAGE, {"rules": RULES})
    assert seen[0] > 500
