"""Open actions and the next review as days of a calendar."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

from icalendar import Calendar, Event

from clientplan.export.exporting import Job, Written
from clientplan.plan.action import Action
from clientplan.plan.words import Side

_OURS = "INTERNAL: not for the client"


def ics(job: Job) -> Written:
    """An event of a whole day for each open action that has a due date; those without one are named.

    Events rather than tasks: few calendars take tasks in. Ids stay the same, so a calendar that takes the file in
    again moves the events in place of adding others.
    """
    plan = job.plan
    calendar = Calendar()
    calendar.add("prodid", "-//Client Plan//clientplan//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", f"{plan.client.name}{' (internal)' if job.internal else ''}")
    undated = []
    for action in plan.actions:
        if action.open and action.due is not None:
            calendar.add_component(_event(job, action.id, action.due, _summary(job, action), _description(job, action)))
        elif action.open:
            undated.append(action.id)
    if plan.next_review is not None:
        calendar.add_component(
            _event(job, "next-review", plan.next_review, f"Plan review: {plan.client.name}", _marked(job, []))
        )
    return bytes(calendar.to_ical()), (_left_out(undated),) if undated else ()


def _event(job: Job, name: str, day: date, summary: str, description: str) -> Event:
    event = Event()
    event.add("uid", f"{name}.{job.name}{'.internal' if job.internal else ''}@clientplan")
    event.add("dtstamp", datetime.combine(job.today, time(), UTC))
    event.add("dtstart", day)
    event.add("dtend", day + timedelta(days=1))
    event.add("summary", summary)
    if description:
        event.add("description", description)
    event.add("transp", "TRANSPARENT")  # a due date takes no time of the day
    if job.internal:
        event.add("class", "PRIVATE")
    return event


def _summary(job: Job, action: Action) -> str:
    who = f", {action.owner}" if action.owner else ""
    return f"{job.plan.client.name}: {' '.join((action.what or action.id).split())}{who}"


def _description(job: Job, action: Action) -> str:
    objective = job.plan.objective(action.objective)
    lines = [
        f"Objective: {objective.words}" if objective and objective.words else "",
        f"Done when: {action.done_when}" if action.done_when else "",
        "Theirs to do" if action.side is Side.CLIENT else "",
        f"Note: {action.note}" if action.note else "",
    ]
    return _marked(job, [line for line in lines if line])


def _marked(job: Job, lines: list[str]) -> str:
    return "\n".join([*([_OURS] if job.internal else []), *lines])


def _left_out(undated: list[str]) -> str:
    what = "action" if len(undated) == 1 else "actions"
    has = "has" if len(undated) == 1 else "have"
    return f"{what} {', '.join(undated)} {has} no due date, and so no day in a calendar. Add one as YYYY-MM-DD"
