"""The log of one client as the checks ask for it: what each activity served, and which day was agreed next."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pandas as pd

from clientplan.insight.activity.from_plans import events, objectives
from clientplan.insight.activity.judging import judge
from clientplan.insight.activity.logged import logged
from clientplan.insight.activity.next_steps import dated
from clientplan.insight.client import contact, plain
from clientplan.plan.plan import Plan

_WITHIN = timedelta(days=30)  # what follows sooner is taken for the next step, agreed or not


def followed(
    activities: pd.DataFrame, client_id: str, plan: Plan, as_of: date, *, month_first: bool = False
) -> list[dict[str, Any]]:
    """The client's activities in the plan's period up to a day, the oldest first, judged against that plan.

    Each is as `insight.client.contacts` gives it, with `objective` (its id; None where it served none) and
    `next_step`: the first later day that its text names, else the day of what followed within 30 days; None where
    nothing did.
    """
    rows = logged(activities, plan.period.first, only={client_id})
    rows = rows[rows["date"] <= pd.Timestamp(as_of)].sort_values("date", kind="stable").reset_index(drop=True)
    plans = {client_id: plan}
    served = judge(rows, objectives(plans), events(plans), as_of)["objective_id"].tolist()
    days = [day.date() for day in rows["date"]]
    return [
        contact(row)
        | {
            "objective": objective,
            "next_step": dated(_text(row), day, month_first=month_first) or _after(day, days),
        }
        for row, day, objective in zip(plain(rows), days, served, strict=True)
    ]


def _text(row: dict[str, Any]) -> str:
    return f"{row['subject'] or ''}\n{row['notes'] or ''}"


def _after(day: date, days: list[date]) -> date | None:
    return next((later for later in days if day < later <= day + _WITHIN), None)
