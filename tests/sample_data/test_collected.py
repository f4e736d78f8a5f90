"""`collect` reads everything in the exports that is meant to be read, and sets aside what the README names."""

from __future__ import annotations

import shutil
from collections import Counter
from datetime import date

import pytest

from clientplan import paths
from clientplan.collect.read import Collected, read


@pytest.fixture(scope="module")
def collected(tmp_path_factory: pytest.TempPathFactory) -> Collected:
    """Read as a workspace holds them: in one folder, each file with its CRM's name before its own."""
    folder = tmp_path_factory.mktemp("incoming")
    for path in (paths.sample_data() / "exports").glob("*/*.*"):
        shutil.copyfile(path, folder / f"{path.parent.name}-{path.name}")
    return read(sorted(folder.iterdir()), currency="EUR", today=date(2026, 9, 15))


def test_all_files_are_read(collected) -> None:
    assert collected.report.failures == []
    assert Counter(file.table for file in collected.report.files) == {
        "clients": 3,
        "people": 3,
        "activities": 3,
        "opportunities": 3,
        "revenue": 2,
    }


def test_every_client_and_person(collected, exports) -> None:
    clients = collected.tables["clients"]
    assert dict(zip(clients["client_id"], clients["name"], strict=True)) == exports.clients
    people = collected.tables["people"]
    assert set(zip(people["client_id"], people["name"], strict=True)) == {
        (client, name) for client, names in exports.people.items() for name in names
    }


def test_every_cent_of_revenue(collected, exports) -> None:
    rows = collected.tables["revenue"]
    read_ = Counter(
        zip(rows["client_id"], rows["date"].dt.date, rows["amount"].round(2), rows["currency"], strict=True)
    )
    assert read_ == Counter(
        (one.client, one.day, float(one.amount), one.currency) for one in exports.revenue if one.client
    )


def test_every_activity_with_its_minutes(collected, exports) -> None:
    rows = collected.tables["activities"]
    minutes = (
        None if missing else value for value, missing in zip(rows["minutes"], rows["minutes"].isna(), strict=True)
    )
    read_ = Counter(zip(rows["client_id"], rows["date"].dt.date, rows["kind"], rows["who"], minutes, strict=True))
    meant = (one for one in exports.activities if one.client)
    assert read_ == Counter((one.client, one.day, one.kind, one.who, one.minutes) for one in meant)


def test_every_opportunity_and_order(collected, exports) -> None:
    deals = collected.tables["opportunities"]
    sold = deals[deals["source"].str.startswith("hubspot-deals.csv") & deals["name"].str.contains(r"\(\d{5}\)$")]
    assert len(sold) == sum(one.client.isdigit() for one in exports.revenue) == 487
    assert len(deals) - len(sold) == 28
    assert deals["close_date"].notna().all()


def test_exactly_the_careless_rows_are_set_aside(collected) -> None:
    assert sorted((one.file, one.column, one.value) for one in collected.report.set_aside) == [
        ("excel-Kunden_DACH.xlsx", "Datum", "KW 23"),
        ("excel-Umsatz.csv", "Belegdatum", "31.11.2025"),
        ("excel-Umsatz.csv", "Kunde", "Summe"),
        ("hubspot-activities.csv", "Activity Date", ""),
        ("hubspot-deals.csv", "Associated Company IDs", ""),
        ("salesforce-activities.csv", "Company / Account", ""),
        ("salesforce-activities.csv", "Date", "31/06/2025"),
        ("salesforce-invoices.csv", "Amount", "tbc"),
    ]
