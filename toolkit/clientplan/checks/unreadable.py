"""A file that can't be read as a plan: told as a finding, beside those of the rules that it keeps from running."""

from __future__ import annotations

from clientplan.checks.finding import Finding, Severity
from clientplan.checks.registry import describe
from clientplan.checks.rule import About
from clientplan.errors import Problem

UNREADABLE = describe(
    About(
        code="CP001",
        name="plan-unreadable",
        severities=(Severity.ERROR,),
        why="A key that is spelt wrongly would be a field that is silently empty. So nothing of the file is guessed: "
        "all that is wrong is told, and nothing else looks at the file until it is mended.",
        source="",
        example="""
            schema: 1
            clinet:
              name: Harrow Foods
            """,
        better="""
            schema: 1
            client:
              name: Harrow Foods
            """,
        since="0.1",
    ),
    "A file that isn't a plan: YAML that can't be followed, a key that isn't known, a value of the wrong kind. "
    "It is always told, and can't be switched off.",
)


def unreadable(problem: Problem) -> Finding:
    """A problem with a file as a finding; where in the file it is, the problem says."""
    message = f"{problem.place}: {problem.message}" if problem.place else problem.message
    return Finding(UNREADABLE.code, UNREADABLE.name, Severity.ERROR, (), problem.place, message)
