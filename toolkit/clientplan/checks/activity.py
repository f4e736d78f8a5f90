"""Theme 6, activity: whether what was done served the plan, and led on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import islice
from math import ceil

from clientplan.checks.capacity import shown
from clientplan.checks.figures import Contact
from clientplan.checks.finding import Finding, Severity
from clientplan.checks.ladder import standing
from clientplan.checks.logged import hours, judged, named
from clientplan.checks.registry import rule
from clientplan.checks.rule import About, Context, Threshold
from clientplan.plan.plan import Plan

_SMART = "Flynn, Client Business Plan: activity is smart only relative to the plan"
_LISTED = 3  # of those that served none


@rule(
    About(
        code="CP601",
        name="hours-without-an-objective",
        severities=(Severity.WARNING, Severity.NOTE),
        why="Activity is no measure of success. An hour counts when it serves an objective, and hours can't be got "
        "back.",
        source=_SMART,
        example="""
            actions:
              - id: a4
                what: Present the product range to the buyer
                objective: o1
                owner: Ruth Adeyemi
                due: 2026-10-09
                done_when: He has seen it
            """,
        better="""
            actions:
              - id: a4
                what: Time a film change with the buyer
                objective: o4
                owner: Ruth Adeyemi
                due: 2026-10-09
                done_when: He has written down the minutes
            """,
        thresholds=(
            Threshold("share", 0.6, "this part of the logged hours should serve an objective"),
            Threshold("fewest", 10, "with fewer activities than this that have hours, their share isn't judged"),
        ),
        uses=("log.judged",),
        since="0.1",
    )
)
def hours_serve(plan: Plan, context: Context) -> Iterator[Finding]:
    """Too few of the hours that were logged in the period served an objective (warning), and which didn't (note).

    What served an objective that was reached since counts, what served a dropped one doesn't. Activities without hours
    are left out, and so is a log in which objectives weren't looked for.
    """
    timed = [contact for contact in judged(context) if hours(contact)]
    ids = {objective.id for _, objective in standing(plan)}
    idle = [contact for contact in timed if contact.objective not in ids]
    all_hours, idle_hours = sum(map(hours, timed)), sum(map(hours, idle))
    if context.today > plan.period.last or not ids or len(timed) < max(context.limits["fewest"], 1):
        return
    if all_hours - idle_hours < context.limits["share"] * all_hours - 1e-9:  # a sum of floats
        yield context.warning(
            ("objectives",),
            "of {all} hours logged in the period, {served} served an objective ({percent} %). "
            "Do less of the rest, or write down the objective that it serves.",
            all=shown(all_hours),
            served=shown(all_hours - idle_hours),
            percent=format(100 * (all_hours - idle_hours) / all_hours, ".0f"),
        )
        yield context.note(
            ("objectives",),
            "most of the hours that served none went to {largest}. Ask of each whether to stop it.",
            largest=", ".join(islice(_largest(idle), _LISTED)),
        )


def _largest(contacts: list[Contact]) -> Iterator[str]:
    """What took most hours, by kind and subject, with the hours."""
    alike: dict[tuple[str, str], list[Contact]] = defaultdict(list)
    for contact in contacts:
        alike[contact.kind.casefold(), contact.subject.casefold()].append(contact)
    for group in sorted(alike.values(), key=lambda group: -sum(map(hours, group))):
        yield f"{named(group[0])} ({shown(sum(map(hours, group)))} h)"


@rule(
    About(
        code="CP602",
        name="no-next-step",
        severities=(Severity.WARNING,),
        why="An activity moves something on when it ends with a step that has a day. Without one the next contact "
        "begins at the beginning.",
        source=_SMART,
        example="""
            actions:
              - id: a1
                note: Good talk on the 10th, to be continued
            """,
        better="""
            actions:
              - id: a1
                note: Good talk on the 10th, the next on 24 September
            """,
        thresholds=(Threshold("in_row", 3, "this many activities in a row without a dated next step are told"),),
        uses=("log.judged",),
        since="0.1",
    )
)
def steps_follow(plan: Plan, context: Context) -> Iterator[Finding]:
    """The last activities of the period, three in a row, ended without a next step that has a day.

    Nothing is said while a step that was agreed before them lies ahead, nor of a log in which steps weren't looked for.
    """
    contacts = judged(context)
    in_row = max(ceil(context.limits["in_row"]), 1)
    last = contacts[-in_row:]
    ahead = any(contact.next_step is not None and contact.next_step >= context.today for contact in contacts)
    if len(last) < in_row or context.today > plan.period.last or ahead:
        return
    if all(contact.next_step is None for contact in last):
        yield context.warning(
            ("actions",),
            "the last activity ended without a dated next step: {latest} on {day}. Agree what follows, and when.",
            several="the last {count} activities ended without a dated next step, the latest {latest} on {day}. "
            "Agree what follows, and when.",
            count=in_row,
            latest=named(last[-1]),
            day=last[-1].when,
        )
