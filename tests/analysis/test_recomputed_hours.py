"""Hours of the sample and what they are worth, worked out again from the rows of the tables and of the plans."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from itertools import zip_longest
from typing import Any

import pytest

from clientplan.analysis.portfolio import Portfolio
from clientplan.checks.response import response

Raw = Any  # of conftest.py
TODAY = date(2026, 9, 15)
QUARTER, YEAR = timedelta(days=90), timedelta(days=363)  # before today, which counts too
POUND = Decimal("1.17")  # sample_data/clientplan.toml
USUAL = {  # where nobody has judged: none, half, half more, saturation
    "build": (0.10, 0.35, 1.80, 3.00),
    "maintenance": (0.55, 0.80, 1.05, 1.10),
    "erosion": (0.40, 0.70, 1.15, 1.45),
}


def recent(raw: Raw, client: str) -> list[dict[str, str]]:
    """Activities of the last 91 days."""
    first = (TODAY - QUARTER).isoformat()
    return [row for row in raw.activities if row["client_id"] == client and first <= row["date"] <= TODAY.isoformat()]


def timed(rows: list[dict[str, str]]) -> float:
    return sum(float(row["minutes"]) for row in rows if row["minutes"]) / 60


def worth(raw: Raw, client: str) -> float:
    """The result of the last 52 weeks in euros."""
    sold = raw.sold(client, TODAY - YEAR, TODAY)
    return float(sold * POUND if raw.of(client)[0]["currency"] == "GBP" else sold)


def now(sample: Portfolio) -> dict[str, float]:
    assert sample.hours is not None
    return dict(zip(sample.hours.clients, map(float, sample.hours.advice.now), strict=True))


def test_hours_now_are_a_third_of_those_of_91_days(raw: Raw, sample: Portfolio) -> None:
    """To the half hour; what has no duration adds at most what any kind of activity usually takes, an event."""
    for client, hours in now(sample).items():
        rows = recent(raw, client)
        open_rows = sum(not row["minutes"] for row in rows)
        assert timed(rows) / 3 - 0.25 <= hours <= (timed(rows) + 4 * open_rows) / 3 + 0.25
        if not open_rows:
            assert hours == round(2 * timed(rows) / 3) / 2


def test_each_client_is_weighed_by_its_last_year_in_one_currency(raw: Raw, sample: Portfolio) -> None:
    assert sample.hours is not None
    assert sample.hours.currency == "EUR"
    total = sum(worth(raw, client) for client in sample.hours.clients)
    assert sample.hours.advice.worth_now == pytest.approx(total)


def test_what_moves_is_worth_what_the_sentences_say(raw: Raw, sample: Portfolio) -> None:
    """By the curve as the checks have it, which knows nothing of the analysis."""
    assert sample.hours is not None
    hours, by_client = sample.hours, {one.client: one for one in sample.standings}
    found = []
    for client, today, then in zip(hours.clients, hours.advice.now, hours.advice.advised, strict=True):
        curve = response(*USUAL[by_client[client].phase])
        assert curve is not None
        found.append([worth(raw, client) * curve.at(at / today) for at in (today, then, today + 1)])
    gain = sum(then - today for today, then, _ in found)
    assert hours.advice.gain == pytest.approx(gain)
    assert [more - today for today, _, more in found] == pytest.approx(hours.one_more)
    digits = f"{float(f'{gain:.1e}'):,.0f}"
    share = 100 * gain / sum(today for today, *_ in found)
    assert any(f"worth about EUR {digits} a year, {share:.0f} % more." in one for one in hours.sentences)


def test_each_move_is_between_hours_now_and_advised(sample: Portfolio) -> None:
    assert sample.hours is not None
    hours = sample.hours
    moved = dict.fromkeys(hours.advice.clients, 0.0)
    for one in hours.advice.transfers:
        assert any(f"{one.hours:g} hour" in said for said in hours.sentences)
        moved[one.giver] -= one.hours
        moved[one.getter] += one.hours
    differ = zip(hours.advice.clients, hours.advice.advised - hours.advice.now, strict=True)
    assert moved == pytest.approx(dict(differ))


class TestSpent:
    def test_every_activity_with_a_client_that_has_a_plan(self, raw: Raw, sample: Portfolio) -> None:
        rows = {client: recent(raw, client) for client in raw.plans}
        assert sample.spent.clients["activities"].to_dict() == {client: len(found) for client, found in rows.items()}
        assert sample.spent.portfolio["activities"] == sum(map(len, rows.values()))

    def test_the_hours_are_those_of_the_log_and_those_that_are_assumed(self, raw: Raw, sample: Portfolio) -> None:
        found = sample.spent.portfolio
        logged = sum(timed(recent(raw, client)) for client in raw.plans)
        assert found["hours"] * (1 - found["imputed_share"]) == pytest.approx(logged)
        for client, line in sample.spent.clients.iterrows():
            assert line["hours"] * (1 - line["imputed_share"]) == pytest.approx(timed(recent(raw, str(client))))

    def test_no_minute_is_lost_or_counted_twice(self, raw: Raw, sample: Portfolio) -> None:
        rows = [row for row in raw.activities if row["client_id"] in raw.plans]
        rows = [row for row in rows if (TODAY - QUARTER).isoformat() <= row["date"] <= TODAY.isoformat()]
        judged = sample.spent.judged
        parts = judged[["smart_minutes", "linked_minutes", "undifferentiated_minutes"]].sum(axis=1).tolist()
        for row, minutes, assumed in zip_longest(rows, parts, judged["imputed"].tolist()):
            assert assumed == (not row["minutes"])
            assert assumed or minutes == pytest.approx(float(row["minutes"]))

    def test_the_sentence_adds_up_what_was_judged(self, sample: Portfolio) -> None:
        judged = sample.spent.judged
        parts = [sum(judged[f"{part}_minutes"]) for part in ("smart", "linked", "undifferentiated")]
        whole = sum(parts)
        assumed = sum(
            sum(row)
            for row in judged.loc[
                judged["imputed"], ["smart_minutes", "linked_minutes", "undifferentiated_minutes"]
            ].to_numpy()
        )
        smart, linked, none = (f"{100 * part / whole:.0f} %" for part in parts)
        assert sample.spent.sentence == (
            f"Of {whole / 60:.0f} hours {smart} moved an objective on, {linked} served one that didn’t move, and "
            f"{none} served none. {100 * assumed / whole:.0f} % of the hours are assumed, by kind of activity."
        )

    def test_what_could_be_stopped_was_done_as_often_and_took_as_long(self, raw: Raw, sample: Portfolio) -> None:
        rows = [row for client in raw.plans for row in recent(raw, client)]
        for one in sample.spent.stops.to_dict("records"):
            alike = [row for row in rows if row["subject"] == one["what"]]
            assert len(alike) <= one["activities"] <= len(rows)
            assert f"{one['activities']} times" in one["sentence"]
