from __future__ import annotations

from datetime import date

from clientplan.plan.plan import Plan
from clientplan.render.in_force import Entry, in_force

TODAY = date(2026, 9, 15)


def entry(name: str, client: str, first: date, last: date, crm: str | None = None) -> Entry:
    found = Plan.model_validate(
        {"schema": 1, "client": {"name": client, "id": crm}, "period": {"first": first, "last": last}}
    )
    return Entry(name, found)


def year(name: str, number: int, client: str = "Harrow", crm: str | None = None) -> Entry:
    return entry(name, client, date(number, 1, 1), date(number, 12, 31), crm)


def split(*entries: Entry) -> tuple[list[str], list[str]]:
    shown, others = in_force(entries, TODAY)
    return [one.name for one in shown], [one.name for one in others]


def test_the_plan_whose_period_today_is_in() -> None:
    assert split(year("old", 2025), year("now", 2026), year("next", 2027)) == (["now"], ["next", "old"])


def test_the_next_one_where_none_is_in_force_and_else_the_last() -> None:
    assert split(year("old", 2024), year("far", 2028), year("next", 2027)) == (["next"], ["far", "old"])
    assert split(year("older", 2023), year("old", 2025)) == (["old"], ["older"])


def test_of_two_in_force_the_one_that_began_later() -> None:
    half = entry("half", "Harrow", date(2026, 7, 1), date(2026, 12, 31))
    assert split(year("whole", 2026), half) == (["half"], ["whole"])


def test_a_client_is_one_by_the_id_of_the_crm_else_by_name() -> None:
    assert split(year("a", 2026, "Harrow", "1"), year("b", 2025, "Harrow & Finch", "1")) == (["a"], ["b"])
    assert split(year("a", 2026, "Harrow", "1"), year("b", 2025, "Harrow", "2")) == (["a", "b"], [])
    assert split(year("a", 2026, "HARROW"), year("b", 2025, "Harrow")) == (["a"], ["b"])
