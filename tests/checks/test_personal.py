"""What is about a person and not the role, and what only sounds so."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from clientplan import checks
from clientplan.plan.plan import Plan

ANYWHERE = [
    ("en", "Send flowers, his wife is back", "his wife"),
    ("en", "Call before Martin's birthday", "s birthday"),
    ("en", "Martin’s 50th birthday in May", "s 50th birthday"),
    ("en", "She is pregnant until March", "is pregnant"),
    ("en", "Back from parental leave in May", "from parental leave"),
    ("en", "Paul was diagnosed with diabetes", "was diagnosed with"),
    ("en", "HER HUSBAND WORKS AT NORDWELL", "HER HUSBAND"),
    ("en", "Deliver to her home address", "her home address"),
    ("en", "He goes to church with the owner", "goes to church"),
    ("en", "Is a union member", None),
    ("en", "Is off sick until May", "off sick"),
    ("de", "Seine Frau arbeitet bei Nordwell", "Seine Frau"),
    ("de", "Ist bis März in Elternzeit", "in Elternzeit"),
    ("de", "Zum Geburtstag gratulieren", "Zum Geburtstag gratulieren"),
    ("de", "Ist krankgeschrieben", "Ist krankgeschrieben"),
    ("de", "Muster an die Privatadresse schicken", "Privatadresse"),
    ("fr", "Sa femme travaille chez Nordwell", "Sa femme"),
    ("fr", "Elle est enceinte", "est enceinte"),
    ("fr", "En arrêt maladie jusqu'en mai", "En arrêt maladie"),
    ("es", "Su mujer trabaja en Nordwell", "Su mujer"),
    ("es", "Está embarazada", "Está embarazada"),
    ("es", "De baja por maternidad", "De baja por maternidad"),
    (None, "Sa femme travaille chez Nordwell", "Sa femme"),
]
ON_A_PERSON = [
    ("en", "Birthday 3 May", "Birthday"),
    ("en", "Two children, plays golf", "Two children"),
    ("en", "Divorced", "Divorced"),
    ("en", "Had cancer in 2024", "Had cancer"),
    ("en", "Lives in Selby", "Lives in"),
    ("en", "Catholic", "Catholic"),
    ("de", "Geburtstag am 3. Mai", "Geburtstag"),
    ("de", "verheiratet, zwei Kinder", "verheiratet"),
    ("de", "Gewerkschaftsmitglied", "Gewerkschaftsmitglied"),
    ("fr", "Anniversaire le 3 mai", "Anniversaire"),
    ("fr", "Mariée, deux enfants", "Mariée"),
    ("es", "Cumpleaños el 3 de mayo", "Cumpleaños"),
    ("es", "Divorciado", "Divorciado"),
]
BUSINESS = [
    ("en", "A family business in its third year"),
    ("en", "His family owns the plant"),
    ("en", "His family business buys from us"),
    ("en", "Win the health care division"),
    ("en", "Head of Health & Safety signs"),
    ("en", "Healthy margins on line 4"),
    ("en", "Film for birthday cakes"),
    ("en", "Deliver to the children's clinic"),
    ("en", "The trade union contract partner signs"),
    ("en", "A third-party audit; both parties sign"),
    ("en", "The birth of the second line"),
    ("en", "His son takes over in 2027"),
    ("en", "Her number stands in the minutes"),
    ("en", "Harrow & Son renew"),
    ("en", "A daughter company in Poland"),
    ("en", "It's a children's range"),
    ("en", "Parental leave forms go through the portal"),
    ("en", "Cut sick leave on line 2 from 7 to 5 %"),
    ("en", "The maternity ward uses 40 boxes a week"),
    ("en", "A single parent company holds both"),
    ("en", "The Church Street plant"),
    ("en", "Partner meeting of the Conservatory"),
    ("en", "Healthcare is ill prepared for the winter"),
    ("en", "Diagnostics; cancer research unit"),
    ("en", "Married to the old film"),
    ("en", "Their home market is Selby"),
    ("en", "Her home office day is Friday"),
    ("de", "Frau Seidl entscheidet"),
    ("de", "Ihre Tochter in Polen kauft mit"),
    ("de", "Seine Familie hält 40 %"),
    ("de", "Das Familienunternehmen in dritter Generation"),
    ("de", "Herr Krebs zeichnet mit"),
    ("de", "Die Produktfamilie Salate"),
    ("de", "Gesundheitswesen und Krankenhäuser"),
    ("de", "Der Gehalt an Salz"),
    ("de", "Das behindert die Linie"),
    ("fr", "Sa famille de produits"),
    ("fr", "Sa santé financière"),
    ("fr", "L'enceinte de l'usine"),
    ("fr", "Sa fille reprend la direction"),
    ("fr", "Une entreprise familiale"),
    ("es", "Una empresa familiar"),
    ("es", "Su familia de productos"),
    ("es", "Su salud financiera"),
    ("es", "El hospital católico compra"),
    ("nl", "Zijn vrouw, his wife"),
    ("fr", "The Wife of Bath, his wife"),
]


@pytest.fixture
def said(plan_with: Callable[[Any], Plan]) -> Callable[..., list[str]]:
    def find(locale: str | None, **text: Any) -> list[str]:
        plan = plan_with(
            {"locale": locale, "people": [{"name": "Martin Oakes", "note": text.pop("note", "-")}], **text}
        )
        found = checks.run(plan, today=date(2026, 9, 15), only={"CP903"})
        return [finding.message.split("“")[1].split("”")[0] for finding in found]

    return find


@pytest.mark.parametrize(("locale", "text", "words"), ANYWHERE)
def test_of_somebody_wherever_it_is_written(
    locale, text: str, words: str | None, said: Callable[..., list[str]]
) -> None:
    assert said(locale, notes=text) == ([words] if words else ["Is a union member"])
    assert said(locale, note=text)


@pytest.mark.parametrize(("locale", "text", "words"), ON_A_PERSON)
def test_single_words_in_a_note_on_a_person(locale, text: str, words: str, said: Callable[..., list[str]]) -> None:
    assert words in said(locale, note=text)


@pytest.mark.parametrize(("locale", "text"), [("en", "Birthday 3 May"), ("de", "Geburtstag"), ("fr", "Anniversaire")])
def test_a_single_word_elsewhere_may_be_what_they_sell(locale: str, text: str, said: Callable[..., list[str]]) -> None:
    assert said(locale, notes=text) == []


@pytest.mark.parametrize(("locale", "text"), BUSINESS)
def test_business(locale, text: str, said: Callable[..., list[str]]) -> None:
    assert said(locale, notes=text, note=text) == []


def test_names_roles_and_reasons_are_not_read(said: Callable[..., list[str]]) -> None:
    wife = "His wife"
    found = said(
        "en",
        client={"name": wife, "industry": wife},
        manager=wife,
        checks_off={"CP204": wife},
        people=[{"name": wife, "role": wife, "contact": wife}],
        reviews=[{"when": "2026-02-03", "by": wife}],
    )
    assert found == []
