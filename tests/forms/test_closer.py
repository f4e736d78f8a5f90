from __future__ import annotations

from datetime import date

import pandas as pd
import pytest

from clientplan.collect.tables import TABLES, empty, shaped
from clientplan.forms.closer import ClientPanel, Closer
from clientplan.forms.collected import client_of, known_clients, lines, tables
from clientplan.forms.desk import Desk
from clientplan.forms.text import NONE
from clientplan.plan.plan import Client, Plan
from clientplan.workspace import Workspace

TODAY = date(2026, 9, 15)


@pytest.fixture
def found() -> dict[str, pd.DataFrame]:
    rows = {name: empty(name) for name in TABLES}
    sold = {"client_id": ["1", "1", "2"], "currency": ["EUR", "GBP", "EUR"], "amount": [1200.0, -30.0, 9.0]}
    rows["revenue"] = shaped("revenue", pd.DataFrame({**sold, "date": pd.to_datetime(["2026-08-03"] * 3)}))
    met = {"client_id": ["1"], "date": pd.to_datetime(["2026-09-01"]), "minutes": [None], "subject": ["<b>"]}
    rows["activities"] = shaped("activities", pd.DataFrame(met))
    return rows


def test_each_currency_has_its_own_figures(found: dict[str, pd.DataFrame]) -> None:
    closer = Closer.of(found, "1", TODAY)
    assert list(closer.revenue) == ["EUR", "GBP"]
    assert closer.revenue["EUR"][-1] == ("Aug 2026", 1200.0)
    assert "Aug 2026  1,200 EUR" in closer.words()
    assert "Aug 2026  -30 GBP" in closer.words()


def test_what_is_missing_is_a_dash_and_text_is_escaped(found: dict[str, pd.DataFrame]) -> None:
    closer = Closer.of(found, "1", TODAY)
    assert closer.activities == [("1 Sep 2026", NONE, "<b>", NONE, NONE)]
    assert "<td>&lt;b&gt;</td>" in closer.markup()


def test_a_client_without_anything_is_said(found: dict[str, pd.DataFrame]) -> None:
    closer = Closer.of(found, "3", TODAY)
    assert closer.words() == ["No revenue in these months.", "No activities.", "No people."]
    assert "No revenue in the last 24 full months." in closer.markup()


def test_it_opens_on_the_clients_of_the_plan(desk: Desk) -> None:
    panel = ClientPanel(desk)
    assert panel.client.widget.chosen == "Confiserie Aubrelle"
    assert "Hélène Garnier-Roux" in panel.words()
    assert "<svg" in panel._shown.value
    panel.client.widget.value = None
    assert panel._shown.value == ""
    assert panel.words() == "Choose a client."


def test_the_plans_client_is_found_by_id_then_by_the_only_name(small_plan: Plan) -> None:
    known = pd.DataFrame({"client_id": ["1", "2", "3", "4"], "name": ["Harrow Foods", "A", "Twice", "Twice"]})

    def named(name: str, client: str | None = None) -> Plan:
        return small_plan.replace(client=Client(name=name, id=client))

    assert client_of(named("Anything", "2"), known) == "2"
    assert client_of(named("harrow foods"), known) == "1"
    assert client_of(named("Harrow Foods", "gone"), known) == "1"
    assert client_of(named("Twice"), known) is None
    assert client_of(named("Nobody"), known) is None


def test_clients_are_only_suggested_once_something_was_read(desk: Desk) -> None:
    assert known_clients(desk.workspace) == []
    assert tables(desk.workspace) is not None
    assert len(known_clients(desk.workspace)) == 12


def test_clients_are_suggested_as_the_tables_have_them(collected_sample: Workspace) -> None:
    """Read in another way, since that is faster; so the two are held together."""
    found = tables(collected_sample)
    assert found is not None
    rows = [(one.name, one.client_id, one.industry) for one in lines(found["clients"]) if one.name]
    assert [(one.name, one.id, one.industry) for one in known_clients(collected_sample)] == rows
