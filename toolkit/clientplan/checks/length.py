"""Theme 1, form: how much is written, and how much of it is plan and not the analysis behind it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from clientplan.checks.finding import Finding, Severity
from clientplan.checks.raw import rows
from clientplan.checks.registry import rule
from clientplan.checks.rule import About, Context, Threshold
from clientplan.plan.plan import Plan
from clientplan.plan.source import Path
from clientplan.plan.texts import Written, written

_WORD = re.compile(r"[^\W_]\S*")  # a dash isn't one, and well-known is one
_SHOWN = 3  # parts of the plan that a message names
_UNPRINTED = {"notes", "checks_off"}
_CLOSED = {"done_when", "owner", "note"}  # of an action: the page has only a line for one that is closed


@rule(
    About(
        code="CP103",
        name="too-many-words",
        severities=(Severity.WARNING,),
        why="Long plans aren't read. What is left when a plan is cut to a page is what matters.",
        source="Flynn, Client Business Plan: as short as we can make it",
        example="""
            actions:
              - {id: a4, what: Send the line log, objective: o4, owner: Jonas Weiß,
                 due: 2026-10-01, done_when: Their planner has it}
              - {id: a5, what: Send the film list, objective: o4, owner: Jonas Weiß,
                 due: 2026-10-03, done_when: Their planner has it}
              - {id: a6, what: Ask for the roll plan, objective: o4, owner: Jonas Weiß,
                 due: 2026-10-05, done_when: Their planner has it}
              - {id: a7, what: Send the roll plan back, objective: o4, owner: Jonas Weiß,
                 due: 2026-10-07, done_when: Their planner has it}
              - {id: a8, what: Call the film supplier, objective: o4, owner: Jonas Weiß,
                 due: 2026-10-09, done_when: Their planner has it}
              - {id: a9, what: Call the carrier, objective: o4, owner: Jonas Weiß,
                 due: 2026-10-11, done_when: Their planner has it}
            """,
        better="""
            actions:
              - id: a3
                what: Set the second line to the narrow film, with roll plan and line log at hand
            """,
        thresholds=(
            Threshold("words", 700, "this many words may stand on the page"),
            Threshold("bullets", 12, "this many objectives and actions may be open, taken together"),
        ),
        gives_way_to=("CP101", "CP401"),
        since="0.1",
    )
)
def few_words(plan: Plan, context: Context) -> Iterator[Finding]:
    """More words on the page than are read, or more open objectives and actions than can be kept in sight.

    Counted is what is written in the plan and the internal page prints: not the plan's notes, nor the reasons in
    `checks_off`, reviews before the last, or how a closed action was to be done. Words that the template adds and
    the numbers and dates of measures count for nothing.
    """
    parts: Counter[str] = Counter()
    for text in printed(plan):
        parts[str(text.path[0])] += _count(text)
    if parts.total() > context.limits["words"]:
        yield context.warning(
            (),
            "the page carries {count} words of yours, and {most} is the most that is read. Most of them: {longest}. "
            "Shorten those.",
            count=parts.total(),
            most=context.limits["words"],
            longest=", ".join(f"{name} {words}" for name, words in parts.most_common(_SHOWN)),
        )
    objectives, actions = (sum(item.open for item in items) for items in (plan.objectives, plan.actions))
    if objectives + actions > context.limits["bullets"]:
        yield context.warning(
            ("objectives",),
            "{objectives} of them are open and so are {actions} actions, and {most} of both together is the most that "
            "can be kept in sight. Drop, merge or close some.",
            objectives=objectives,
            actions=actions,
            most=context.limits["bullets"],
        )


@rule(
    About(
        code="CP105",
        name="analysis-carried-along",
        severities=(Severity.WARNING,),
        why="Data and analysis are input. The plan is the outcome, and never carries the analysis along.",
        source="Flynn, Client Business Plan: data collection and analysis are input to the plan",
        example="""
            notes: |
              2026-01  14 404  15 000
              2026-02  14 028  14 000
              2026-03  14 432  14 000
              2026-04  15 811  15 000
              2026-05  22 518  20 000
              2026-06  21 090  21 000
              2026-07  20 114  21 000
              2026-08  19 870  21 000
              2026-09  19 205  21 000
            """,
        better="""
            notes: From June on they bought less than planned, every month.
            """,
        thresholds=(
            Threshold("rows", 8, "a table in a text may have this many rows"),
            Threshold("share", 0.35, "this part of the words on the page may be background"),
            Threshold("words", 150, "with fewer words on the page than this their share isn't judged"),
        ),
        since="0.1",
    )
)
def outcome_not_input(plan: Plan, context: Context) -> Iterator[Finding]:
    """A table that was pasted into a text, or a page of which too much is background.

    A row is a line with tabs, upright strokes, or mostly numbers. Background is the reason of the phase, the evidence,
    the risks and the notes on people, of all words on the page (as CP103 counts them). The plan's own notes stand on
    no page, so they are looked through for tables only.
    """
    most = context.limits["rows"]
    for text in written(plan):
        count = rows(text.words) if text.words.count("\n") >= most else 0
        if count > most:
            yield context.warning(
                text.path,
                "a table of {count} rows. Keep it with the data, and write the one sentence that follows from it.",
                count=count,
            )
    everything = background = 0
    for text in printed(plan):
        everything += (words := _count(text))
        background += words if _is_background(text.path) else 0
    least, share = context.limits["words"], context.limits["share"]
    if everything and everything >= least and background > share * everything:
        yield context.warning(
            (),
            "{part} % of the words on the page are background (reason of the phase, evidence, risks, notes on people), "
            "and {most} % is the most that leaves room for the plan. Keep what an objective or action rests on.",
            part=-(-100 * background // everything),  # rounded up
            most=f"{100 * share:g}",
        )


def printed(plan: Plan) -> Iterator[Written]:
    """What of a plan's texts the internal page prints."""
    return (text for text in written(plan) if _on_page(plan, text.path))


def _on_page(plan: Plan, path: Path) -> bool:
    if path[0] == "reviews":
        return path[1] == len(plan.reviews) - 1 and path[-1] in {"agreed", "lessons"}
    if path[0] == "actions" and path[-1] in _CLOSED:
        return isinstance(path[1], int) and plan.actions[path[1]].open
    return path[0] not in _UNPRINTED and "readings" not in path


def _is_background(path: Path) -> bool:
    return path[0] in {"phase_reason", "risks"} or "evidence" in path or (path[0] == "people" and path[-1] == "note")


def _count(text: Written) -> int:
    return len(_WORD.findall(text.words))
