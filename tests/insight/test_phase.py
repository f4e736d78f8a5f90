from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise
from statistics import median

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from clientplan.insight import risk
from clientplan.insight.phase import classify, contradiction
from clientplan.plan.words import Phase

TODAY = date(2026, 1, 5)
Line = tuple[str, date, float]


def orders(*lines: Line) -> pd.DataFrame:
    return pd.DataFrame(list(lines), columns=["client_id", "date", "amount"])


def every(step: int, first: int, last: int, amount: float = 100.0, client: str = "a") -> list[Line]:
    """Orders from `first` days ago down to `last`."""
    return [(client, TODAY - timedelta(days=ago), amount) for ago in range(first, last - 1, -step)]


def found(lines: list[Line], plan: float | None = None) -> tuple[str, str]:
    amounts = None if plan is None else pd.DataFrame({"client_id": ["a"], "amount": [plan]})
    row = classify(orders(*lines), TODAY, amounts).loc["a"]
    return row["phase"], row["reason"]


def test_a_first_order_under_twelve_months_ago_is_build() -> None:
    assert found(every(13, 363, 1)) == ("build", "First order 363 days ago.")
    assert found(every(13, 364, 1))[0] == "maintenance"


def test_a_plan_above_the_pace_is_build() -> None:
    lines = every(13, 1_000, 1)  # 7 orders of 100 a quarter: 2,800 a year
    assert found(lines, 3_640)[0] == "maintenance"
    assert found(lines, 3_641) == (
        "build",
        "The plan is 1.3 times its usual pace. 12 days since the last order, longest gap 13.",
    )


def test_a_plan_that_was_reached_a_year_ago_is_no_plan_to_build() -> None:
    lines = [*every(13, 1_000, 365), *every(13, 364, 1, 40.0)]
    assert found(lines, 2_800) == (
        "erosion",
        "Last quarter 40 % of plan, a month ago 40 %. 13 days since the last order, longest gap 13.",
    )


def test_a_quarter_short_of_plan_is_erosion_once_it_was_so_a_month_ago_too() -> None:
    steady = every(13, 1_000, 90)
    assert found([*steady, *every(13, 77, 1, 60.0)], 2_800)[0] == "maintenance"  # a month ago it was 80 %
    assert found([*every(13, 1_000, 116), *every(13, 103, 1, 60.0)], 2_800)[0] == "erosion"


def test_seventy_per_cent_of_plan_is_enough() -> None:
    assert found(every(13, 1_000, 1), 4_000)[0] == "build"
    fallen = [*every(13, 1_000, 365), *every(13, 364, 1, 70.0)]
    assert found(fallen, 2_800)[0] == "maintenance"
    assert found(fallen, 2_801)[0] == "erosion"


def test_without_a_plan_the_own_pace_stands_for_it() -> None:
    phase, reason = found([*every(13, 1_000, 129), *every(13, 116, 1, 40.0)])
    assert phase == "erosion"
    assert reason.startswith("Last quarter 44 % of its usual pace, a month ago 40 %.")


def test_a_silence_beyond_each_own_gap_is_erosion() -> None:
    lines = [*every(10, 700, 200), *every(30, 170, 50)]  # the longest gap is 30
    assert found([*lines, ("a", TODAY - timedelta(days=30), 700.0)])[0] == "maintenance"
    phase, reason = found([*lines, ("a", TODAY - timedelta(days=31), 700.0)])
    assert phase == "erosion"
    assert reason.endswith("31 days since the last order, longer than each gap of the last year (30 at most).")


def test_a_client_that_orders_once_a_year_is_held_to_its_gap_before() -> None:
    rare = [("a", TODAY - timedelta(days=days), 100.0) for days in (650, 300)]
    assert found(rare) == (
        "maintenance",
        "300 days since the last order, the only one within a year; the gap before was 350 days.",
    )
    assert found([rare[0], ("a", TODAY - timedelta(days=400), 100.0)]) == ("erosion", "No order for 400 days.")


def test_credit_notes_lower_the_quarter_and_are_no_order() -> None:
    lines = every(13, 1_000, 1)
    back = [("a", TODAY - timedelta(days=days), -300.0) for days in (40, 60)]
    phase, reason = found([*lines, *back])
    assert phase == "erosion"
    assert reason.startswith("Last quarter 14 % of its usual pace, a month ago 14 %. 12 days")
    assert found([("a", TODAY - timedelta(days=9), -1.0)]) == ("build", "No order so far.")


def test_rows_from_today_on_do_not_count() -> None:
    lines = every(13, 1_000, 1)
    assert found([*lines, ("a", TODAY, -9_000.0)]) == found(lines)


