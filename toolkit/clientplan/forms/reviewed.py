"""Whether a plan was looked at when it should have been."""

from __future__ import annotations

from datetime import date, timedelta

from clientplan.checks.rhythm import rhythm
from clientplan.forms.text import short_day
from clientplan.plan.plan import Plan

_CLOSING = 31  # days; a review in the last month of the period says how it ended


def reviewed(plan: Plan, today: date) -> tuple[bool, str]:
    """Whether that is done for now, and in a few words why.

    It is done while the last review is no older than the plan's own rhythm (else 100 days, and 35 in erosion), and the
    day that was set for the next one hasn't passed. A plan that is too young for a first review is neither done nor
    late: nobody has looked at it yet.
    """
    held = [review.when for review in plan.reviews if review.when <= today]
    last = held[-1] if held else None
    if not plan.objectives:
        return False, "nothing to review yet"
    if today > plan.period.last:
        closed = last is not None and (plan.period.last - last).days < _CLOSING
        return closed, "closed" if closed else "the closing one is missing"
    due = plan.next_review
    if due is not None and due < today and (last is None or last < due):
        return False, f"due since {short_day(due)}"
    if last is not None and (today - last).days <= rhythm(plan):
        return True, f"held {short_day(last)}"
    if last is None and (today - plan.period.first).days <= rhythm(plan):
        first = due or plan.period.first + timedelta(days=rhythm(plan))
        return False, f"first one {short_day(first)}"
    return False, f"none since {short_day(last or plan.period.first)}"


def overdue(plan: Plan, today: date) -> int:
    """The days since the next review should have been held; 0 while it lies ahead, or where no day was set."""
    held = [review.when for review in plan.reviews if review.when <= today]
    due = plan.next_review
    if due is None or due >= today or (held and held[-1] >= due):
        return 0
    return (today - due).days
