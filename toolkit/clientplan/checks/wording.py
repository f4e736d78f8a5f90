"""Theme 5, actions: how they are worded."""

from __future__ import annotations

from collections.abc import Iterator

from clientplan.checks.finding import Finding, Severity
from clientplan.checks.recurring import recurring
from clientplan.checks.registry import rule
from clientplan.checks.rule import About, Context
from clientplan.checks.unsaid import unsaid
from clientplan.checks.verbs import no_verb
from clientplan.plan.action import Action
from clientplan.plan.plan import Plan
from clientplan.plan.source import Path
from clientplan.plan.words import Level


def _open(plan: Plan) -> Iterator[tuple[Path, Action]]:
    return ((("actions", at), action) for at, action in enumerate(plan.actions) if action.open)


@rule(
    About(
        code="CP503",
        name="action-not-doable",
        severities=(Severity.WARNING,),
        why="A verb at the start says what somebody does; “pricing” is a topic. Without a done criterion two people "
        "mean two things by it.",
        source="",
        example="""
            actions:
              - id: a1
                what: Monthly pricing meeting
                done_when:
            """,
        better="""
            actions:
              - id: a1
                what: Agree the price of the narrow film with the buyer
                done_when: The price stands in the contract
            """,
        since="0.1",
    )
)
def action_doable(plan: Plan, context: Context) -> Iterator[Finding]:
    """An open action that says nothing, doesn't begin with a verb, or has no done criterion.

    Only a first word that surely is no verb is told (an article, a number, “Monthly”, “Meeting”), in English, German,
    French and Spanish. A German action may end with its verb.
    """
    for path, action in _open(plan):
        if unsaid(action.what):
            yield context.warning((*path, "what"), "says nothing. Write what the owner does, beginning with a verb.")
            continue
        if word := no_verb(action.what or "", plan.locale):
            yield context.warning(
                (*path, "what"),
                "“{word}” isn't a verb. Begin with what the owner does, such as agree, send or book.",
                word=word,
            )
        if unsaid(action.done_when):
            yield context.warning(
                (*path, "done_when"), "no done criterion. Write what both sides will see when it is done."
            )


@rule(
    About(
        code="CP509",
        name="recurring-action",
        severities=(Severity.WARNING,),
        why="A call every month is activity. It becomes smart activity when a process objective says what it is for, "
        "and counts it.",
        source="Flynn, Client Business Plan: replace activity with smart activity",
        example="""
            actions:
              - id: a2
                what: Call the carrier every month
                objective: o2
            """,
        better="""
            actions:
              - id: a2
                what: Call the carrier every month
                objective: o3
            """,
        since="0.1",
    )
)
def recurs_under_a_process(plan: Plan, context: Context) -> Iterator[Finding]:
    """An open action that recurs (monthly, every week) under an objective that isn't a process.

    One that begins or ends a habit (“agree a weekly call”) is done once. The words are known in English, German, French
    and Spanish.
    """
    levels = {objective.id: objective.level for objective in plan.objectives}
    for path, action in _open(plan):
        if levels.get(action.objective or "") in {None, Level.PROCESS}:
            continue  # CP501 and CP405 say what is missing
        if words := recurring(action.what or "", plan.locale):
            yield context.warning(
                (*path, "what"),
                "“{words}” says that it recurs, and objective {id} isn't a process. "
                "Put it under a process objective, or write what is done once.",
                words=words,
                id=action.objective,
            )
