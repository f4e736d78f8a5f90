"""Theme 1, form: the page that is printed. It fits, it is whole, and it wasn't shrunk until it did."""

from __future__ import annotations

from collections.abc import Iterator

from clientplan.checks.figures import Long
from clientplan.checks.finding import Finding, Severity
from clientplan.checks.registry import rule
from clientplan.checks.rule import About, Context, Threshold
from clientplan.plan.plan import Plan

_SHORT = "Flynn, Client Business Plan: as short as we can make it"
_SHOWN = 3  # sections that a message names
_LISTED = 6  # places that a message names


@rule(
    About(
        code="CP101",
        name="too-many-pages",
        severities=(Severity.ERROR,),
        why="As short as we can make it: what doesn't fit on one or two pages isn't read, and isn't opened again.",
        source=_SHORT,
        example="""
            actions:
              - id: a1
                what: >-
                  Agree the Thursday call with the planner, who has said in May that she would rather have a mail, in
                  June that a call is fine if it is short, and in August that she hadn't been asked
            """,
        better="""
            actions:
              - id: a1
                what: Agree the Thursday call with the planner
            """,
        uses=("prints",),
        since="0.1",
    )
)
def within_budget(plan: Plan, context: Context) -> Iterator[Finding]:  # noqa: ARG001  # the print says it all
    """A print that needs more pages than the template pack's budget, even in its closest setting.

    Printing refuses such a page also where this check is switched off. How many lines are too many is about right.
    """
    for found in context.figures.prints:
        if found.pages > found.budget:
            yield context.error(
                (),
                "the {edition} edition needs {pages} pages, and the page budget is {budget}: about 1 line too many. "
                "Shorten or drop that much. Longest, in lines: {longest}.",
                several="the {edition} edition needs {pages} pages, and the page budget is {budget}: "
                "about {count} lines too many. Shorten or drop that much. Longest, in lines: {longest}.",
                count=found.over,
                edition=found.edition,
                pages=found.pages,
                budget=found.budget,
                longest=", ".join(map(_lines, found.longest[:_SHOWN])) or "–",
            )


def _lines(section: Long) -> str:
    """`actions 31 (a4, a7)`: the names are those of the plan, in every language."""
    items = f" ({', '.join(section.items)})" if section.items else ""
    return f"{section.section} {section.lines}{items}"


@rule(
    About(
        code="CP102",
        name="text-lost-in-print",
        severities=(Severity.ERROR,),
        why="A style sheet crops or hides in silence, and nobody misses on paper what was only in the file.",
        source="",
        example="""
            # templates/two-page/style.css of the workspace: .people { display: none }
            people:
              - name: Martin Oakes
                contact: Ruth Adeyemi
                decides: true
            """,
        better="""
            # nothing of the kind in a style sheet; a section that isn't wanted is left out of pack.toml
            people:
              - name: Martin Oakes
                contact: Ruth Adeyemi
                decides: true
            """,
        uses=("prints",),
        since="0.1",
    )
)
def whole_in_print(plan: Plan, context: Context) -> Iterator[Finding]:  # noqa: ARG001  # the print says it all
    """Text of the plan that can't be found in the text of the printed PDF.

    Printing refuses such a page also where this check is switched off.
    """
    for found in context.figures.prints:
        if found.lost:
            more = len(found.lost) - _LISTED
            yield context.error(
                (),
                "the {edition} edition loses text on its way to the page: {places}. "
                "Mend the template or style that was changed last.",
                edition=found.edition,
                places=", ".join(found.lost[:_LISTED]) + (f" … (+{more})" if more > 0 else ""),
            )


@rule(
    About(
        code="CP104",
        name="shrunk-to-fit",
        severities=(Severity.ERROR,),
        why="A page budget that is met with small type and narrow margins is met on paper only: the reader gives up "
        "where we should have cut.",
        source="",
        example="""
            # templates/two-page/style.css of the workspace: html { font-size: 7pt }
            actions:
              - id: a1
                what: Agree the Thursday call with the planner, who would rather have a mail but has no other time
            """,
        better="""
            # templates/two-page/style.css of the workspace: html { font-size: 9.2pt }
            actions:
              - id: a1
                what: Agree the Thursday call with the planner
            """,
        thresholds=(
            Threshold("type", 8.5, "the body type has at least this size in pt"),
            Threshold("margin", 10, "text keeps at least this distance from the edge of the paper, in mm"),
        ),
        uses=("prints",),
        since="0.1",
    )
)
def not_shrunk(plan: Plan, context: Context) -> Iterator[Finding]:  # noqa: ARG001  # the print says it all
    """Body type that is too small, or text too near to the edge of the paper.

    Body type is the smallest that a third of the letters are set in; head and foot count for neither.
    """
    type_size, margin = context.limits["type"], context.limits["margin"]
    for found in context.figures.prints:
        if found.type_size is not None and found.type_size < type_size:
            yield context.error(
                (),
                "the {edition} edition is set in {size} pt, and {least} pt is the least that reads well. "
                "Cut text, and set the type in the pack's style back.",
                edition=found.edition,
                size=f"{found.type_size:g}",
                least=type_size,
            )
        if found.margin is not None and found.margin < margin:
            yield context.error(
                (),
                "text of the {edition} edition stands {margin} mm from the edge of the paper, and {least} mm is the "
                "least. Cut text, and set the margins in the pack's style back.",
                edition=found.edition,
                margin=f"{found.margin:g}",
                least=margin,
            )
