from __future__ import annotations

from base64 import b64decode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clientplan.forms.pieces import Piece, heading, nothing, picture, rows, sentences
from clientplan.insight.plots import risks
from clientplan.insight.plots.risks import listed

BAD = "<b>Harrow</b> & Finch"
SAFE = "&lt;b&gt;Harrow&lt;/b&gt; &amp; Finch"


@pytest.mark.parametrize(
    "piece", [heading(BAD), nothing(BAD), sentences([BAD]), rows(("Client",), [(BAD,)]), rows((BAD,), [("x",)])]
)
def test_words_stay_words_and_markup_escapes_them(piece: Piece) -> None:
    assert BAD in piece.words
    assert SAFE in piece.markup
    assert BAD not in piece.markup


def test_sentences_are_one_a_line() -> None:
    piece = sentences(["One.", "Two."])
    assert piece.words == "One.\nTwo."
    assert piece.markup == '<ul class="cp-told"><li>One.</li><li>Two.</li></ul>'


def test_a_table_aligned_and_with_its_figures_marked() -> None:
    piece = rows(("Client", "Hours"), [("Harrow", "12"), ("F", "7.5")], frozenset({1}))
    assert piece.words == "Client  Hours\nHarrow     12\nF         7.5"
    assert piece.markup.count('class="cp-figure"') == 3
    assert "<caption>" not in piece.markup


@given(st.lists(st.tuples(st.text(), st.text()), max_size=5))
def test_nobodys_text_becomes_a_tag(found: list[tuple[str, str]]) -> None:
    for piece in (rows(("a", "b"), found), sentences([text for row in found for text in row])):
        without = piece.markup
        for mark in ("div", "table", "thead", "tbody", "tr", "td", "th", "ul", "li"):
            without = without.replace(f"</{mark}>", "").replace(f"<{mark}>", "").replace(f"<{mark} ", "")
        assert "<" not in without


def test_a_picture_is_a_png_that_says_what_it_shows() -> None:
    plot = risks(listed([]).rename_axis("client"), sentence='“Up” & "down"')
    piece = picture(plot)
    assert piece.words == plot.sentence
    assert 'alt="“Up” &amp; &quot;down&quot;"' in piece.markup
    source = piece.markup.split("data:image/png;base64,")[1].split('"')[0]
    assert b64decode(source, validate=True).startswith(b"\x89PNG")
