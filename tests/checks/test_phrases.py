from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clientplan.checks.language import languages
from clientplan.checks.phrases import Phrases
from clientplan.checks.spelling import fold, in_text, words
from clientplan.checks.unsaid import unsaid

SOME = Phrases.of(
    ["win win", "win win partnership", "ganzheitlich*", "his|her * wife", "one-stop shop"], ["ein ganzheitlich*"]
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("A WIN–WIN, a win/win and a win win", ["WIN–WIN", "win/win", "win win"]),
        ("a win-win partnership", ["win-win partnership"]),
        ("Ganzheitliches Denken", ["Ganzheitliches"]),
        ("We win. Win-back follows", []),
        ("We win\nwin", []),
        ("winwin, twin win, win winner", []),
        ("his second wife, her wife", ["his second wife"]),
        ("a one‐stop shop", ["one‐stop shop"]),
        ("Ein ganzheitliches Bild, ganzheitlich", ["ganzheitlich"]),
        ("win", []),
        ("", []),
    ],
)
def test_whole_words_as_they_were_written(text: str, found: list[str]) -> None:
    assert SOME.found(text) == found


def test_the_place_is_right_where_folding_changes_the_length() -> None:
    text = "Straße ﬁt ÉTÉ"
    assert [text[word.start : word.end] for word in words(text)] == ["Straße", "ﬁt", "ÉTÉ"]
    assert [word.folded for word in words(text)] == ["strasse", "fit", "ete"]


@pytest.mark.parametrize(
    "text", [None, "", "?", "…", "TBD", "tbd.", "n/a", "-" * 60, "N. N.", "noch offen", "À définir", "por definir"]
)
def test_keeps_a_place_and_says_nothing(text: str | None) -> None:
    assert unsaid(text)


@pytest.mark.parametrize("text", ["Growth", "Open three plants", "1", "成長", "TBD with Martin"])
def test_says_something(text: str) -> None:
    assert not unsaid(text)


@pytest.mark.parametrize("code", ["de", "en", "es", "fr"])
def test_the_phrases_are_filled(code: str) -> None:
    language = languages()[code]
    assert len(language.empty.listed) >= 30
    assert len(language.months) >= 20
    for phrases in (language.confirming, language.recurring, language.personal, language.private):
        assert len(phrases.listed) + len(phrases.begun) >= 8
    assert all(word == fold(word) for word in language.unsaid | language.months | language.rhythms | language.once)


PIECES = [
    "win",
    "WIN",
    "partnership",
    "a",
    "his",
    "’s",
    "wife",
    "ganzheitlich",
    "ganzheitliches",
    "½",
    "stop",
    ".",
    "-",
]


@given(st.lists(st.sampled_from(PIECES)).map(" ".join))
def test_the_quick_look_misses_nothing(text: str) -> None:
    assert in_text(text) - {""} == {word.folded for word in words(text)}
    assert SOME._may_stand(in_text(text)) or not list(SOME.places(text))
