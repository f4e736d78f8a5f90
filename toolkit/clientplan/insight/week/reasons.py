"""Why something is in the week, or isn't."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from clientplan.insight.spoken import day, several
from clientplan.insight.week.queue import Turn
from clientplan.insight.week.words import Block, Client, Unfit, Untouched, Work
from clientplan.plan.words import Phase

CONTACT = "Contact"
_IN = {Phase.EROSION: "in erosion", Phase.BUILD: "in build", Phase.MAINTENANCE: "in maintenance", None: "no phase set"}
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")


def action(work: Work, turn: Turn, unstated: float) -> str:
    hours = "" if work.hours is not None and work.hours > 0 else f"; no hours stated, {shown(unstated)} taken"
    if work.due is None:
        return f"no due day{hours}"
    if turn is Turn.OVERDUE:
        return f"overdue since {day(work.due)}{hours}"
    if turn is Turn.DUE and work.due.weekday() < len(_WEEKDAYS):
        return f"due on {_WEEKDAYS[work.due.weekday()]}{hours}"
    return f"due on {day(work.due)}{hours}"


def contact(client: Client, days: int) -> str:
    last = f"the last was on {day(client.last_contact)}" if client.last_contact else "none is logged"
    return f"{_IN[client.phase]}: contact at least every {days} days, {last}"


def too_late(why: str) -> str:
    return f"{why}, and there are no hours before"


def no_room(why: str) -> str:
    return f"no hours left ({why})"


def rest(why: str, begun: bool) -> str:  # one of two words
    return f"{'the rest has' if begun else 'there are'} no hours this week ({why})"


def nothing(client: Client, due: date | None, friday: date, *, waits: bool) -> str:
    if waits:
        return "what there is to do didn't fit"
    if client.next_contact is not None and client.next_contact <= friday:
        return f"no open action; a contact is in the calendar for {day(client.next_contact)}"
    return f"no open action, and the next contact is due on {day(due)}" if due else "no open action"


def summary(blocks: Sequence[Block], unfit: Sequence[Unfit], untouched: Sequence[Untouched], capacity: float) -> str:
    """One sentence over the week: every number is a count of it."""
    hours = sum(block.hours for block in blocks)
    actions = len({(block.client, block.id) for block in blocks if block.id is not None})
    contacts = sum(block.id is None for block in blocks)
    clients = len({block.client for block in blocks})
    said = f"{shown(hours)} of {shown(capacity)} hours: {several(actions, 'action')} and {several(contacts, 'contact')}"
    said += f" for {several(clients, 'client')}."
    for pressing, head in ((True, "No room for what is due by Friday"), (False, "Left for later weeks")):
        left = [one.hours for one in unfit if one.pressing is pressing]
        if left:
            said += f" {head}: {several(len(left), 'item')} ({shown(sum(left))} hours)."
    if untouched:
        names = [one.name for one in untouched]
        more = f" and {len(names) - 3} more" if len(names) > 3 else ""  # noqa: PLR2004  # a sentence names three
        said += f" Nothing this week for {', '.join(names[:3])}{more}."
    return said


def shown(hours: float) -> str:
    """2.5, and 3 for 3.0."""
    return f"{hours:.2f}".rstrip("0").rstrip(".")
