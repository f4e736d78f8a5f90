"""Switching checks off, for a workspace or for one plan: the reason is kept, and a slip of the pen is told."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from clientplan.checks.finding import Edit, Finding, Fix, Severity
from clientplan.checks.meant import meant
from clientplan.checks.registry import described, registered, rule
from clientplan.checks.rule import About, Context
from clientplan.checks.said import Said
from clientplan.plan.plan import Plan
from clientplan.plan.source import Path

UNUSED = "CP003"  # runs after all others


def switched_off(plan: Plan, off: Mapping[str, str] | None = None) -> dict[str, str]:
    """The checks that don't speak for this plan, by code, each with its reason; the plan's own reason goes first."""
    known = registered()
    return {code: why for code, why in {**(off or {}), **plan.checks_off}.items() if code in known and why.strip()}


@rule(
    About(
        code="CP002",
        name="switched-off-wrongly",
        severities=(Severity.WARNING,),
        why="A check that was meant to be off and isn't, or is off and nobody knows why, casts doubt on the rest.",
        source="",
        example="""
            checks_off:
              CP999: we have our own rule for this
            """,
        better="""
            checks_off:
              CP404: objectives are quoted from the client's own strategy paper
            objectives:
              - id: o2
                words: Improve service
            """,
        since="0.1",
    )
)
def switched_off_rightly(plan: Plan, context: Context) -> Iterator[Finding]:
    """A code in `checks_off` that no check has, or one without a reason. Such an entry switches nothing off."""
    for code, why in context.off.items():
        yield from _wrong(code, why, (), Said("the workspace's checks_off: "), context)
    for code, why in plan.checks_off.items():
        yield from _wrong(code, why, ("checks_off", code), "", context)


def _wrong(code: str, why: str, path: Path, head: Said | str, context: Context) -> Iterator[Finding]:
    known = registered()
    if code in described() and code not in known:
        yield context.warning(path, "{head}{code} can't be switched off. Mend the file instead.", head=head, code=code)
    elif code not in known:
        names = {about.name: about.code for about in known.values()}
        hint = Said(" Write {code}.", code=names[code]) if code in names else meant(code, known)
        fix = _written(code, why, names.get(code), context) if path else None
        yield context.warning(path, "{head}there is no check {code}.{hint}", fix=fix, head=head, code=code, hint=hint)
    elif not why.strip():
        yield context.warning(path, "{head}{code} has no reason, so it isn't off. Write why.", head=head, code=code)


def _written(name: str, why: str, code: str | None, context: Context) -> Fix | None:
    """The code in the place of the check's name."""
    if code is None or code in context.plan.checks_off:
        return None
    edits = (Edit(("checks_off", name), None), Edit(("checks_off", code), why))
    return context.fix("write {code}", *edits, safe=True, code=code)


@rule(
    About(
        code=UNUSED,
        name="switched-off-for-nothing",
        severities=(Severity.NOTE,),
        why="A check that is off without need will be silent on the day on which it should speak.",
        source="",
        example="""
            checks_off:
              CP401: ten regions, each with its own objective
            """,
        better="""
            checks_off:
            """,
        since="0.1",
    )
)
def switched_off_for_something(plan: Plan, context: Context) -> Iterator[Finding]:
    """A check that the plan switches off, and that would find nothing in it today.

    Nothing is said of a check that couldn't look, since what it looks at isn't known here.
    """
    for code in context.unused:
        if plan.checks_off[code].strip():
            path = ("checks_off", code)
            yield context.note(
                path,
                "{code} has nothing to say here. Take the line out, so that it can.",
                fix=context.fix("take out {code}", Edit(path, None), code=code),
                code=code,
            )
