"""Every number of every reason, counted again from the raw rows without a line of the package."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable
from datetime import date, timedelta
from itertools import pairwise
from statistics import median

import pandas as pd
import pytest

from clientplan.insight import risk

TODAY = date(2026, 1, 5)
Made = Callable[..., pd.DataFrame]
Own = list[tuple[date, float]]
MONTHS = [31, 61, 91, 122, 152, 182, 213, 243, 273, 304, 334, 364]  # the last days of twelve months, counted back
KINDS = (
    "One order so far",
    "order days since the first",
    "No order for",
    "looked like this,",
    "had ordered in",
    "Too few",
    "Nothing spent",
    "times its usual pace",
    "% of its usual pace",
    "as in the 6 before",
)


class Recount:
    """A book in dictionaries, looked at from any day."""

    def __init__(self, orders: pd.DataFrame) -> None:
        self.rows: dict[object, Own] = defaultdict(list)
        for client, day, amount in orders.itertuples(index=False, name=None):
            self.rows[client].append((day, amount))

    def ordered(self, client: object, today: date) -> list[date]:
        return sorted({day for day, amount in self.rows[client] if amount > 0 and day < today})

    def months(self, client: object, today: date) -> list[bool]:
        ago = {(today - day).days for day in self.ordered(client, today)}
        bounds = [0, *MONTHS]
        return [any(first < days <= last for days in ago) for first, last in pairwise(bounds)]

    def quarters(self, client: object, today: date) -> list[float]:
        def spent(quarter: int) -> float:
            last, first = today - timedelta(days=91 * quarter), today - timedelta(days=91 * (quarter + 1))
            return sum(amount for day, amount in self.rows[client] if first <= day < last)

        return [spent(quarter) for quarter in range(4)]

    def usual_gap(self, client: object, today: date) -> float | None:
        year = [day for day in self.ordered(client, today) if (today - day).days <= 364]
        return (year[-1] - year[0]).days / (len(year) - 1) if len(year) > 1 else None

    def band(self, client: object, today: date) -> int:
        """0 for up to a month since the last order, 1 up to two, 2 up to three, 3 up to six, 4 for longer."""
        away = 12 * (today - self.ordered(client, today)[-1]).days
        return sum(away > bound * 364 for bound in (1, 2, 3, 6))

    def past(self) -> list[tuple[int, int, bool]]:
        """Of each client and ended look: months ordered of six, band of silence, and whether it fell under half."""
        first = min(day for rows in self.rows.values() for day, _ in rows)
        found = []
        for quarter in range(12):
            day = TODAY - timedelta(days=182 + 91 * quarter)
            if (day - first).days < 364:
                break
            for client in self.rows:
                before = self.ordered(client, day)
                if not before or (day - before[0]).days < 364 or (pace := median(self.quarters(client, day))) <= 0:
                    continue
                after = sum(a for d, a in self.rows[client] if day <= d < day + timedelta(days=182))
                found.append((sum(self.months(client, day)[:6]), self.band(client, day), after < pace))
        return found

    def reason(self, client: object, past: list[tuple[int, int, bool]]) -> str:
        """The whole reason as it has to be today."""
        ordered = self.ordered(client, TODAY)
        away, tenure = (TODAY - ordered[-1]).days, (TODAY - ordered[0]).days
        if tenure < 364 and len(ordered) == 1:
            return f"One order so far, {days(away)} ago: too little to tell."
        if tenure < 364:
            since = f"{len(ordered)} order days since the first {days(tenure)} ago, the last {days(away)} ago"
            return f"{since}: less than a year, too little to tell."
        if away > 364:
            return f"No order for {days(away)}: there is no pace left to fall from."
        active = self.months(client, TODAY)
        recent, before = sum(active[:6]), sum(active[6:])
        then = ", as in the 6 before" if recent == before else f" (was {before} of 6)"
        habit = f"Ordered in {recent or 'none'} of the last 6 months{then}. {days(away)} since the last order, "
        gaps = self.usual_gap(client, TODAY)
        habit += "the only one within a year." if gaps is None else f"usual gap {half_up(gaps)}."
        quarters = self.quarters(client, TODAY)
        if median(quarters) <= 0:
            return f"{habit} Orders are too rare for a usual pace, so it can't be said what a fall would be."
        return f"{habit} {pace(quarters)} {alike(recent, self.band(client, TODAY), past)}"


def half_up(value: float) -> int:
    return int(value + 0.5 + 1e-9)


def days(count: int) -> str:
    return "1 day" if count == 1 else f"{count} days"


def pace(quarters: list[float]) -> str:
    part = quarters[0] / median(quarters)
    if part == 0:
        return "Nothing spent in the last quarter."
    if part < 0:
        return "In the last quarter more was credited than ordered."
    many, few = f"{half_up(10 * part) / 10:.1f} times", f"{half_up(100 * part)} % of"
    return f"Last quarter {many if part >= 2 else few} its usual pace."


def alike(recent: int, band: int, past: list[tuple[int, int, bool]]) -> str:
    everyone = f"{half_up(100 * sum(fell for *_, fell in past) / len(past))} %"
    same = [fell for months, days, fell in past if (months, days) == (recent, band)]
    like = "looked like this"
    if len(same) < 20:
        same = [fell for months, _, fell in past if months == recent]
        like = f"had ordered in {recent or 'none'} of 6 months"
    if len(same) < 20:
        few = "Too few clients of yours have looked like this to say how it ends"
        return f"{few}; of all, {everyone} fell under half within six months."
    fell = f"{half_up(100 * sum(same) / len(same))} % fell under half within six months (all: {everyone})."
    return f"Of the {len(same)} times a client of yours {like}, {fell}"


def test_every_number_counted_again(trade: Made) -> None:
    kinds: Counter[str] = Counter()
    for seed in (1, 2, 3, 4, 5):
        orders = trade(seed=seed)
        told = risk.explain(orders, TODAY)
        book = Recount(orders)
        past = book.past()
        for client, reason in told["reason"].items():
            assert reason == book.reason(client, past), client
            kinds.update(words for words in KINDS if words in reason)
        assert told["base_rate"].unique() == pytest.approx([sum(fell for *_, fell in past) / len(past)])
    assert all(kinds[words] for words in KINDS), kinds


def test_the_counts_beside_a_reason_are_those_in_it(trade: Made) -> None:
    told = risk.explain(trade(), TODAY)
    said = told["reason"].str.extract(r"Of the (\d+) times .*, (\d+) % fell").dropna().astype(int)
    assert len(said) > 20
    counts = told.loc[said.index]
    assert said[0].tolist() == counts["alike"].tolist()
    assert said[1].tolist() == [half_up(100 * part) for part in counts["alike_eroded"] / counts["alike"]]


def test_three_clients_with_one_order_each_get_words(rows: Made) -> None:
    told = risk.explain(rows(("a", "2025-11-26", 5.0), ("b", "2026-01-04", 9.0), ("c", "2023-01-01", 1.0)), TODAY)
    assert told["reason"].to_dict() == {
        "a": "One order so far, 40 days ago: too little to tell.",
        "b": "One order so far, 1 day ago: too little to tell.",
        "c": "No order for 1100 days: there is no pace left to fall from.",
    }
    assert told["risk"].isna().all()
    assert told["base_rate"].isna().all()


def test_credit_notes_alone_get_words(rows: Made) -> None:
    told = risk.explain(rows(("a", "2025-11-26", -5.0)), TODAY)
    assert told["reason"].tolist() == ["No order so far, only credit notes: too little to tell."]


def monthly(client: str, first: int, last: int, amount: float) -> list[tuple[object, object, object]]:
    return [(client, TODAY - timedelta(days=30 * number), amount) for number in range(first, last, -1)]


def test_a_young_book_says_that_it_is_young(rows: Made) -> None:
    told = risk.explain(rows(*monthly("a", 14, 1, 10.0)), TODAY).iloc[0]
    assert told["reason"] == (
        "Ordered in 5 of the last 6 months (was 6 of 6). 60 days since the last order, usual gap 30. Last quarter 67 % "
        "of its usual pace. Your book is too young to say how often that ends in a loss."
    )
    assert pd.isna(told["risk"])


def test_more_credited_than_ordered_is_said(rows: Made) -> None:
    lines = [*monthly("a", 14, 0, 10.0), ("a", TODAY - timedelta(days=3), -45.0)]
    reason = risk.explain(rows(*lines), TODAY)["reason"].iloc[0]
    assert "In the last quarter more was credited than ordered." in reason


def test_too_rare_for_a_pace_is_said(rows: Made) -> None:
    lines = [("a", TODAY - timedelta(days=days), 10.0) for days in (700, 300)]
    told = risk.explain(rows(*lines), TODAY).iloc[0]
    assert told["reason"] == (
        "Ordered in none of the last 6 months (was 1 of 6). 300 days since the last order, the only one within a year. "
        "Orders are too rare for a usual pace, so it can't be said what a fall would be."
    )
    assert pd.isna(told["risk"])


def test_a_new_client_is_given_the_base_rate_and_no_more(trade: Made) -> None:
    told = risk.explain(trade(), TODAY)
    new = told[told["tenure_days"] < 364]
    assert len(new) > 3
    assert (new["risk"] == new["base_rate"]).all()
    assert told["risk"].dropna().between(0, 1).all()


def test_who_has_no_pace_left_has_no_risk_of_losing_it(trade: Made) -> None:
    told = risk.explain(trade(), TODAY)
    gone = told["reason"].str.contains("no pace left|too rare")
    assert gone.sum() > 5
    assert told["risk"].isna().equals(gone)


def test_the_order_of_risk_is_that_of_the_score(trade: Made) -> None:
    told, score = risk.explain(trade(), TODAY), risk.score(trade(), TODAY)
    can = (told["tenure_days"] >= 364) & (told["run_rate"] > 0)
    assert told.loc[can, "risk"].rank().tolist() == score[can].rank().tolist()


def test_money_is_told_in_the_currency_of_the_amounts(trade: Made) -> None:
    orders = trade()
    told = risk.explain(orders, TODAY)
    days = (pd.Timestamp(TODAY) - pd.to_datetime(orders["date"])).dt.days
    year = orders[days.between(1, 364)].groupby("client_id")["amount"].sum().reindex(told.index).fillna(0.0)
    assert told["spend_year"].to_numpy() == pytest.approx(year.to_numpy(), abs=0.01)
