"""The portfolio is what its README says it is."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from decimal import Decimal
from statistics import median

import pytest

from clientplan import paths

BUILD = {"Harrow & Finch", "Cafés Montrival", "Käserei Oberwinkl", "Lüdering Getränke GmbH"}
MAINTENANCE = {
    "Penmarrow Dairies",
    "Ostlake Nutrition",
    "Laiterie Hautes-Rives",
    "Dunmara Seafoods",
    "Möhrlin Feinkost GmbH",
}
EROSION = {"Thornwick Provisions", "Confiserie Aubrelle", "Tannhofer Backwaren KG"}
MONTHS = [f"{2023 + (8 + n) // 12}-{(8 + n) % 12 + 1:02}" for n in range(36)]  # 2023-09 to 2026-08


def ids(exports, names: set[str]) -> list[str]:
    found = [client for client, name in exports.clients.items() if name in names]
    assert len(found) == len(names)
    return found


def test_twelve_clients_with_three_to_six_people_each(exports) -> None:
    assert set(exports.clients.values()) == BUILD | MAINTENANCE | EROSION
    assert len(exports.clients) == 12
    assert exports.people.keys() == exports.clients.keys()
    assert all(3 <= len(names) <= 6 for names in exports.people.values())


def test_two_currencies_one_a_client(exports) -> None:
    used = {(one.client, one.currency) for one in exports.revenue}
    assert Counter(currency for _, currency in used) == {"GBP": 4, "EUR": 8}


@pytest.mark.parametrize("names", [MAINTENANCE | EROSION])
def test_36_months_of_revenue_for_whoever_has_been_a_client_so_long(exports, names: set[str]) -> None:
    stopped = ids(exports, {"Thornwick Provisions"})
    for client in ids(exports, names):
        months = exports.months(client)
        assert [month for month in MONTHS if month not in months] == (["2026-08"] if client in stopped else [])
    assert max(one.day for one in exports.revenue) == date(2026, 9, 14)


def test_build_clients_first_bought_less_than_a_year_ago(exports) -> None:
    for client in ids(exports, BUILD):
        first = min(one.day for one in exports.revenue if one.client == client)
        assert date(2025, 9, 15) < first < date(2026, 3, 1)
        assert exports.total(client, "2026-08", "2026-08") > 5_000


def test_eroding_clients_bring_under_70_percent_of_the_year_before(exports) -> None:
    for client in ids(exports, EROSION):
        for first, last in (("06", "08"), ("05", "07")):  # at two monthly looks in a row
            before = exports.total(client, f"2025-{first}", f"2025-{last}")
            assert exports.total(client, f"2026-{first}", f"2026-{last}") < before * Decimal("0.7")


def test_maintained_clients_stay_within_a_tenth(exports) -> None:
    for client in ids(exports, MAINTENANCE):
        before = exports.total(client, "2025-06", "2025-08")
        assert abs(exports.total(client, "2026-06", "2026-08") / before - 1) < Decimal("0.1")


def test_one_of_them_erodes_under_a_green_light(exports) -> None:
    [client] = ids(exports, {"Laiterie Hautes-Rives"})
    months = exports.months(client)
    against = [months[f"2026-{month:02}"] / months[f"2025-{month:02}"] for month in range(1, 9)]
    assert min(against) > Decimal("0.95")
    assert against[3:] == sorted(against[3:], reverse=True)
    assert max(against[3:]) < Decimal("0.985")
    to_date = exports.total(client, "2026-01", "2026-08") / exports.total(client, "2025-01", "2025-08")
    assert Decimal("0.97") < to_date < Decimal("0.99")


def test_its_contact_has_narrowed_to_one_person(exports) -> None:
    [client] = ids(exports, {"Laiterie Hautes-Rives"})

    def share(first: date, last: date) -> float:
        seen = [
            one.contact == "Océane Pernet"
            for one in exports.activities
            if one.client == client and first <= one.day <= last
        ]
        assert len(seen) > 20
        return sum(seen) / len(seen)

    assert share(date(2025, 3, 15), date(2025, 11, 30)) < 0.25
    assert share(date(2026, 4, 1), date(2026, 9, 14)) > 0.75


def test_revenue_is_seasonal_and_lumpy_and_has_credit_notes(exports) -> None:
    [sweets] = ids(exports, {"Confiserie Aubrelle"})
    months = exports.months(sweets)
    assert all(months[f"{year}-10"] > months[f"{year}-06"] * Decimal("1.4") for year in (2024, 2025))
    [lumpy] = ids(exports, {"Ostlake Nutrition"})
    months = exports.months(lumpy)
    assert sum(amount > 2 * median(months.values()) for amount in months.values()) >= 5
    assert len([one for one in exports.revenue if one.amount < 0]) == 10


def test_18_months_of_activities_of_five_kinds_some_untimed(exports) -> None:
    days = [one.day for one in exports.activities]
    assert date(2025, 3, 15) <= min(days)
    assert max(days) <= date(2026, 9, 14)
    assert {f"{day:%Y-%m}" for day in days} == {f"2025-{n:02}" for n in range(3, 13)} | {
        f"2026-{n:02}" for n in range(1, 10)
    }
    assert {one.client for one in exports.activities} >= exports.clients.keys()
    assert len({one.kind for one in exports.activities}) == 5 + 1 + 5  # "Site Visit" and "Site visit"; German names
    timed = [one.minutes is not None for one in exports.activities if one.kind not in {"Email", "E-Mail"}]
    assert 0.7 < sum(timed) / len(timed) < 0.9
    assert all(one.minutes > 0 for one in exports.activities if one.minutes is not None)
    assert {one.minutes for one in exports.activities if one.kind in {"Email", "E-Mail"}} == {None}


def test_notes_are_in_three_languages_and_varied(exports) -> None:
    words = {"en": r"\b(the|and)\b", "de": r"\b(und|die|der|mit)\b", "fr": r"\b(est|les|avec|une)\b"}
    found = {name: sum(bool(re.search(word, one.text)) for one in exports.activities) for name, word in words.items()}
    assert all(count > 60 for count in found.values()), found
    texts = " ".join(one.text for one in exports.activities)
    assert set("äöüßéèàê") <= set(texts)
    assert len({one.text for one in exports.activities}) > 0.75 * len(exports.activities)
    assert not re.search(r"[{}]|\.\.|\bde [AEIOUÉ]\w+ (avant|et)", texts)


def test_contacts_are_people_of_that_client(exports) -> None:
    named = {client: {_plain(name) for name in names} for client, names in exports.people.items()}
    strangers = {
        one.contact for one in exports.activities if one.client and _plain(one.contact) not in named[one.client]
    }
    assert strangers == set()


def test_nobody_works_at_weekends(exports) -> None:
    assert {one.day.weekday() for one in exports.activities} == set(range(5))
    assert {one.day.weekday() for one in exports.revenue} == set(range(5))


def test_small_and_without_real_addresses() -> None:
    files = [path for path in (paths.sample_data() / "exports").rglob("*.*") if path.is_file()]
    assert sum(path.stat().st_size for path in files) < 2_000_000
    contacts = (paths.sample_data() / "exports" / "hubspot" / "contacts.csv").read_text(encoding="utf-8")
    addresses = re.findall(r"[^\s\",]+@[^\s\",]+", contacts)
    assert len(addresses) == 15
    assert all(address.endswith(".example") for address in addresses)


def _plain(name: str) -> str:
    return name.removeprefix("Dr. ")
