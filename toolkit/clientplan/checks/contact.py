"""Theme 6, activity: how often there is contact, and with whom."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from clientplan.checks.figures import Contact
from clientplan.checks.finding import Finding, Severity
from clientplan.checks.logged import Who, past
from clientplan.checks.registry import rule
from clientplan.checks.rule import About, Context, Threshold
from clientplan.plan.plan import Plan

_YEAR = 365  # days


@rule(
    About(
        code="CP603",
        name="silence",
        severities=(Severity.WARNING,),
        why="A client who leaves is rarely the one who says so. Where contact comes by chance, a gap of three times "
        "the usual one has a probability under 5 %.",
        source="",
        example="""
            actions:
              - id: a1
                note: Nobody has answered since July
            """,
        better="""
            actions:
              - id: a1
                note: Spoke to the planner on the 10th
            """,
        thresholds=(
            Threshold("times", 3, "silence may last this many times the usual gap"),
            Threshold("days", 21, "a silence of this many days is none yet"),
            Threshold("fewest", 5, "with fewer gaps in the last year than this no gap is usual"),
        ),
        uses=("log",),
        since="0.1",
    )
)
def no_silence(plan: Plan, context: Context) -> Iterator[Finding]:
    """No contact for three weeks, three times the usual gap, and longer than ever in the year before.

    The usual gap is the mean between days with contact in the year up to the last one. That no gap was as long matters
    with a client who is spoken to every few days: of a hundred gaps some are three times the usual by chance alone.
    Nothing is said outside the period.
    """
    days = _days(past(context))
    gaps = [(after - before).days for before, after in pairwise(days)]
    if context.today not in plan.period or not gaps or len(gaps) < context.limits["fewest"]:
        return
    silence, usual = (context.today - days[-1]).days, sum(gaps) / len(gaps)
    if silence > max(context.limits["times"] * usual, context.limits["days"], *gaps):
        yield context.warning(
            ("people",),
            "no contact is logged since {last}, {silence} days ago, and it used to come every day. "
            "Get in touch, or collect a newer export if you have been.",
            several="no contact is logged since {last}, {silence} days ago, and it used to come every {count} days or "
            "so. Get in touch, or collect a newer export if you have been.",
            count=max(round(usual), 1),
            last=days[-1],
            silence=silence,
        )


def _days(contacts: list[Contact]) -> list[date]:
    """The days with contact in the year up to the last."""
    days = sorted({contact.when for contact in contacts})
    return [day for day in days if (days[-1] - day).days <= _YEAR]


@rule(
    About(
        code="CP604",
        name="one-person-only",
        severities=(Severity.WARNING,),
        why="A relationship that hangs on one person ends when that person moves on, and shows one view until then.",
        source="",
        example="""
            people:
              - name: Martin Oakes
                role: Operations Director
                contact: Ruth Adeyemi
                decides: true
                note: We see him alone
            """,
        better="""
            people:
              - name: Martin Oakes
                role: Operations Director
                contact: Ruth Adeyemi
                decides: true
                influence: high
                support: supporter
              - name: Paul Sefton
                role: Engineering Manager
                contact: Jonas Weiß
                influence: medium
                support: sceptic
            """,
        thresholds=(
            Threshold("days", 90, "contact is looked for in this many days"),
            Threshold("fewest", 3, "with fewer contacts than this nothing is said"),
        ),
        uses=("log",),
        since="0.1",
    )
)
def several_people(plan: Plan, context: Context) -> Iterator[Finding]:
    """All contact of the last 90 days was with one single person, though others are known at the client.

    The plan's people and the whole log say who is known. Nothing is said where most of the contacts don't name anybody,
    nor outside the period.
    """
    everything = past(context)
    recent = [one for one in everything if (context.today - one.when).days <= context.limits["days"]]
    whos = list(Who.of(one.who for one in recent))
    if context.today not in plan.period or len(whos) < max(context.limits["fewest"], 1) or 2 * len(whos) < len(recent):
        return
    only = whos[-1]
    if not all(only.may_be(who) for who in whos):
        return
    deciders = [person.name for person in plan.people if person.decides]
    known = [*deciders, *(person.name for person in plan.people), *(one.who for one in reversed(everything))]
    other = next((who for who in Who.of(dict.fromkeys(known)) if not only.may_be(who)), None)
    if other is not None:
        yield context.warning(
            ("people",),
            "every contact of the last {days} days that names somebody was with {only} ({contacts} in all). "
            "Speak with somebody else too, such as {other}.",
            days=context.limits["days"],
            only=only.name,
            contacts=len(whos),
            other=other.name,
        )
