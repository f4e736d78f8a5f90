from __future__ import annotations

import pytest

from clientplan.checks.language import fold, languages, spoken
from clientplan.checks.vague import vague_verb


@pytest.mark.parametrize(
    ("locale", "sentence", "verb"),
    [
        ("en-GB", "Improve service", "Improve"),
        ("en", "“Improve service”", "Improve"),
        ("en", "We'll jointly explore new markets", "explore"),
        ("en", "To continue strengthening the bond", "strengthening"),
        ("en", "Improvement of the ordering process", "Improvement"),
        ("en", "Improve the B2B portal by Q3 2027", "Improve"),
        ("en", "Improve service in 2026/27", "Improve"),
        ("en", "Improve service by 31.12.2026.", "Improve"),
        ("en", "Improve SAP S/4HANA reporting", "Improve"),
        ("en", "Improve service by 30 June", "Improve"),
        ("en", "Improve service by June 30.", "Improve"),
        ("en", "Improve service by the 1st of Sept. 2026", "Improve"),
        ("en", "Improve service (1–15 JUNE)", "Improve"),
        ("de", "Service verbessern bis 30. Juni", "verbessern"),
        ("fr", "Améliorer le service avant le 1er juillet", "Améliorer"),
        ("fr", "Améliorer le service pour le 30 AOUT", "Améliorer"),
        ("es", "Mejorar el servicio antes del 30 de junio", "Mejorar"),
        ("en", "The relationship strengthens", "strengthens"),
        ("de", "Wir verbessern die Lieferung", "verbessern"),
        ("de-AT", "Stärkung der Beziehung", "Stärkung"),
        ("de", "Die Beziehung stärken und ausbauen", "stärken"),
        ("de", "Deutliche Verbesserung der Qualität", "Verbesserung"),
        ("de", "Die Zusammenarbeit wird vertieft, damit alle gewinnen", "vertieft"),
        ("fr-FR", "L'amélioration de la relation", "amélioration"),
        ("fr", "Améliorer la qualité", "Améliorer"),
        ("fr", "La relation se renforce", "renforce"),
        ("es", "Seguir mejorando", None),
        ("es", "La mejora del servicio", "mejora"),
        ("es_ES", "Optimización del servicio", "Optimización"),
        (None, "Améliorer la qualité", "Améliorer"),
        ("en", "Améliorer la qualité", None),
        ("nl", "Verbeteren van de service, Improve", None),
    ],
)
def test_the_verb_that_leaves_open_how_much(locale: str | None, sentence: str, verb: str | None) -> None:
    assert vague_verb(sentence, locale) == verb


@pytest.mark.parametrize(
    ("locale", "sentence"),
    [
        ("en", ""),
        ("en", "Cut late deliveries"),
        ("en", "Win the improved contract"),
        ("en", "Sign the plan to improve service"),
        ("en", "Improve on-time delivery to 97%"),
        ("en", "Improve delivery to 48h"),
        ("en", "Improve 32 June orders"),
        ("en", "Improve delivery to 30 in June"),
        ("en", "Improve delivery in June 30 % of the time"),
        ("en", "Improve service so that 20 may follow"),
        ("en", "Improve service to 97 % by 30 June"),
        ("de", "30 Linien verbessern bis 30. Juni"),
        ("fr", "Améliorer 30 lignes en juin"),
        ("es", "Mejorar 30 de las líneas en junio"),
        ("en", "Grow spend by €40k and improve margin"),
        ("en", "Improve delivery in half the lines"),
        ("en", "Halve what we waste and support them"),
        ("en", "Helpdesk moved to our plant"),
        ("de", "Zwei Prüfungen bestehen, um den Ablauf zu verbessern"),
        ("de", "Die Stärken des Teams benennen"),
        ("de", "Pflege-Wiki in jeder Station im Einsatz"),
        ("en", "Support tickets closed the same day"),
        ("en", "Work orders closed within a shift"),
        ("de", "Die Lieferzeit auf 3 Tage verbessern"),
        ("de", "Den Auftrag zu verbessern bestätigen"),
        ("fr", "Signer le contrat pour améliorer la qualité"),
        ("es", "Firmar el contrato de mejora continua"),
    ],
)
def test_no_fault_is_found(locale: str, sentence: str) -> None:
    assert vague_verb(sentence, locale) is None


def test_there_are_four_languages() -> None:
    assert set(languages()) == {"de", "en", "es", "fr"}


@pytest.mark.parametrize("code", ["de", "en", "es", "fr"])
def test_the_lists_are_filled_and_folded(code: str) -> None:
    language = languages()[code]
    for words in (language.vague, language.vague_inside, language.numbers, language.nobody, language.groups):
        assert len(words) >= 7
        assert all(word and word == fold(word) for word in words)
    assert not language.vague & language.openers
    assert not language.vague_inside & language.asides


def test_no_vague_verb_is_an_opener_or_a_number_while_the_language_is_open() -> None:
    assert len(list(spoken(None))) == 4
    assert [list(spoken(locale)) for locale in ("nl", "pt-BR")] == [[], []]
