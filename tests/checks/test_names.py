from __future__ import annotations

import pytest

from clientplan.checks.names import flaw

ONE_PERSON = """
    Ruth Adeyemi | Jonas Weiß | Ruth | Anne-Marie Et-Tayeb | José Ortega y Gasset | Karl von und zu Guttenberg
    Anna Y Lee | Maria Sales | Dr. Jean-Luc Petit | Ruth Adeyemi (sales and service) | Li Ou | Or Levi | Con O'Neill
    Steven Allen | Tomás Pérez | 王小明 | Pieter van der Berg | M. Tous-Saint | Kim Na Ri | Bent Undset | Ulla Andersen
    Marcus T. Delgado, Jr. | T. Achebe, PMP | Ann Lee, PhD, MBA | Otto Braun III
    Ada Grouper | Jo Stafford | Marek Oder | Ella Personne-Dupont | João d'Almeida e Silva | Sandy Teamson
"""
NO_PERSON = """
    team | Team | The sales team | Sales | SALES | all | Everyone | TBD | tbd. | TBC? | n/a | N.N. | ? | - | … | 007
    we | Account Manager | Head of Sales | key account team | Team Nord | Vertriebsteam | Außendienst | AUSSENDIENST
    alle
    noch offen | Fachabteilung Logistik | l'équipe | équipe achats | Equipe | tous | à définir | A definir | ventes
    todos | equipo comercial | por definir | Ventas | Client | the customer | Project group | Sales & Service Team
"""
SEVERAL_PEOPLE = """
    Ruth Adeyemi, Jonas Weiß | Ruth/Jonas | Ruth / Jonas | Ruth & Jonas | Ruth and Jonas | RUTH AND JONAS
    Ruth + Jonas | Ruth; Jonas | Ruth und Jonas | Anna et Luc | Ana y Luis | Ana López y Luis Pérez | Ruth or Jonas
    Ruth Adeyemi with Jonas | Ruth sowie Jonas | Adeyemi, Ruth
"""


def names(listed: str) -> list[str]:
    return [name.strip() for line in listed.strip().splitlines() for name in line.split(" | ")]


@pytest.mark.parametrize("name", names(ONE_PERSON))
def test_one_person(name: str) -> None:
    assert flaw(name) is None


@pytest.mark.parametrize("name", names(NO_PERSON))
def test_not_a_person(name: str) -> None:
    assert "isn't a person" in str(flaw(name))


@pytest.mark.parametrize("name", names(SEVERAL_PEOPLE))
def test_several_people(name: str) -> None:
    assert "reads as several people" in str(flaw(name))
