"""Theme 9, people and confidence: what is about a person and not the role."""

from __future__ import annotations

from collections.abc import Iterator

from clientplan.checks.finding import Finding, Severity
from clientplan.checks.language import Language, spoken
from clientplan.checks.registry import rule
from clientplan.checks.rule import About, Context
from clientplan.plan.plan import Plan
from clientplan.plan.texts import Written, written

# Names of people and firms, what they do, and the reasons for switching a check off.
_ELSEWHERE = {"name", "industry", "manager", "owner", "by", "who", "role", "contact", "unit"}


@rule(
    About(
        code="CP903",
        name="personal-data",
        severities=(Severity.WARNING,),
        why="A plan is mailed, printed and carried forward. What concerns a person's life and not the role has no "
        "purpose in it, and the person may ask to read it.",
        source="",
        example="""
            people:
              - name: Martin Oakes
                role: Operations Director
                contact: Ruth Adeyemi
                decides: true
                note: Birthday 3 May, two children
              - name: Paul Sefton
                role: Engineering Manager
                contact: Jonas Weiß
                support: sceptic
            """,
        better="""
            people:
              - name: Martin Oakes
                role: Operations Director
                contact: Ruth Adeyemi
                decides: true
                note: Reads the line log before every meeting
              - name: Paul Sefton
                role: Engineering Manager
                contact: Jonas Weiß
                support: sceptic
            """,
        since="0.1",
    )
)
def business_only(plan: Plan, context: Context) -> Iterator[Finding]:
    """Words about a person's family, health, faith, politics, private address or the like, in any text of the plan.

    In a note on a person single words are told (birthday); elsewhere only what is said of somebody (his birthday):
    a birthday alone may be what the client sells. The words are known in English, German, French and Spanish. Names
    and roles aren't read.
    """
    known = list(spoken(plan.locale))
    for text in written(plan):
        if text.path[0] == "checks_off" or text.path[-1] in _ELSEWHERE:
            continue
        for words in _widest(_told(text, known)):
            yield context.warning(text.path, "“{words}” is about the person, not the role. Take it out.", words=words)


def _told(text: Written, known: list[Language]) -> Iterator[str]:
    on_a_person = text.path[0] == "people" and text.path[-1] == "note"
    for language in known:
        yield from language.personal.found(text.words)
        if on_a_person:
            yield from language.private.found(text.words)


def _widest(found: Iterator[str]) -> list[str]:
    """Each once, and “birthday” not beside “his birthday”."""
    each = list(dict.fromkeys(found))
    return [one for one in each if not any(one != other and one in other for other in each)]
