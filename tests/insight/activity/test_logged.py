from __future__ import annotations

from datetime import date
from typing import Any

import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from clientplan.collect.tables import shaped
from clientplan.insight.activity.logged import last_contacts, logged

SINCE = date(2026, 6, 1)


def log(*rows: dict[str, Any]) -> pd.DataFrame:
    columns = ["activity_id", "client_id", "date", "who", "contact"]
    frame = pd.DataFrame([{"client_id": "A", "date": SINCE, **row} for row in rows], columns=columns)
    return shaped("activities", frame.assign(date=pd.to_datetime(frame["date"])))


def test_from_the_day_on_and_of_these_clients() -> None:
    rows = log({"date": date(2026, 5, 31)}, {"contact": "Kept"}, {"client_id": "B"})
    assert logged(rows, SINCE, only={"A"})["contact"].tolist() == ["Kept"]
    assert len(logged(rows, SINCE)) == 2
    assert logged(rows, SINCE, only=[]).empty


def test_whom_it_was_with_is_the_person_at_the_client() -> None:
    assert logged(log({"who": "Ruth Adeyemi", "contact": "Anita Rao"}), SINCE)["who"].tolist() == ["Anita Rao"]


def test_the_log_names_its_rows_or_their_place_does() -> None:
    rows = log({"date": date(2026, 5, 1)}, {"activity_id": "x7"}, {})
    assert logged(rows, SINCE)["activity_id"].tolist() == ["x7", "row 3"]


def test_a_name_that_stands_twice_names_no_row() -> None:
    rows = log({"activity_id": "x"}, {"activity_id": "y"}, {"activity_id": "x"})
    assert logged(rows, SINCE)["activity_id"].tolist() == ["row 1", "y", "row 3"]


@given(ids=st.lists(st.sampled_from(["a", "b", None]), max_size=12))
def test_each_row_has_a_name_of_its_own(ids: list[str | None]) -> None:
    found = logged(log(*({"activity_id": one} for one in ids)), SINCE)["activity_id"].tolist()
    assert len(set(found)) == len(ids)


@given(days=st.lists(st.tuples(st.sampled_from("AB"), st.integers(1, 30)), max_size=12), until=st.integers(1, 30))
def test_the_last_contact_is_the_latest_day_up_to_then(days: list[tuple[str, int]], until: int) -> None:
    rows = log(*({"client_id": client, "date": date(2026, 9, day)} for client, day in days))
    found = last_contacts(rows, date(2026, 9, until))
    past = [(client, date(2026, 9, day)) for client, day in days if day <= until]
    assert found == {client: max(day for one, day in past if one == client) for client, _ in past}
