"""What is said of each client of the sample, worked out again from the rows of the tables without the package."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from math import floor
from typing import Any

import pytest

from clientplan.analysis.portfolio import Portfolio
from clientplan.analysis.standing import Standing

Raw = Any  # of conftest.py
LOOK = date(2026, 9, 15)  # the first day whose orders aren't known
COUNTED_TO = LOOK  # days since an order, and since the first
YEAR, QUARTER, HORIZON = timedelta(days=364), timedelta(days=91), timedelta(days=182)
MONTH = timedelta(days=30)


def percent(part: Decimal | int, whole: Decimal | int) -> str:
    return f"{floor(100 * Fraction(part) / Fraction(whole) + Fraction(1, 2))} %"


def days(since: date) -> str:
    count = (COUNTED_TO - since).days
    return "1 day" if count == 1 else f"{count} days"


def quarters(raw: Raw, client: str) -> tuple[Fraction, Fraction]:
    """The last quarter and that up to a month earlier, as parts of plan or else of the usual pace."""
    planned = raw.planned(client)
    parts = []
    for look in (LOOK, LOOK - MONTH):
        meant = raw.pace(client, look) if planned is None else planned / 4
        parts.append(Fraction(raw.quarter(client, look)) / Fraction(meant))
    return parts[0], parts[1]


def phase(raw: Raw, client: str) -> tuple[str, str]:
    """The phase, and the sentence."""
    ordered = raw.ordered(client)
    if LOOK - ordered[0] < YEAR:
        return "build", f"First order {days(ordered[0])} ago."
    planned = raw.planned(client)
    away, longest = (COUNTED_TO - ordered[-1]).days, max(raw.gaps(client))
    silence = (
        f"longer than each gap of the last year ({longest} at most)" if away > longest else f"longest gap {longest}"
    )
    silent = f"{days(ordered[-1])} since the last order, {silence}."
    if planned is not None:
        times = planned / 4 / max(raw.pace(client), raw.pace(client, LOOK - YEAR))
        if times > Decimal("1.3"):
            return "build", f"The plan is {times:.1f} times its usual pace. {silent}"
    now, before = quarters(raw, client)
    against = "its usual pace" if planned is None else "plan"
    told = f"Last quarter {percent(now, 1)} of {against}, a month ago {percent(before, 1)}. {silent}"
    fallen = now < Fraction(7, 10) and before < Fraction(7, 10)
    return ("erosion" if fallen or away > longest else "maintenance"), told


def band(raw: Raw, client: str, look: date) -> int:
    away = (look - raw.ordered(client, look)[-1]).days
    return sum(away * 12 > bound * YEAR.days for bound in (1, 2, 3, 6))


def precedents(raw: Raw) -> list[tuple[int, int, bool]]:
    """Each time that a client was seen who could fall: months with an order, band of silence, whether it fell."""
    begun = min(date.fromisoformat(row["date"]) for row in raw.revenue)
    seen = []
    for back in range(12):
        look = LOOK - HORIZON - back * QUARTER
        if look - YEAR < begun:
            continue
        for client in raw.names:
            ordered = raw.ordered(client, look)
            if ordered and look - ordered[0] >= YEAR and raw.pace(client, look) > 0:
                came = raw.sold(client, look, look + HORIZON - timedelta(days=1))
                months = raw.months_ordered(client, look)
                seen.append((months, band(raw, client, look), came < raw.pace(client, look)))
    return seen


def risk(raw: Raw, client: str) -> str:
    ordered = raw.ordered(client)
    if LOOK - ordered[0] < YEAR:
        return (
            f"{len(ordered)} order days since the first {days(ordered[0])} ago, the last {days(ordered[-1])} ago: less "
            "than a year, too little to tell."
        )
    months, before = raw.months_ordered(client), raw.months_ordered(client, back=6)
    was = "as in the 6 before." if months == before else f"(was {before} of 6)."
    comma = "," if months == before else ""
    gaps = raw.gaps(client)
    usual = floor(Fraction(sum(gaps), len(gaps)) + Fraction(1, 2))
    told = f"Ordered in {months} of the last 6 months{comma} {was} {days(ordered[-1])} since the last order, "
    told += f"usual gap {usual}. Last quarter {percent(raw.quarter(client), raw.pace(client))} of its usual pace. "
    seen = precedents(raw)
    everyone = percent(sum(fell for *_, fell in seen), len(seen))
    alike = [fell for had, silent, fell in seen if (had, silent) == (months, band(raw, client, LOOK))]
    like = "looked like this"
    if len(alike) < 20:
        alike, like = [fell for had, _, fell in seen if had == months], f"had ordered in {months} of 6 months"
    if len(alike) < 20:
        return (
            f"{told}Too few clients of yours have looked like this to say how it ends; of all, {everyone} fell under "
            "half within six months."
        )
    return (
        f"{told}Of the {len(alike)} times a client of yours {like}, {percent(sum(alike), len(alike))} fell under half "
        f"within six months (all: {everyone})."
    )


@pytest.fixture(scope="module")
def by_client(sample: Portfolio) -> dict[str, Standing]:
    return {one.client: one for one in sample.standings}


def test_there_is_one_of_each_client(raw: Raw, by_client: dict[str, Standing]) -> None:
    assert {client: one.name for client, one in by_client.items()} == raw.names
    assert len(by_client) == 12


def test_each_client_buys_in_one_currency(raw: Raw) -> None:
    """Else amounts couldn't be added up as they are here."""
    assert all(len({row["currency"] for row in raw.of(client)}) == 1 for client in raw.names)


def test_the_phase_and_the_figures_that_decided_it(raw: Raw, by_client: dict[str, Standing]) -> None:
    told = {client: (str(one.found), one.because) for client, one in by_client.items()}
    assert told == {client: phase(raw, client) for client in raw.names}
    assert {found for found, _ in told.values()} == {"build", "maintenance", "erosion"}


def test_what_is_likely_next(raw: Raw, by_client: dict[str, Standing]) -> None:
    assert {client: one.reason for client, one in by_client.items()} == {
        client: risk(raw, client) for client in raw.names
    }


def test_how_often_a_client_fell(raw: Raw, sample: Portfolio) -> None:
    seen = precedents(raw)
    fell = sum(fell for *_, fell in seen)
    assert sample.base_rate == pytest.approx(fell / len(seen))
    assert f": {100 * fell / len(seen):.0f} % of the times" in sample.too_young


def test_the_word_of_the_manager_beside_the_orders(raw: Raw, by_client: dict[str, Standing]) -> None:
    said = {client: plan.phase for client, plan in raw.plans.items()}
    assert {client: one.said for client, one in by_client.items() if one.said} == said
    for client, one in by_client.items():
        found, because = phase(raw, client)
        differ = said.get(client) not in {None, found}
        assert one.contradiction == (f"You say {said[client]}, the orders say {found}: {because}" if differ else None)
