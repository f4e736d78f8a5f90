"""What a colleague would say of a client's results against plan."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import pandas as pd

from clientplan.insight.spoken import amount, day, month, percent


def sentence(line: Mapping[str, Any], as_of: date) -> str:
    """One client in one currency, from its row in `Attainment.to_date`; each number is a figure of that row."""
    unit = line["currency"] or "without a currency"
    if pd.isna(line["year"]):
        plan = f"No plan in {unit}" if line["currency"] else "No plan"
        return f"{plan}: {amount(line['actual'], unit)} came in this year, up to {day(as_of)}."
    if pd.isna(line["until"]) and pd.isna(line["under_way"]):
        return f"The plan begins in {month(line['first'])}: there is nothing to measure yet."
    return " ".join(part for part in (_over(line, unit, as_of), _under_way(line, unit, as_of)) if part)


def _over(line: Mapping[str, Any], unit: str, as_of: date) -> str:
    if pd.isna(line["until"]):
        return "No month of the plan is over."
    until = f"by the end of {month(line['until'], beside=as_of.year)}"
    actual, planned = line["actual"], line["planned"]
    came = amount(actual, "", planned)
    if planned <= 0:
        return f"Nothing was planned {until}; {amount(actual, unit)} came in."
    figures = f"{came} of {amount(planned, unit, actual)} {until}"
    if actual < 0:
        return f"To date more was credited than invoiced: {figures}{_behind(line, as_of)}."
    return f"To date {percent(line['attained'])} of plan: {figures}{_behind(line, as_of)}."


def _behind(line: Mapping[str, Any], as_of: date) -> str:
    since = line["behind_since"]
    return "" if pd.isna(since) else f", behind since {month(since, beside=as_of.year)}"


def _under_way(line: Mapping[str, Any], unit: str, as_of: date) -> str:
    if pd.isna(line["under_way"]):
        return ""
    so_far, planned = line["actual_under_way"], line["planned_under_way"]
    name = month(line["under_way"], beside=as_of.year)
    passed = percent(line["passed"])
    return f"{name} isn't over ({passed} of it has passed): {amount(so_far, '')} of {amount(planned, unit)} so far."
