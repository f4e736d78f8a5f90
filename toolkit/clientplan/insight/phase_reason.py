"""Why a client is in its phase, in the figures that decided."""

from __future__ import annotations

from math import isnan
from typing import Any

from clientplan.insight.risk.look import WINDOW
from clientplan.insight.risk.reason import days, months, percent
from clientplan.plan.words import Phase


def because(phase: str, watch: bool, has_plan: bool, stands: Any, facts: Any) -> str:
    """One to three sentences.

    Args:
        phase: the client's.
        watch: whether it is on watch.
        has_plan: whether there is a plan, or its own run-rate stands for one.
        stands: a row of `clientplan.insight.standing.standing`.
        facts: the client's row of `clientplan.insight.risk.facts.facts`.
    """
    if isnan(stands.tenure_days):
        return "No order so far."
    if stands.tenure_days < WINDOW:
        return f"First order {days(stands.tenure_days)} ago."
    if phase == Phase.BUILD:
        return f"The plan is {stands.plan_to_pace:.1f} times its usual pace. {_silence(stands, facts)}"
    said = [*_quarters(stands, has_plan), _silence(stands, facts)]
    if watch:
        return " ".join(
            [
                "One of the tenth of your clients likeliest to fall.",
                months(facts.months_ordered, facts.months_ordered_before),
                *said,
            ]
        )
    return " ".join(said)


def _quarters(stands: Any, has_plan: bool) -> list[str]:
    """Both looks; nothing where there is neither plan nor pace."""
    if isnan(stands.of_plan):
        return []
    against = "plan" if has_plan else "its usual pace"
    before = "" if isnan(stands.of_plan_before) else f", a month ago {percent(stands.of_plan_before, 1)}"
    return [f"Last quarter {percent(stands.of_plan, 1)} of {against}{before}."]


def _silence(stands: Any, facts: Any) -> str:
    if stands.days_since_order > WINDOW:
        return f"No order for {days(stands.days_since_order)}."
    since = f"{days(stands.days_since_order)} since the last order"
    if isnan(stands.longest_gap):
        return f"{since}."
    if isnan(facts.longest_gap):
        return f"{since}, the only one within a year; the gap before was {days(stands.longest_gap)}."
    if stands.days_since_order > stands.longest_gap:
        return f"{since}, longer than each gap of the last year ({stands.longest_gap:.0f} at most)."
    return f"{since}, longest gap {stands.longest_gap:.0f}."
