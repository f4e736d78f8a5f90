"""A year's plan for each client, phased over its months."""

from __future__ import annotations

from datetime import date

import numpy as np
import pandas as pd

from clientplan.errors import ClientPlanError
from clientplan.insight.attainment.history import KEY, Floats
from clientplan.insight.attainment.phasing import LARGEST, phased, units
from clientplan.insight.attainment.seasonality import Seasonality, seasonality
from clientplan.insight.fiscal import planning_months
from clientplan.insight.spoken import percent, several

_NEEDED = [*KEY, "amount"]


def read_plan(plan: pd.DataFrame, as_of: date, year_starts: int = 1) -> pd.DataFrame:
    """The plan with its first and last day on each row; rows without an amount have no plan and are left out.

    Raises:
        ClientPlanError: with everything that is wrong in the table.
    """
    missing = [name for name in _NEEDED if name not in plan.columns]
    if missing:
        raise ClientPlanError(f"the table of plans has no column {', '.join(missing)}. Add what is missing")
    year = planning_months(as_of, year_starts)
    usual = pd.DataFrame({"first": year[0].start_time, "last": year[-1].start_time + pd.offsets.MonthEnd(0)}, [0])
    rows = plan[plan["amount"].notna()].reset_index(drop=True)
    for name in ("first", "last"):
        days = pd.to_datetime(rows[name]) if name in rows.columns else pd.Series(pd.NaT, rows.index)
        rows[name] = days.astype("datetime64[us]").fillna(usual[name].iloc[0])
    rows["currency"] = rows["currency"].fillna("").astype(object)
    rows["amount"] = rows["amount"].astype("float64")
    wrong = [
        *(
            f"{name}: the plan is {amount:,.2f} {currency}. Give an amount of 0 or more"
            for name, currency, amount in _rows(rows, ~(rows["amount"] >= 0))
        ),
        *(
            f"{name}: {amount:,.0f} {currency} is more than can be a plan. Look at its unit"
            for name, currency, amount in _rows(rows, rows["amount"] > LARGEST / 1000)
        ),
        *(
            f"{name}: two plans in {currency or 'no currency'}. Keep one of them"
            for name, currency, _ in _rows(rows, rows.duplicated(KEY))
        ),
        *(
            f"{name}: the plan in {currency} ends before it begins. Change its first or its last day"
            for name, currency, _ in _rows(rows, rows["last"] < rows["first"])
        ),
    ]
    if wrong:
        raise ClientPlanError("\n".join(wrong))
    return rows[[*_NEEDED, "first", "last"]]


def _rows(rows: pd.DataFrame, which: pd.Series[bool]) -> list[tuple[str, str, float]]:
    return list(rows.loc[which, _NEEDED].itertuples(index=False, name=None))


def by_month(plan: pd.DataFrame, revenue: pd.DataFrame) -> pd.DataFrame:
    """Each plan's months, which add up to its amount exactly, to the cent.

    A month that the plan holds only in part has the part of its share that its days are.

    Args:
        plan: as `read_plan` gives it.
        revenue: the tidy table; each plan is phased by what came before its own first month.

    Returns:
        `client_id`, `currency`, `month` (period), `plan`, `first` and `last` (the plan's days), and `phasing`: how the
        months were come by, in a sentence.
    """
    parts = [_phased(rows, revenue) for _, rows in plan.groupby(["first", "last"], sort=True)]
    columns = [*KEY, "month", "plan", "first", "last", "phasing"]
    if not parts:
        return pd.DataFrame(columns=columns).astype({"month": "period[M]", "plan": "float64"})
    return pd.concat(parts).sort_values([*KEY, "month"], kind="stable", ignore_index=True)[columns]


def one_by_one(phased: pd.DataFrame, months: pd.DataFrame) -> pd.DataFrame:
    """Plans by month, of which those in `months` are as they stand there; where no month stands, nothing is planned."""
    found = phased.merge(months.rename(columns={"plan": "own"}), on=[*KEY, "month"], how="left")
    keys = pd.MultiIndex.from_frame(months[KEY])
    given = pd.MultiIndex.from_frame(found[KEY]).isin(keys)
    return found.assign(
        plan=found["plan"].where(~given, found["own"].fillna(0.0)),
        phasing=found["phasing"].where(~given, "As the plan has its months."),
    ).drop(columns="own")


def _phased(rows: pd.DataFrame, revenue: pd.DataFrame) -> pd.DataFrame:
    """Plans that have their first and last day in common."""
    first, last = rows["first"].iloc[0], rows["last"].iloc[0]
    months = pd.period_range(first, last, freq="M")
    season = seasonality(revenue, months[0])
    shares = season.of(pd.MultiIndex.from_frame(rows[KEY]))
    amounts, per = units(rows["amount"].to_numpy())
    spread = phased(amounts, shares[:, months.month - 1] * _held(months, first, last)) / per[:, None]
    repeated = rows.loc[rows.index.repeat(len(months)), [*KEY, "first", "last"]].reset_index(drop=True)
    words = [_words(season, *key) for key in rows[KEY].itertuples(index=False, name=None)]
    return repeated.assign(
        month=pd.PeriodIndex(np.tile(months, len(rows)), freq="M"),
        plan=spread.ravel(),
        phasing=np.repeat(np.array(words, dtype=object), len(months)),
    )


def _held(months: pd.PeriodIndex, first: pd.Timestamp, last: pd.Timestamp) -> Floats:
    """The part of each month's days that lies in the plan."""
    held = np.ones(len(months))
    held[0] -= (first.day - 1) / first.days_in_month
    held[-1] -= (last.days_in_month - last.day) / last.days_in_month
    return held


def _words(season: Seasonality, client_id: str, currency: str) -> str:
    key = (client_id, currency)
    if key in season.own.index:
        own, weight = several(int(season.years.loc[key]), "full year"), season.weight.loc[key]
        if not weight:
            return f"Phased by all clients: among them, {own} of its own would have told the last year no better."
        return f"Phased by {own} of its own ({percent(weight)}) and by all clients."
    if season.book_years:
        return f"Phased by all clients' {several(season.book_years, 'full year')}: it has none of its own."
    return "Phased evenly: no client has a full year before the plan."
