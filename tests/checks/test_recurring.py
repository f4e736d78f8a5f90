from __future__ import annotations

import pytest

from clientplan.checks.recurring import recurring


@pytest.mark.parametrize(
    ("locale", "action", "words"),
    [
        ("en", "Call the planner every Thursday", "every Thursday"),
        ("en", "Visit plant 2 each month", "each month"),
        ("en-GB", "Monthly call with the planner", "Monthly"),
        ("en", "The weekly price call", "weekly"),
        ("en", "Call the planner weekly", "weekly"),
        ("en", "Call the planner weekly to agree the slots", "weekly"),
        ("en", "Review orders monthly, with Planning", "monthly"),
        ("en", "Hold a monthly call with the planner", "monthly"),
        ("en", "Run quarterly reviews", "quarterly"),
        ("en", "Send the log to Quality once a week", "once a week"),
        ("en", "Visit plant 2 regularly", "regularly"),
        ("en", "Walk the line every other week", "every other week"),
        ("de", "Den Einkauf jeden Monat anrufen", "jeden Monat"),
        ("de", "Preise monatlich abgleichen", "monatlich"),
        ("de", "Monatliches Gespräch mit dem Einkauf", "Monatliches"),
        ("de", "Regelmäßige Besuche durchführen", "Regelmäßige"),
        ("de", "REGELMÄSSIG anrufen", "REGELMÄSSIG"),
        ("de", "Alle zwei Wochen die Linie ablaufen", "Alle zwei Wochen"),
        ("fr", "Appeler les achats chaque semaine", "chaque semaine"),
        ("fr", "Envoyer le relevé tous les mois", "tous les mois"),
        ("fr", "Réunion mensuelle avec les achats", "mensuelle"),
        ("fr", "La réunion mensuelle", "mensuelle"),
        ("fr", "Tenir une réunion hebdomadaire", "hebdomadaire"),
        ("fr", "Visiter regulierement le site", "regulierement"),
        ("es", "Llamar a compras cada mes", "cada mes"),
        ("es", "Visitar la planta todas las semanas", "todas las semanas"),
        ("es", "Reunión mensual con compras", "mensual"),
        ("es", "Mantener una reunión semanal", "semanal"),
        (None, "Appeler les achats chaque semaine", "chaque semaine"),
        (None, "Monthly call with the planner", "Monthly"),
    ],
)
def test_comes_again_and_again(locale: str | None, action: str, words: str) -> None:
    assert recurring(action, locale) == words


@pytest.mark.parametrize(
    ("locale", "action"),
    [
        ("en", "Agree a weekly call with the planner"),
        ("en", "First agree a call every Thursday"),
        ("en", "Book the annual meeting"),
        ("en", "Explain the monthly figures to Finance"),
        ("en", "Hold the quarterly review in October"),
        ("en", "Stop the monthly slide deck"),
        ("en", "Replace weekly visits with a call every month"),
        ("en", "Chart the lost hours for each week"),
        ("en", "Read every month's log"),
        ("en", "Compare monthly and weekly orders"),
        ("en", "Show the daily output at the line"),
        ("en", "Weigh 200 packs a line"),
        ("en", "Release two night setters a week"),
        ("en", "Pricing of monthly volumes"),
        ("en", "Find the cause of the recurring stops"),
        ("en", "Train every operator"),
        ("en", "Train the first six setters"),
        ("de", "Monatliches Gespräch mit dem Einkauf vereinbaren"),
        ("de", "Jeden Montag einen Termin einrichten"),
        ("de", "Monatliche Bestellungen auswerten"),
        ("de", "Auswertung monatlicher Bestellungen"),
        ("de", "Den monatlichen Bericht erläutern"),
        ("fr", "Convenir d'une réunion mensuelle"),
        ("fr", "Expliquer le rapport mensuel"),
        ("fr", "Analyse des ventes mensuelles"),
        ("es", "Acordar una reunión mensual"),
        ("es", "Explicar el informe mensual"),
        ("es", "Análisis de los pedidos mensuales"),
        ("nl", "Elke week bellen, every week"),
        ("fr", "Call them every week"),
        (None, "Agree a weekly call with the planner"),
        (None, ""),
    ],
)
def test_once(locale: str | None, action: str) -> None:
    assert recurring(action, locale) is None
