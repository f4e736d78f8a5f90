"""Theme 3, intent and value: what makes the plan worth both parties' time."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clientplan.checks.amount import has_number
from clientplan.checks.finding import Finding, Severity
from clientplan.checks.language import Language, spoken
from clientplan.checks.registry import rule
from clientplan.checks.rule import About, Context, Threshold
from clientplan.checks.said import Said
from clientplan.checks.unsaid import unsaid
from clientplan.plan.plan import Plan
from clientplan.plan.purpose import ValueProposition
from clientplan.plan.source import Path

_WHERE = "value_proposition"
_NO_KEY_ACCOUNT = "Flynn, No Plan, No Value Proposition = No Key Account!, 2010"
_OPEN = {
    "goal": Said("is open. Write what they want to reach, in their words."),
    "value": Said("is open. Write what we bring to their goal."),
    "they_gain": Said("is open. Write how they gain, with a figure."),
    "we_gain": Said("is open. Write how we gain, as we would say it to them."),
}
_QUOTED = re.compile(r"“[^”]*”|„[^“”]*[“”]|«[^»]*»|»[^«]*«|\"[^\"]*\"")


def _answers(proposition: ValueProposition) -> dict[str, str]:
    """The questions that are answered, with their answers."""
    found = {name: getattr(proposition, name) for name in _OPEN}
    return {name: answer for name, answer in found.items() if not unsaid(answer)}


@rule(
    About(
        code="CP304",
        name="value-proposition-missing",
        severities=(Severity.ERROR, Severity.WARNING),
        why="Without a value proposition there is no key account, only a list of what we would like to sell. It starts "
        "from a goal of theirs, and what can't be said in a few lines isn't clear yet.",
        source=_NO_KEY_ACCOUNT,
        example="""
            value_proposition:
              goal:
            """,
        better="""
            value_proposition:
              goal: Fill 40,000 packs a shift by December without a new line.
            """,
        thresholds=(Threshold("words", 60, "the four answers may have this many words together"),),
        since="0.1",
    )
)
def proposition_there(plan: Plan, context: Context) -> Iterator[Finding]:
    """No value proposition at all (error); or it names no goal of the client's, or has too many words (warnings)."""
    answers = _answers(plan.value_proposition)
    if not answers:
        yield context.error(
            (_WHERE,), "is empty. Say what their goal is, what we bring to it, how they gain and how we do."
        )
        return
    if "goal" not in answers:
        yield context.warning((_WHERE, "goal"), "names no goal of theirs. Begin with what they want to reach.")
    count = sum(any(mark.isalnum() for mark in word) for answer in answers.values() for word in answer.split())
    if count > context.limits["words"]:
        yield context.warning(
            (_WHERE,),
            "{count} words, and {most} is the most that is read in one breath. Keep what only we can say to only them.",
            count=count,
            most=context.limits["words"],
        )


@rule(
    About(
        code="CP305",
        name="claim-without-evidence",
        severities=(Severity.WARNING,),
        why="A claim that nothing shows is an opinion, and the client has heard it from the others too.",
        source="",
        example="""
            value_proposition:
              they_gain: Less film a week.
              evidence:
            """,
        better="""
            value_proposition:
              they_gain: 60 kg less film a week.
              evidence:
            """,
        since="0.1",
    )
)
def claim_has_evidence(plan: Plan, context: Context) -> Iterator[Finding]:
    """A value that we bring or that they gain, with no number in it and no evidence beside it."""
    proposition = plan.value_proposition
    answers = _answers(proposition)
    claims = [answers[name] for name in ("value", "they_gain") if name in answers]
    known: list[Language | None] = list(spoken(plan.locale)) or [None]
    if (
        claims
        and all(unsaid(evidence.what) for evidence in proposition.evidence)
        and not any(has_number(claim, language) for claim in claims for language in known)
    ):
        yield context.warning(
            (_WHERE, "evidence"),
            "there is none, and the value has no figure. Add a figure, a reference or a result, and where it is from.",
        )


@rule(
    About(
        code="CP306",
        name="question-open",
        severities=(Severity.NOTE,),
        why="A value proposition answers four questions: what do they want, which value do we bring, how do they gain, "
        "what do we gain. The one that is left out is mostly the one that nobody asked.",
        source="",
        example="""
            value_proposition:
              we_gain:
            """,
        better="""
            value_proposition:
              we_gain: The second filling line.
            """,
        gives_way_to=("CP304",),
        since="0.1",
    )
)
def questions_answered(plan: Plan, context: Context) -> Iterator[Finding]:
    """Some of the four questions of the value proposition are answered, and this one is open."""
    answers = _answers(plan.value_proposition)
    if answers:
        for name, sentence in _OPEN.items():
            if name not in answers:
                yield context.note((_WHERE, name), sentence)


@rule(
    About(
        code="CP307",
        name="empty-phrase",
        severities=(Severity.NOTE,),
        why="A phrase that could stand in every supplier's plan tells this client nothing, and takes the place of what "
        "would.",
        source="",
        example="""
            value_proposition:
              value: A win-win partnership, from a one-stop shop
            """,
        better="""
            value_proposition:
              value: One order and one invoice for film, settings and spare parts
            """,
        since="0.1",
    )
)
def says_something(plan: Plan, context: Context) -> Iterator[Finding]:
    """A phrase that says nothing whoever writes it (win-win, best in class), in what we claim or in its evidence.

    The phrases are lists for English, German, French and Spanish; the plan's locale says which counts, and all do while
    it has none. The goal, and what stands in quotation marks, are the client's own words.
    """
    known = list(spoken(plan.locale))
    for path, text in _ours(plan.value_proposition):
        own = _QUOTED.sub(lambda quoted: " . " + " " * len(quoted[0]), text)
        phrases = (phrase for language in known for phrase in language.empty.found(own))
        for phrase in dict.fromkeys(phrases):
            yield context.note(
                path, "“{phrase}” could be anybody's. Say what it is here, or take it out.", phrase=phrase
            )


def _ours(proposition: ValueProposition) -> Iterator[tuple[Path, str]]:
    for name in ("value", "they_gain", "we_gain"):
        if text := getattr(proposition, name):
            yield (_WHERE, name), text
    for at, evidence in enumerate(proposition.evidence):
        yield (_WHERE, "evidence", at, "what"), evidence.what
