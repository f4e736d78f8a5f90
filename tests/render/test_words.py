from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from enum import StrEnum
from typing import Any

import pytest
from babel import Locale

from clientplan.plan import words as plan_words
from clientplan.render.words import languages, words

PLACE = re.compile(r"\{(\w+)\}")
SECTIONS = {
    "phase": plan_words.Phase,
    "level": plan_words.Level,
    "area": plan_words.Area,
    "progress": plan_words.Progress,
    "action_status": plan_words.ActionStatus,
    "intent": plan_words.Basis,
    "stance": plan_words.Stance,
    "weight": plan_words.Weight,
    "edition": plan_words.Edition,
    "edition_of_page": plan_words.Edition,
}


def entries(table: Any, key: str = "") -> Iterator[tuple[str, str]]:
    """Every text of a language with its key; the forms of a plural under one key."""
    for name, value in table.items():
        if isinstance(value, dict) and "other" not in value:
            yield from entries(value, f"{key}{name}.")
        else:
            for text in value.values() if isinstance(value, dict) else [value]:
                yield f"{key}{name}", text


def test_there_are_five_languages() -> None:
    assert languages() == ("ar", "de", "en", "es", "fr")


@pytest.mark.parametrize("language", languages())
def test_each_language_has_the_keys_and_places_of_english(language: str) -> None:
    def places(name: str) -> dict[str, set[str]]:
        found: dict[str, set[str]] = {}
        for key, text in entries(words(name)._table):  # Arabic says one hour and two hours without a figure
            found.setdefault(key, set()).update(PLACE.findall(text))
        return found

    assert places(language) == places("en")


@pytest.mark.parametrize("language", languages())
def test_plurals_have_the_forms_of_their_language(language: str) -> None:
    needed = Locale.parse(language).plural_form.tags | {"other"}
    counted = {"stops": ("freed", "frees"), "hours": ("count",), "since": ("done", "done_so_far", "overdue", "open")}
    for section, keys in counted.items():
        for key in keys:
            assert set(words(language)._table[section][key]) == needed


@pytest.mark.parametrize(("section", "states"), SECTIONS.items())
def test_every_state_of_a_plan_has_a_word(section: str, states: type[StrEnum]) -> None:
    for state in states:
        assert words("en")(f"{section}.{state.value}")


def test_plurals_follow_the_number() -> None:
    def hours(language: str, number: str) -> str:
        return words(language).count("stops.frees", Decimal(number), count=number)

    assert [hours("en", number) for number in ("1", "1.00", "2", "1.5")] == [
        "1 hour a month",
        "1.00 hour a month",
        "2 hours a month",
        "1.5 hours a month",
    ]
    assert [hours("fr", number) for number in ("1", "1.5", "2")] == [
        "1 heure par mois",
        "1.5 heure par mois",
        "2 heures par mois",
    ]
    assert [hours("es", number) for number in ("1", "1.5", "1000000")] == [
        "1 hora al mes",
        "1.5 horas al mes",
        "1000000 de horas al mes",
    ]
    assert [hours("ar", number) for number in ("1", "2", "3", "11", "100", "1.5")] == [
        "ساعة واحدة شهريًا",
        "ساعتان شهريًا",
        "3 ساعات شهريًا",
        "11 ساعة شهريًا",
        "100 ساعة شهريًا",
        "1.5 ساعة شهريًا",
    ]


@pytest.mark.parametrize(
    ("locale", "language"),
    [("de-AT", "de"), ("fr_CA", "fr"), ("es-MX", "es"), ("ar-EG", "ar"), ("nl-NL", "en"), ("en-US", "en")],
)
def test_a_locale_finds_its_language_or_english(locale: str, language: str) -> None:
    assert words(locale).language == language


def test_the_words_around_page_numbers() -> None:
    assert words("en").parts("page.number", "n", "m") == ("Page ", " of ", "")
    assert words("de").parts("page.number", "n", "m") == ("Seite ", " von ", "")


def test_a_value_in_the_words_is_never_a_place_itself() -> None:
    assert words("en")("intent.client", client="{brand} {0}") == "{brand} {0}"
