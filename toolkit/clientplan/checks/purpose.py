"""Theme 3, intent and value: what both sides want, and how we know."""

from __future__ import annotations

from collections.abc import Iterator

from clientplan.checks.finding import Edit, Finding, Severity
from clientplan.checks.language import spoken
from clientplan.checks.registry import rule
from clientplan.checks.rule import About, Context, Threshold
from clientplan.checks.said import Said
from clientplan.checks.unsaid import unsaid
from clientplan.plan.plan import Plan
from clientplan.plan.purpose import Intent
from clientplan.plan.words import Basis

_CLIENT = ("intent", "client")
_EMPTY = {
    "ours": Said("says nothing. Write what we want of this relationship, as we would say it to them."),
    "client": Said("says nothing. Write what they want of this relationship, in their words."),
}
_EVIDENCE = {
    "who": Said("nobody is named who said so. Add the person."),
    "where": Said("where it was said is open. Add the meeting or the document."),
    "when": Said("when it was said is open. Add the day as YYYY-MM-DD."),
}


@rule(
    About(
        code="CP301",
        name="intent-empty",
        severities=(Severity.ERROR,),
        why="A relationship has an intention on both sides. With one of them open, the objectives are ours alone.",
        source="Flynn, Client Business Plan: intention on both sides",
        example="""
            intent:
              client:
                words: tbd
            """,
        better="""
            intent:
              client:
                words: Get through the winter without a stopped line
            """,
        since="0.1",
    )
)
def intent_said(plan: Plan, context: Context) -> Iterator[Finding]:
    """Our intent or the client's has no words, or only ones that keep the place (tbd, ?)."""
    for side, sentence in _EMPTY.items():
        intent: Intent | None = getattr(plan.intent, side)
        if intent is None:
            yield context.error(("intent", side), sentence)
        elif unsaid(intent.words):
            yield context.error(("intent", side, "words"), sentence)


@rule(
    About(
        code="CP302",
        name="intent-without-evidence",
        severities=(Severity.WARNING,),
        why="What a client wants is confirmed or assumed, and the plan should say which. "
        "With a name, a place and a day it is a fact that others can ask about.",
        source="",
        example="""
            intent:
              client:
                who:
                where:
                when:
            """,
        better="""
            intent:
              client:
                who: Martin Oakes, Operations Director
                where: Annual meeting in Selby
                when: 2026-01-20
            """,
        since="0.1",
    )
)
def intent_has_evidence(plan: Plan, context: Context) -> Iterator[Finding]:
    """The client's intent isn't marked as inferred, and doesn't say who said it, where, or when."""
    intent = plan.intent.client
    if intent is None or unsaid(intent.words) or intent.basis is Basis.INFERRED:
        return
    missing = _missing(intent)
    if len(missing) == len(_EVIDENCE):
        yield context.warning(
            _CLIENT,
            "nothing shows that they said so. Add who, where and when, or write `basis: inferred`.",
            fix=context.fix("write `basis: inferred`", Edit((*_CLIENT, "basis"), Basis.INFERRED)),
        )
        return
    for part in missing:
        yield context.warning((*_CLIENT, part), _EVIDENCE[part])


def _missing(intent: Intent) -> list[str]:
    absent = {"who": unsaid(intent.who), "where": unsaid(intent.where), "when": intent.when is None}
    return [part for part, missing in absent.items() if missing]


@rule(
    About(
        code="CP303",
        name="intent-not-validated",
        severities=(Severity.WARNING,),
        why="A plan that the client hasn't bought into is a guess. Asking is an action like any other, and early is "
        "when the answer can still change the plan.",
        source="Flynn, Client Business Plan: a plan without the client's intent is a guess",
        example="""
            intent:
              client:
                basis: inferred
            """,
        better="""
            intent:
              client:
                basis: inferred
            reviews:
              - when: 2026-02-03
                by: Ruth Adeyemi
                agreed: The intent, as written here
            """,
        thresholds=(Threshold("days", 30, "an intent may stay unvalidated this many days into the period"),),
        gives_way_to=("CP302",),
        since="0.1",
    )
)
def intent_validated(plan: Plan, context: Context) -> Iterator[Finding]:
    """The client's intent is inferred, or has neither basis nor evidence, and nothing was agreed in a review.

    Told when the period has run for a while; before, when no open action will confirm it. Words for confirming are
    known in English, German, French and Spanish. Nothing is said when the period is over.
    """
    intent = plan.intent.client
    if intent is None or unsaid(intent.words) or context.today > plan.period.last:
        return
    guessed = intent.basis is Basis.INFERRED or (intent.basis is None and len(_missing(intent)) == len(_EVIDENCE))
    if not guessed or not all(unsaid(review.agreed) for review in plan.reviews):
        return
    days = (context.today - plan.period.first).days
    if days > context.limits["days"]:
        yield context.warning(
            _CLIENT,
            "is still our guess, {days} days into the period. Ask them, and write what was agreed into a review.",
            days=days,
        )
    elif not _will_be_confirmed(plan):
        yield context.warning(
            _CLIENT, "is our guess, and no open action will confirm it. Add one: who asks whom, and by when."
        )


def _will_be_confirmed(plan: Plan) -> bool:
    """Also where we have no words for the plan's language."""
    known = list(spoken(plan.locale))
    if not known:
        return True
    texts = (text for action in plan.actions if action.open for text in (action.what, action.done_when) if text)
    return any(language.confirming.found(text) for text in texts for language in known)
