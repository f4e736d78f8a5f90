from __future__ import annotations

from collections.abc import Callable
from io import BytesIO

from PIL import Image

from clientplan.render.preview import pages
from clientplan.render.printing import Printed


def test_each_page_is_a_png_of_the_width_asked_for(printed: Callable[..., Printed]) -> None:
    shown = pages(printed("full").pdf, width=420)
    sizes = [Image.open(BytesIO(page)).size for page in shown]
    assert [page[:8] for page in shown] == [b"\x89PNG\r\n\x1a\n"] * 2
    assert sizes == [(420, 595)] * 2


def test_a_page_has_something_on_it(printed: Callable[..., Printed]) -> None:
    (page,) = pages(printed("sparse").pdf, width=420)
    colours = Image.open(BytesIO(page)).convert("RGB").getcolors(maxcolors=100_000)
    assert colours is not None
    assert len(colours) > 50
