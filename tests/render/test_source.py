"""The short style sheet of elements, held against the whole one of HTML 5."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from clientplan.plan.words import Edition
from clientplan.render.brand import Brand
from clientplan.render.composing import sheets as style_sheets
from clientplan.render.custom_properties import resolved
from clientplan.render.density import Density
from clientplan.render.measuring import Piece, pieces
from clientplan.render.pack import Pack, load, names
from clientplan.render.printing import Printed
from clientplan.render.tree import marked, read
from clientplan.render.typesetter import typesetter


def set_text(html: str, pack: Pack, *, lean: bool) -> list[Piece]:
    sheets = style_sheets(pack, "A4", Brand())
    page = marked(read(html, ours=lean), Density.NORMAL)
    document, _ = typesetter().lay_out(page, resolved(sheets, Density.NORMAL), lean=lean)
    return pieces(document)


@pytest.mark.parametrize("pack", names())
def test_every_text_stands_where_it_stands_with_all_of_html_5(printed: Callable[..., Printed], pack: str) -> None:
    html = printed("full", Edition.INTERNAL).html
    lean, whole = (set_text(html, load(pack), lean=lean) for lean in (True, False))
    assert len(lean) > 100
    assert lean == whole
