"""What a page may show beside its text: the pictures and fonts of its pack, the brand's logo, and nothing else."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from typing import Any

import pikepdf
import pypdfium2
import pytest

from clientplan.errors import RenderRefused
from clientplan.plan.plan import Plan
from clientplan.plan.words import Edition
from clientplan.render import fonts
from clientplan.render.brand import LOGO, Brand
from clientplan.render.composing import compose_here
from clientplan.render.pack import Pack, load
from clientplan.render.printing import print_plan

Board = Callable[..., Pack]
Picture = Callable[..., bytes]
MM = 72 / 25.4
FACE = '@font-face {{ font-family: "Board"; src: url("{}") }} h1 {{ font-family: "Board" }}'


@pytest.fixture(autouse=True)
def _here(monkeypatch: pytest.MonkeyPatch) -> None:
    """In this process: these packs harm nothing, and another process takes a second to start."""
    monkeypatch.setattr("clientplan.render.printing.compose", compose_here)


def pictures(pdf: bytes) -> set[tuple[int, int]]:
    """The sizes of all pictures of the file, in pixels."""
    with pikepdf.open(BytesIO(pdf)) as document:
        streams = [item for item in document.objects if isinstance(item, pikepdf.Stream)]
        return {(int(one.Width), int(one.Height)) for one in streams if one.get("/Subtype") == "/Image"}


def faces(pdf: bytes) -> set[str]:
    with pikepdf.open(BytesIO(pdf)) as document:
        items = [item for item in document.objects if isinstance(item, pikepdf.Dictionary)]
        return {str(item.BaseFont).partition("+")[2] for item in items if "/BaseFont" in item}


@pytest.mark.parametrize("name", ["map.png", "two words.png", "Übersicht.png"])
def test_a_picture_of_the_pack(full: Plan, prints: dict[str, Any], board: Board, picture: Picture, name: str) -> None:
    pack = board(f'<img alt="a map" src="pack:board/{name}">', files={name: picture()})
    assert pictures(print_plan(full, pack=pack, **prints).pdf) == {(40, 20)}


def test_a_picture_that_a_style_asks_for(full: Plan, prints: dict[str, Any], board: Board, picture: Picture) -> None:
    pack = board(style='h1 { background: url("pack:board/map.jpg") }', files={"map.jpg": picture(kind="JPEG")})
    assert pictures(print_plan(full, pack=pack, **prints).pdf) == {(40, 20)}


def test_a_font_of_the_pack(full: Plan, prints: dict[str, Any], board: Board) -> None:
    own = fonts.files()["clientplan:font/SourceSerifPro-Semibold.ttf"]
    pack = board(style=FACE.format("pack:board/own.ttf"), files={"own.ttf": own})
    assert any(face.startswith("Board") for face in faces(print_plan(full, pack=pack, **prints).pdf))


def test_a_font_that_is_none(full: Plan, prints: dict[str, Any], board: Board) -> None:
    pack = board(style=FACE.format("pack:board/none.ttf"), files={"none.ttf": b"not a font"})
    with pytest.raises(
        RenderRefused, match=r"board/style\.css: mend this style sheet\n  Font-face 'Board' cannot be lo"
    ):
        print_plan(full, pack=pack, **prints)


@pytest.mark.parametrize(
    "name",
    ["pack:board/gone.png", "pack:two-page/map.png", "pack:board/plan.html.j2", "pack:board/../board/map.png", LOGO],
)
def test_nothing_else(full: Plan, prints: dict[str, Any], board: Board, picture: Picture, name: str) -> None:
    pack = board(f'<img alt="a map" src="{name}">', files={"map.png": picture()})
    with pytest.raises(RenderRefused, match=f"asks for “{name}”"):
        print_plan(full, pack=pack, **prints)


def test_our_own_packs_carry_no_files(full: Plan, prints: dict[str, Any]) -> None:
    assert load("two-page").files is None
    assert pictures(print_plan(full, **prints).pdf) == set()


def test_the_logo(full: Plan, prints: dict[str, Any], board: Board, picture: Picture) -> None:
    brand = Brand("Meridian", logo=picture(60, 30))
    pack = board(f'<img alt="logo" src="{LOGO}">')
    assert (60, 30) in pictures(print_plan(full, pack=pack, **{**prints, "brand": brand}).pdf)


def test_a_logo_has_a_name_to_it(picture: Picture) -> None:
    with pytest.raises(RenderRefused, match="brand logo: give the brand's name as well"):
        Brand(logo=picture())


@pytest.mark.parametrize("paper", ["A4", "Letter"])
@pytest.mark.parametrize("name", ["full", "sparse", "bare"])
def test_the_logo_stands_in_the_head_of_each_page(
    plans: Callable[[str], Plan], prints: dict[str, Any], picture: Picture, name: str, paper: str
) -> None:
    look = {**prints, "brand": Brand("Meridian", logo=picture(400, 100))}
    document = pypdfium2.PdfDocument(print_plan(plans(name), edition=Edition.INTERNAL, paper=paper, **look).pdf)
    for page in document:
        (logo,) = page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_IMAGE])
        left, bottom, _, top = (edge / MM for edge in logo.get_bounds())
        assert top - bottom == pytest.approx(5.4, abs=0.1)
        assert 9.99 <= page.get_height() / MM - top < 12
        assert left >= 10
    assert "Meridian" not in document[0].get_textpage().get_text_bounded().splitlines()[0]
    document.close()
