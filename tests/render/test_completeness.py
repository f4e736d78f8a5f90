from __future__ import annotations

import pytest

from clientplan.render.completeness import missing, read
from clientplan.render.standard import Finish
from clientplan.render.typesetter import typesetter, write

SHEET = {"test": "@page { size: A6 } body { font-family: 'Plan Sans'; overflow-wrap: anywhere }"}


def pages_of(body: str) -> list[str]:
    document, _ = typesetter().lay_out(f"<html lang=en><title>t</title><body>{body}", SHEET)
    return read(write(document, Finish())[0])


@pytest.mark.parametrize(
    "text",
    [
        "office fluffy ﬁne — “quoted”… naïve Ærø Straße",
        "a-word-with-many-hyphens-that-the-line-breaks-after-as-it-likes-and-again-here",
        "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
        "two\nlines and  two spaces",
        "Ελληνικά и кириллица 1 234,50 € 19 → 15 µm²",
        "<b>& &amp;",
        "ọ̀jọ́ Ẹ̀kọ́ Nguyễn Thị Hồng x̌ q̃",
        "O\u2019Brien and O\u02bcBrien",
    ],
)
def test_text_is_found_however_it_was_broken(text: str) -> None:
    escaped = text.replace("&", "&amp;").replace("<", "&lt;")
    assert missing([("here", text)], pages_of(f"<p>{escaped}</p>")) == []


def test_text_that_is_not_there_is_named_by_its_place() -> None:
    pages = pages_of("<p>first</p>")
    assert missing([("one", "first"), ("two", "second")], pages) == ["two"]


def test_text_that_is_there_too_seldom_is_missing() -> None:
    assert missing([("a1.owner", "Ruth"), ("a2.owner", "Ruth")], pages_of("<p>Ruth</p>")) == ["“Ruth” (1 of 2 times)"]
    assert missing([("a1.owner", "Ruth"), ("a2.owner", "Ruth")], pages_of("<p>Ruth</p><p>Ruth</p>")) == []


def test_text_that_goes_on_upon_the_next_page_is_found() -> None:
    text = " ".join(f"word{number}" for number in range(400))
    pages = pages_of(f"<p>{text}</p>")
    assert len(pages) > 1
    assert missing([("long", text)], pages) == []
    assert missing([("long", text.replace("word399", "lost"))], pages) == ["long"]


@pytest.mark.parametrize(
    "body",
    [
        '<p>kept</p><p style="position: absolute; left: 20cm">lost</p>',
        '<p>kept</p><p style="position: absolute; top: -5cm">lost</p>',
        '<p>kept</p><p style="display: none">lost</p>',
    ],
)
def test_what_nobody_can_see_is_missing(body: str) -> None:
    found = missing([("kept", "kept"), ("lost", "lost")], pages_of(body))
    assert found == ["lost"]


def test_nothing_is_never_missing() -> None:
    assert missing([("empty", ""), ("hyphen", "-")], []) == []
