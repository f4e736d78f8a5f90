"""Results against a phased plan: each month, and to date."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd

from clientplan.insight.attainment.history import KEY
from clientplan.insight.attainment.planned import by_month, one_by_one, read_plan
from clientplan.insight.attainment.sentence import sentence
from clientplan.insight.fiscal import planning_months

_CENTS = 3  # decimals: sums of floats are put back to what was invoiced


@dataclass(frozen=True)
class Attainment:
    """Results against plan as they stood on a day.

    `months`: a row a client, currency and month of its plan: `client_id`, `currency`, `month` (period), `plan` and
    `actual` (in the currency; `actual` is missing where the month hasn't begun), `passed` (0 to 1, the part of the
    plan's days in it up to the day), `over` (bool), `attained` (actual by plan), and cumulated over the months that are
    over `plan_to_date`, `actual_to_date`, `attained_to_date`; these four are missing for a month that isn't over, and a
    quotient is missing where nothing was planned.

    `to_date`: a row a client and currency with a plan or with revenue this year: `client_id`, `currency`, `until`
    (period, the last month that is over), `planned`, `actual`, `attained` up to it, `behind_since` (period, from which
    on the cumulated result lay under plan at each month's end, up to `until`; missing where it doesn't), `year` (the
    whole plan), `under_way` (period, a month that isn't over), `passed`, `planned_under_way` and `actual_under_way` in
    it, `phasing` (how the months were come by; empty without a plan) and `sentence`.
    """

    months: pd.DataFrame
    to_date: pd.DataFrame


def attainment(
    plan: pd.DataFrame,
    revenue: pd.DataFrame,
    *,
    as_of: date,
    year_starts: int = 1,
    months: pd.DataFrame | None = None,
) -> Attainment:
    """Measures results against plan up to a day; credit notes lower a result, rows dated later don't count.

    Currencies are never added up. Only months that are over are compared: half a month's invoices against a whole
    month's plan would look like a fall.

    Args:
        plan: `client_id`, `amount` (of the whole plan, 0 or more, in `currency`), `currency`; and `first` and `last`,
            its days, where it isn't for the planning year that `as_of` is in.
        revenue: the tidy table: `client_id`, `date`, `amount`, `currency`.
        as_of: the day up to which results are known.
        year_starts: the month (1 to 12) in which a planning year begins.
        months: `client_id`, `currency`, `month` (period) and `plan` of plans whose months are planned one by one; those
            of the others are phased.

    Raises:
        ClientPlanError: with everything that is wrong in the plan.
    """
    known = revenue.loc[revenue["date"].notna() & (revenue["date"] <= pd.Timestamp(as_of)), [*KEY, "date", "amount"]]
    known = known.assign(currency=known["currency"].fillna("").astype(object))
    read = read_plan(plan, as_of, year_starts)
    phased = by_month(read, known)
    planned = phased if months is None else one_by_one(phased, months)
    measured = _with_results(planned, known, as_of)
    unplanned = _unplanned(read, known, planning_months(as_of, year_starts))
    return Attainment(measured.drop(columns=["first", "last", "phasing"]), _to_date(measured, unplanned, as_of))


def _with_results(planned: pd.DataFrame, known: pd.DataFrame, as_of: date) -> pd.DataFrame:
    held = known.merge(planned[[*KEY, "first", "last"]].drop_duplicates(), on=KEY)
    held = held[held["date"].between(held["first"], held["last"])]
    by = held.assign(month=held["date"].dt.to_period("M")).groupby([*KEY, "month"])
    months = planned.merge(_summed(by), on=[*KEY, "month"], how="left")
    begin = months["month"].dt.start_time.clip(lower=months["first"])
    end = (months["month"].dt.start_time + pd.offsets.MonthEnd(0)).clip(upper=months["last"])
    now = pd.Timestamp(as_of)
    gone = (now - begin).dt.days + 1
    months["passed"] = (gone / ((end - begin).dt.days + 1)).clip(0.0, 1.0)
    months["over"] = end < now
    months["actual"] = months["actual"].fillna(0.0).where(begin <= now)
    months["attained"] = _part(months["actual"], months["plan"]).where(months["over"])
    over = months[months["over"]]
    for name in ("plan", "actual"):
        cumulated = over.groupby(KEY, sort=False)[name].cumsum().round(_CENTS)
        months[f"{name}_to_date"] = cumulated.reindex(months.index)
    months["attained_to_date"] = _part(months["actual_to_date"], months["plan_to_date"])
    return months


def _part(actual: pd.Series[float], plan: pd.Series[float]) -> pd.Series[float]:
    return actual.div(plan.where(plan > 0))


def _unplanned(plan: pd.DataFrame, known: pd.DataFrame, year: pd.PeriodIndex) -> pd.DataFrame:
    """Revenue of the year in a currency in which the client has no plan: `client_id`, `currency`, `actual`."""
    rows = known[known["date"] >= year[0].start_time].merge(plan[KEY], on=KEY, how="left", indicator=True)
    rows = rows[rows["_merge"] == "left_only"]
    return _summed(rows.groupby(KEY))


def _summed(rows: Any) -> pd.DataFrame:
    """The amounts of a groupby as `actual`, beside the columns that it goes by."""
    sums: pd.DataFrame = rows["amount"].sum().round(_CENTS).rename("actual").reset_index()
    return sums


def _to_date(months: pd.DataFrame, unplanned: pd.DataFrame, as_of: date) -> pd.DataFrame:
    by_client = months.groupby(KEY, sort=True)
    lines = by_client.agg(year=("plan", "sum"), first=("first", "first"), phasing=("phasing", "first"))
    lines["year"] = lines["year"].round(_CENTS)
    over = months[months["over"]]
    last = over.drop_duplicates(KEY, keep="last").set_index(KEY)
    lines["until"] = last["month"].reindex(lines.index)
    for name, column in {"planned": "plan", "actual": "actual", "attained": "attained"}.items():
        lines[name] = last[f"{column}_to_date"].reindex(lines.index)
    lines["behind_since"] = _behind_since(over).reindex(lines.index)
    now = months[~months["over"] & months["actual"].notna()].set_index(KEY)
    lines["under_way"] = now["month"].reindex(lines.index)
    for name, column in {"passed": "passed", "planned_under_way": "plan", "actual_under_way": "actual"}.items():
        lines[name] = now[column].reindex(lines.index)
    if len(unplanned):
        lines = pd.concat([lines, unplanned.set_index(KEY)]).sort_index(kind="stable")
    lines = lines.reset_index()
    lines["phasing"] = lines["phasing"].fillna("")
    lines["sentence"] = [sentence(line, as_of) for line in _records(lines)]
    columns = ["until", "planned", "actual", "attained", "behind_since", "year"]
    columns += ["under_way", "passed", "planned_under_way", "actual_under_way", "phasing", "sentence"]
    return lines[[*KEY, *columns]].astype(dict.fromkeys(["until", "behind_since", "under_way"], "period[M]"))


def _records(lines: pd.DataFrame) -> list[dict[str, Any]]:
    return [{str(name): value for name, value in line.items()} for line in lines.to_dict("records")]


def _behind_since(over: pd.DataFrame) -> pd.Series[pd.Period]:
    """By client and currency: the first of the months in a row, up to the last, that ended under plan to date."""
    short = over["actual_to_date"] < over["plan_to_date"]
    on_plan = over["month"].where(~short).groupby([over[name] for name in KEY]).transform("max")
    after = over[short & (on_plan.isna() | (over["month"] > on_plan))]
    return after.groupby(KEY)["month"].min()