def test_plans_add_up_and_those_that_are_none_do_not_count() -> None:
    lines = every(13, 1_000, 1) + every(13, 1_000, 1, client="b") + every(13, 1_000, 1, client="c")
    plan = pd.DataFrame(
        {"client_id": ["a", "a", "b", "c", "stranger"], "amount": [2_000.0, 2_000.0, -5.0, None, 3.0]},
    )
    assert classify(orders(*lines), TODAY, plan)["phase"].tolist() == ["build", "maintenance", "maintenance"]


def test_a_plan_without_its_columns_is_refused() -> None:
    with pytest.raises(ValueError, match=r"plan: no column amount\. A plan needs the columns client_id, amount\."):
        classify(orders(), TODAY, pd.DataFrame({"client_id": ["a"]}))


def portfolio() -> list[Line]:
    """Forty clients that order every other week, and one, the last, that does so less and less."""
    steady = [line for number in range(40) for line in every(14, 1_400, 1, client=f"c{number:02}")]
    return [*steady, *every(14, 1_400, 300, client="late"), *every(80, 260, 20, 900.0, client="late")]


def test_the_tenth_likeliest_to_fall_is_watched_in_maintenance() -> None:
    table = classify(orders(*portfolio()), TODAY)
    assert table.index[table["watch"]].tolist() == ["late"]
    assert table.loc["late", "phase"] == "maintenance"
    assert table.loc["late", "reason"].startswith(
        "One of the tenth of your clients likeliest to fall. Ordered in 3 of the last 6 months"
    )


def test_the_tenth_is_that_of_the_risk() -> None:
    lines = [line for number in range(40) for line in every(7 + number, 1_400, 1 + number % 5, client=f"c{number:02}")]
    table, highest = classify(orders(*lines), TODAY), risk.score(orders(*lines), TODAY).rank() > 36
    assert table.index[table["watch"]].tolist() == table.index[highest & (table["phase"] == "maintenance")].tolist()
    assert table["watch"].any()


def test_where_all_are_alike_nobody_is_watched() -> None:
    alike = [line for line in portfolio() if line[0] != "late"]
    assert not classify(orders(*alike), TODAY)["watch"].any()


def test_a_tenth_needs_ten() -> None:
    few = [line for line in portfolio() if line[0] in {"late", "c00", "c01"}]
    assert not classify(orders(*few), TODAY)["watch"].any()


def test_an_empty_book_has_no_lines() -> None:
    table = classify(orders(), TODAY)
    assert table.columns.tolist() == ["phase", "watch", "reason"]
    assert len(table) == 0


def test_the_manager_s_word_stands_and_a_contradiction_is_said() -> None:
    assert contradiction(Phase.EROSION, "erosion", "No order for 400 days.") is None
    assert contradiction("maintenance", "erosion", "No order for 400 days.") == (
        "You say maintenance, the orders say erosion: No order for 400 days."
    )


def by_the_rule(lines: list[Line], plan: float | None) -> str:
    """The rule in plain Python."""
    ordered = sorted({day for _, day, amount in lines if amount > 0})
    if not ordered or (TODAY - ordered[0]).days < 364:
        return "build"

    def quarter(today: date, back: int = 0) -> float:
        days = [(today - day).days - 91 * back for _, day, _ in lines]
        return sum(amount for (_, _, amount), ago in zip(lines, days, strict=True) if 1 <= ago <= 91)

    def pace(today: date) -> float:
        return median(quarter(today, back) for back in range(4))

    shown = max(pace(TODAY), pace(TODAY - timedelta(days=364)))
    if plan is not None and shown > 0 and plan / 4 > 1.3 * shown:
        return "build"
    short = []
    for today in (TODAY, TODAY - timedelta(days=30)):
        meant = plan / 4 if plan is not None else pace(today)
        short.append(meant > 0 and quarter(today) < 0.7 * meant)
    away = (TODAY - ordered[-1]).days
    gaps = [(b - a).days for a, b in pairwise(day for day in ordered if (TODAY - day).days <= 364)]
    gaps = gaps or [(b - a).days for a, b in pairwise(ordered)][-1:]
    silent = away > 364 or (bool(gaps) and away > max(gaps))
    return "erosion" if all(short) or silent else "maintenance"


line = st.tuples(st.just("a"), st.integers(-20, 900).map(lambda ago: TODAY - timedelta(days=ago)), st.integers(-40, 90))


@given(st.lists(line, min_size=1, max_size=60), st.one_of(st.none(), st.integers(1, 3_000)))
def test_any_rows_by_the_rule_in_plain_python(lines: list[tuple[str, date, int]], plan: int | None) -> None:
    known = [one for one in lines if one[1] < TODAY]
    if known:
        assert found(lines, plan)[0] == by_the_rule(known, plan)
