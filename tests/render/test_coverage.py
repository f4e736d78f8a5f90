"""UPDATE_COVERAGE=1 writes the list of characters anew, from the fonts that are installed."""

from __future__ import annotations

import os
import textwrap
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from clientplan.render import coverage, fonts
from clientplan.render.words import languages, words

FACES = {coverage.USUAL: fonts.FACES, coverage.ARABIC: fonts.ARABIC}
FILE = Path(coverage.__file__).with_name("coverage.toml")


def points(faces: str) -> set[int]:
    found: set[int] = set()
    for face in FACES[faces]:
        with TTFont(fonts.path(face), lazy=True) as font:
            found |= set(font.getBestCmap())
    return found


@pytest.fixture(scope="module", autouse=True)
def _anew() -> None:
    if os.environ.get("UPDATE_COVERAGE"):
        head = FILE.read_text(encoding="utf-8").partition("\n\n")[0]
        lists = ["\n".join(textwrap.wrap(coverage.ranges(points(name)), 118)) for name in FACES]
        parts = [f'{name} = """\n{text}\n"""' for name, text in zip(FACES, lists, strict=True)]
        FILE.write_text("\n\n".join([head, *parts]) + "\n", encoding="utf-8")


@pytest.mark.parametrize("faces", FACES)
def test_the_list_is_what_the_fonts_have(faces: str) -> None:
    assert {ord(sign) for sign in coverage.characters(faces)} == points(faces)


def test_ranges_are_written_as_they_are_read() -> None:
    assert coverage.ranges([0x41, 0x42, 0x43, 0xA9, 0x20]) == "20 41-43 A9"


@pytest.mark.parametrize("language", languages())
def test_the_words_of_every_language_have_their_glyphs(language: str) -> None:
    lacking = coverage.lacking(words(language).all())
    assert lacking <= coverage.characters(coverage.ARABIC)
    assert bool(lacking) == (language == "ar")


def test_only_what_no_face_has_is_lacking() -> None:
    assert coverage.lacking(["Größe Ωμέγα Ключ €", "中文 and 中", "שלום"]) == set("中文שלום")


def test_what_is_never_drawn_or_drawn_alike_is_not_lacking() -> None:
    assert coverage.lacking(["a\u200d\u200f\u2068\ufe0f\u061c\n\t\u00ad", "a\u2011b\u2009c"]) == set()
