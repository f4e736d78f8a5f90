"""Theme 9, confidence: what is ours alone stays ours."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import shorten

from clientplan.checks.figures import Leak
from clientplan.checks.finding import Finding, Severity
from clientplan.checks.places import place
from clientplan.checks.registry import rule
from clientplan.checks.rule import About, Context
from clientplan.checks.said import Said
from clientplan.plan.confidential import given_away
from clientplan.plan.plan import Plan
from clientplan.plan.words import Edition

_FILE = "file"
_QUOTED = 80  # letters
_WHERE = {  # as `Leak.where` names them
    "page": Said("page {which}"),
    "title": Said("the document's title"),
    "author": Said("the document's author"),
    "subject": Said("the document's subject"),
    "keywords": Said("the document's keywords"),
    "attachment": Said("the attachment {which}"),
    "outline": Said("the bookmarks"),
    "inside": Said("inside the file, where no reader shows it but a program does"),
}


@rule(
    About(
        code="CP901",
        name="internal-text-shown",
        severities=(Severity.ERROR,),
        why="The client edition is built without internal fields. A text that was typed twice, a template of one's "
        "own or the name of a file gets around that, and what a client has read can't be taken back.",
        source="",
        example="""
            risks:
              - what: Their planner leaves in the spring
            actions:
              - id: a1
                what: Agree the Thursday call before their planner leaves in the spring
            """,
        better="""
            risks:
              - what: Their planner leaves in the spring
            actions:
              - id: a1
                what: Agree the Thursday call with the planner and her deputy
            """,
        uses=("prints",),
        since="0.1",
    )
)
def internal_stays_inside(plan: Plan, context: Context) -> Iterator[Finding]:
    """Text of an internal field in what the client gets: in a shared field of the plan, or in the print.

    In the plan: word for word, at least five words; names, labels and stops aren't looked for, nor what
    two items of one kind have in common by chance. In the print, which is searched where `clientplan check --page` or
    printing made one: on its pages, in title, author and keywords, attachments, bookmarks, anywhere inside the file,
    and in its name; every sentence of at least twelve letters counts that the client edition doesn't show rightly.
    """
    for path, text in given_away(plan):
        yield context.error(
            path,
            "the client can read here what is internal in {internal}: “{words}”. "
            "Say it in another way, or leave it out.",
            internal=place(plan, text.path),
            words=shorten(text.words, _QUOTED, placeholder=" …"),
        )
    for found in context.figures.prints:
        if found.edition is Edition.CLIENT:
            yield from (_leak(leak, context) for leak in found.leaks)


def _leak(leak: Leak, context: Context) -> Finding:
    if leak.where == _FILE:
        return context.error(
            leak.path, "is ours alone, and the name of the client's file gives it away. Rename the plan's file."
        )
    where = _WHERE.get(leak.where) or Said("{where}", where=leak.where)
    return context.error(
        leak.path,
        "is ours alone, and stands in the client edition: {where}. Take it out of the template or the brand.",
        where=Said(where.template, **{**where.values, "which": leak.which}),
    )
