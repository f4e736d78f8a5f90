from __future__ import annotations

from xml.etree.ElementTree import fromstring, tostring

import pytest

from clientplan.render.directions import direction, settle


def settled(html: str) -> str:
    root = fromstring(html)  # noqa: S314  # of ours
    settle(root, html)
    return tostring(root, encoding="unicode")


@pytest.mark.parametrize(
    ("text", "found"),
    [("12 شركة Ltd", "rtl"), ("(a) شركة", "ltr"), ("שלום", "rtl"), ("12.5 %", None), ("", None), ("中文", "ltr")],
)
def test_the_first_letter_tells_the_direction(text: str, found: str | None) -> None:
    assert direction(text) == found


def test_isolated_texts_and_blocks_get_their_own() -> None:
    page = (
        '<html dir="rtl"><p dir="auto">One, <bdi>شركة</bdi></p>'
        '<p dir="auto">شركة <bdi>Ltd.</bdi></p><bdi>34</bdi></html>'
    )
    assert settled(page) == (
        '<html dir="rtl"><p dir="ltr">One, <bdi dir="rtl">شركة</bdi></p>'
        '<p dir="rtl">شركة <bdi dir="ltr">Ltd.</bdi></p><bdi dir="rtl">34</bdi></html>'
    )


def test_a_cell_keeps_its_side_and_its_text_is_turned() -> None:
    cells = '<html dir="rtl"><td dir="auto">Ltd. <b>x</b></td><td dir="auto">شركة</td></html>'
    assert settled(cells) == '<html dir="rtl"><td><bdi dir="ltr">Ltd. <b>x</b></bdi></td><td>شركة</td></html>'


def test_what_is_said_is_kept() -> None:
    assert (
        settled('<html dir="rtl"><bdi dir="ltr">شركة</bdi></html>')
        == '<html dir="rtl"><bdi dir="ltr">شركة</bdi></html>'
    )


def test_a_page_without_such_letters_is_left_alone() -> None:
    assert settled('<html><td dir="auto">a</td></html>') == '<html><td dir="auto">a</td></html>'


def test_there_nothing_needs_to_be_isolated() -> None:
    page = '<html><p><bdi>a</bdi> · <b>b</b><bdi>c</bdi>, <bdi class="x">d</bdi><bdi><b>e</b></bdi></p></html>'
    assert settled(page) == '<html><p>a · <b>b</b>c, <bdi class="x">d</bdi><bdi><b>e</b></bdi></p></html>'
