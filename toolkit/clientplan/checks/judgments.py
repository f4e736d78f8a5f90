"""Theme 8, portfolio and hours: what the manager expects of more hours, and whether it can all be true."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from clientplan.checks.finding import Finding, Severity
from clientplan.checks.registry import rule
from clientplan.checks.response import response
from clientplan.checks.rule import About, Context, Threshold
from clientplan.checks.said import Said
from clientplan.plan.plan import Plan
from clientplan.plan.value import plain

_TODAY = "today"
_HOURS = {
    "none": Said("no hours"),
    "half": Said("half of today's hours"),
    _TODAY: Said("today's hours"),
    "half_more": Said("half as many hours again"),
    "saturation": Said("all the hours that could do any good"),
}


@rule(
    About(
        code="CP803",
        name="judgments-contradict",
        severities=(Severity.ERROR,),
        why="Where the hours go over a portfolio is worked out from these judgments. One slip in them sends hours to "
        "the wrong client.",
        source="Lodish, CALLPLAN: An Interactive Salesman's Call Planning System, Management Science 18(4-II), 1971; "
        "Little, Models and Managers: The Concept of a Decision Calculus, 1970",
        example="""
            effort:
              none: 0.8
              half: 0.7
              half_more: 1.15
              saturation: 1.45
            """,
        better="""
            effort:
              none: 0.4
              half: 0.7
              half_more: 1.15
              saturation: 1.45
            """,
        thresholds=(Threshold("miss", 0.1, "the curve may miss a judgment by this much, where today's result is 1"),),
        since="0.1",
    )
)
def judgments_agree(plan: Plan, context: Context) -> Iterator[Finding]:
    """Judgments of the result at other hours that can't be true together, that are below 0, or that no curve fits.

    More hours must bring more: none < half < today (1) < half more < saturation; what isn't filled in isn't compared.
    With all four the curve (ADBUDG) is drawn through them, and told where it misses one by too much. Hours below 0 are
    told as well.
    """
    effort = plan.effort
    given = {"none": effort.none, "half": effort.half, _TODAY: Decimal(1), "half_more": effort.half_more}
    judged = {name: value for name, value in {**given, "saturation": effort.saturation}.items() if value is not None}
    below = {name: value for name, value in {"hours": effort.hours, **judged}.items() if value and value < 0}
    for name, value in below.items():
        yield context.error(("effort", name), "{value} is below 0. Write 0 or more.", value=plain(value))
    likely = [(name, value) for name, value in judged.items() if name not in below]
    wrong = [(few, many) for few, many in pairwise(likely) if few[1] >= many[1]]
    for (few, less), (many, more) in wrong:
        yield context.error(
            ("effort", few if many == _TODAY else many),
            "{less} is judged for {few}, and {more} for {many}: more hours must bring more. Correct one of them.",
            less=plain(less),
            few=_HOURS[few],
            more=plain(more),
            many=_HOURS[many],
        )
    if not below and len(judged) == len(_HOURS):
        yield from _missed(judged, context)


def _missed(judged: dict[str, Decimal], context: Context) -> Iterator[Finding]:
    """The judgment that the curve misses most."""
    curve = response(*(float(value) for name, value in judged.items() if name != _TODAY))
    if curve is None:
        return  # they contradict each other, or differ by less than a float can tell
    found = {"half": curve.at(0.5), "half_more": curve.at(1.5)}
    name = max(found, key=lambda name: abs(found[name] - float(judged[name])))
    if abs(found[name] - float(judged[name])) > context.limits["miss"]:
        yield context.error(
            ("effort", name),
            "{judged} is judged for {hours}, and the curve through all judgments says {curve}. "
            "Correct this judgment, or one of the others.",
            judged=plain(judged[name]),
            hours=_HOURS[name],
            curve=format(found[name], ".2f"),
        )
