"""A week's input out of plan documents."""

from __future__ import annotations

from datetime import date

from clientplan.insight.week.words import Client, Work
from clientplan.plan.plan import Plan
from clientplan.plan.words import Side


def client_of(
    plan: Plan, *, hours: float | None = None, last_contact: date | None = None, next_contact: date | None = None
) -> Client:
    """The plan's client; `hours` a month as advised, else as the plan has them."""
    planned = None if plan.effort.hours is None else float(plan.effort.hours)
    return Client(
        id=plan.client.id or plan.client.name,
        name=plan.client.name,
        phase=plan.phase,
        hours=planned if hours is None else hours,
        last_contact=last_contact,
        next_contact=next_contact,
    )


def open_work(plan: Plan, owner: str | None = None) -> tuple[Work, ...]:
    """The plan's open actions on our side, or those of one owner, whose name is compared without regard to capitals."""
    return tuple(
        Work(
            client=plan.client.id or plan.client.name,
            id=action.id,
            what=action.what or action.id,
            due=action.due,
            hours=None if action.hours is None else float(action.hours),
        )
        for action in plan.actions
        if action.open and action.side is Side.OURS and (owner is None or _same(action.owner, owner))
    )


def _same(name: str | None, other: str) -> bool:
    return name is not None and " ".join(name.casefold().split()) == " ".join(other.casefold().split())
