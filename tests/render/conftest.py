"""Plans to print, and what they were printed to: each combination once a session."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import cache, partial
from io import BytesIO
from pathlib import Path
from types import MappingProxyType, SimpleNamespace
from typing import Any

import pypdfium2
import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTCollection, TTFont

from clientplan import paths
from clientplan.plan.plan import Plan
from clientplan.plan.reading import read
from clientplan.plan.words import Edition
from clientplan.render import system_fonts
from clientplan.render.brand import Brand
from clientplan.render.composing import Job
from clientplan.render.pack import Pack, load
from clientplan.render.printing import Printed, print_plan
from clientplan.render.standard import Finish
from clientplan.render.view.page import page

TODAY = date(2026, 9, 15)
BRAND = Brand("Meridian Packaging Systems")
OURS = Path(__file__).parent / "plans"
NAMES = ["full", "sparse", "bare", "hard"]


@cache
def plan_of(name: str) -> Plan:
    folder = OURS if name in NAMES else paths.sample_data() / "plans"
    return read((folder / f"{name}.yaml").read_bytes(), name)


@cache
def printed_of(
    name: str,
    edition: Edition = Edition.INTERNAL,
    paper: str = "A4",
    locale: str | None = None,
    pack: str = "two-page",
) -> Printed:
    plan = plan_of(name)
    return print_plan(plan, pack=load(pack), edition=edition, paper=paper, today=TODAY, brand=BRAND, locale=locale)


@pytest.fixture
def full() -> Plan:
    return plan_of("full")


@pytest.fixture
def printed() -> Callable[..., Printed]:
    return printed_of


@pytest.fixture
def plans() -> Callable[[str], Plan]:
    return plan_of


@pytest.fixture
def prints() -> dict[str, Any]:
    """What every print in these tests has in common."""
    return {"today": TODAY, "brand": BRAND}


SETTINGS = """\
title = "Board"
pages = 2
paper = ["A4"]
styles = ["shared/base.css", "two-page/style.css", "board/style.css"]
sections = ["purpose", "objectives", "actions", "next_step", "stops", "results", "worth", "people", "risks", "review"]
"""
FRAME = '{{% extends "shared/document.html.j2" %}}{{% block head %}}{}{{{{ super() }}}}{{% endblock %}}'


def board_in(folder: Path, above: str = "", style: str = "", files: Mapping[str, bytes] = MappingProxyType({})) -> Pack:
    """A pack that isn't ours: what it shows above the head, its style, and its other files by their names."""
    place = folder / "board"
    place.mkdir(parents=True, exist_ok=True)
    (place / "pack.toml").write_text(SETTINGS, encoding="utf-8")
    (place / "plan.html.j2").write_text(FRAME.format(above), encoding="utf-8")
    (place / "style.css").write_text(style, encoding="utf-8")
    for name, content in files.items():
        (place / name).write_bytes(content)
    return load("board", [folder])


@pytest.fixture
def board(tmp_path: Path) -> Callable[..., Pack]:
    return partial(board_in, tmp_path / "packs")


@pytest.fixture(scope="module")
def same_board(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Pack]:
    """The same pack for all tests of a file, so that they share its process."""
    return partial(board_in, tmp_path_factory.mktemp("packs"))


@pytest.fixture
def job() -> Callable[..., Job]:
    """What is handed on to be laid out, for a small plan and a pack."""

    def make(pack: Pack, name: str = "sparse") -> Job:
        shown = page(plan_of(name), edition=Edition.CLIENT, brand=BRAND, locale="en-GB", today=TODAY)
        return Job(name, shown, pack, "A4", BRAND, Finish(day=TODAY))

    return make


@pytest.fixture
def picture() -> Callable[..., bytes]:
    return picture_of


def picture_of(width: int = 40, height: int = 20, colour: str = "#c02020", kind: str = "PNG", **options: Any) -> bytes:
    from PIL import Image

    out = BytesIO()
    Image.new("RGB", (width, height), colour).save(out, kind, **options)
    return out.getvalue()


@pytest.fixture
def folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Path]:
    """The only folder of this system that has fonts: what a machine has installed decides no test."""
    monkeypatch.setattr(system_fonts, "folders", lambda: (tmp_path,))
    system_fonts.fonts.cache_clear()
    yield tmp_path
    system_fonts.fonts.cache_clear()


@pytest.fixture
def noto() -> Any:
    """Makes fonts with Noto's names and a few characters: `put` one, or `collect` several in a file."""
    return SimpleNamespace(put=_put, collect=_collect)


def _font(characters: str, family: str = "Noto Sans Test") -> TTFont:
    """Each character is a square."""
    names = {ord(sign): f"uni{ord(sign):04X}" for sign in f" {characters}"}  # every font has a space
    pen = TTGlyphPen(None)
    for number, point in enumerate([(0, 0), (0, 700), (500, 700), (500, 0)]):
        (pen.lineTo if number else pen.moveTo)(point)
    pen.closePath()
    square = pen.glyph()
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder([".notdef", *names.values()])
    builder.setupCharacterMap(names)
    builder.setupGlyf(dict.fromkeys((".notdef", *names.values()), square))
    builder.setupHorizontalMetrics(dict.fromkeys((".notdef", *names.values()), (600, 0)))
    builder.setupHorizontalHeader(ascent=900, descent=-300)
    builder.setupNameTable({"familyName": family, "styleName": "Regular"})
    builder.setupOS2(sTypoAscender=900, sTypoDescender=-300)
    builder.setupPost()
    return builder.font


def _put(folder: Path, stem: str, characters: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{stem}.ttf"
    _font(characters).save(path)
    return path


def _collect(folder: Path, stem: str, faces: dict[str, str]) -> Path:
    """A collection with a face for each family."""
    collection = TTCollection()
    collection.fonts = [_font(characters, family) for family, characters in faces.items()]
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{stem}.ttc"
    collection.save(str(path))
    return path


@pytest.fixture
def nearest() -> Callable[[bytes], float]:
    """How near the characters of a PDF come to the edge of the paper, head and foot with them, in mm."""

    def measure(pdf: bytes) -> float:
        document = pypdfium2.PdfDocument(pdf)
        found = [distance for page in document for distance in _distances(page)]
        document.close()
        return min(found)

    return measure


def _distances(page: pypdfium2.PdfPage) -> Iterator[float]:
    text = page.get_textpage()
    width, height = page.get_size()
    for index in range(text.count_chars()):
        left, bottom, right, top = text.get_charbox(index)
        if right > left:  # spaces and line ends have no box
            yield min(left, bottom, width - right, height - top) / 72 * 25.4
    text.close()
