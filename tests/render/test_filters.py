"""What escaping doesn't make safe: values in styles, and addresses in links."""

from __future__ import annotations

import pytest

from clientplan.render.filters import colour, is_web, length, url

HOSTILE = ["<script>", "file:///etc/passwd", "http://example.com/", "javascript:alert(1)", "url(x)", "red;}", "", " "]


@pytest.mark.parametrize(
    ("given", "written"),
    [
        ("#1d4e5f", "#1d4e5f"),
        ("#ABC", "#aabbcc"),
        ("teal", "#008080"),
        ("Teal", "#008080"),
        ("rebeccapurple", "#663399"),
    ],
)
def test_a_colour(given: str, written: str) -> None:
    assert colour(given) == written


@pytest.mark.parametrize(
    "given", [*HOSTILE, "#12", "#12345g", "#1d4e5f\n", "rgb(1,2,3)", "hsl(0,0%,0%)", "tael", None, 7]
)
def test_what_is_no_colour(given: object) -> None:
    with pytest.raises(ValueError, match=r"isn't a colour\. Write it like #1d4e5f, or by its CSS name, like teal"):
        colour(given)


@pytest.mark.parametrize(
    ("given", "unit", "written"),
    [
        ("3mm", "", "3mm"),
        (".5em", "", ".5em"),
        (-2, "pt", "-2pt"),
        (1 / 3, "mm", "0.3333mm"),
        (0, "", "0"),
        ("50%", "", "50%"),
    ],
)
def test_a_length(given: object, unit: str, written: str) -> None:
    assert length(given, unit) == written


@pytest.mark.parametrize(
    "given",
    [*HOSTILE, "3", "3 mm", "mm", "3mm;", "calc(1mm)", "1e9mm", "10001mm", "-10001px", float("nan"), float("inf")],
)
def test_what_is_no_length(given: object) -> None:
    with pytest.raises(ValueError, match=r"isn't a length\. Write a number with one of mm, cm, "):
        length(given)


@pytest.mark.parametrize(
    "address", ["https://example.com", "http://example.com/a?b=c#d", "mailto:ruth@example.com", "HTTPS://EXAMPLE.COM/"]
)
def test_an_address_becomes_a_link_and_stays_as_it_was_typed(address: str) -> None:
    assert is_web(address)
    assert url(address) == f'<a href="{address}">{address}</a>'


@pytest.mark.parametrize(
    "text",
    [
        *HOSTILE[:2], "javascript:alert(1)", "JaVaScRiPt:alert(1)", " https://example.com", "https://example.com ",
        "see https://example.com", "https://", "https:example.com", "www.example.com", "mailto:ruth",
        "data:text/html,x", "ftp://example.com", "vbscript:x", "java\nscript:x",
        "https://exa\u202emple.com", "//example.com", "http://[::1",
        "https://example.com/\n", "",
    ],
)  # fmt: skip
def test_anything_else_stays_text(text: str) -> None:
    assert not is_web(text)
    assert "<a" not in url(text)
    assert url(text).unescape() == text


def test_neither_address_nor_text_breaks_out_of_the_markup() -> None:
    shown = url('https://example.com/"><script>', shown="<b>")
    assert shown == '<a href="https://example.com/&#34;&gt;&lt;script&gt;">&lt;b&gt;</a>'
