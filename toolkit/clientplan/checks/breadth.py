"""Theme 4, objectives: what they are about, taken together."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from clientplan.checks.alike import Sentence
from clientplan.checks.finding import Finding, Severity
from clientplan.checks.ladder import standing
from clientplan.checks.language import spoken
from clientplan.checks.registry import rule
from clientplan.checks.rule import About, Context, Threshold
from clientplan.plan.plan import Plan
from clientplan.plan.words import Area

_TWO = 2  # areas


def _areas(plan: Plan) -> list[Area]:
    """The area of each objective; none at all while one is open, since it may be the one that is missing."""
    areas = [objective.area for _, objective in standing(plan)]
    known = [area for area in areas if area is not None]
    return known if len(known) == len(areas) else []


@rule(
    About(
        code="CP406",
        name="areas-too-narrow",
        severities=(Severity.WARNING, Severity.NOTE),
        why="A relationship stands on more than one leg. A plan that holds figures alone is a sales plan, and one "
        "without figures doesn't say what the hours are for.",
        source="",
        example="""
            objectives:
              - id: o1
                area: client result
              - id: o2
                area: client result
              - id: o3
                area: client result
              - id: o4
                area: client result
            """,
        better="""
            objectives:
              - id: o1
                area: financial
              - id: o2
                area: service
              - id: o3
                area: capability
              - id: o4
                area: client result
            """,
        gives_way_to=("CP407",),
        thresholds=(
            Threshold("fewest", 2, "with fewer objectives than this, that they are all in one area isn't told"),
            Threshold("fewest_in_two", 4, "with fewer than this, that they are in two areas isn't told"),
        ),
        since="0.1",
    )
)
def areas_broad(plan: Plan, context: Context) -> Iterator[Finding]:
    """All objectives in one area (warning), or in only two (note).

    Dropped objectives don't count. Nothing is said while an objective has no area yet: it may be another one.
    """
    areas = _areas(plan)
    used = list(dict.fromkeys(areas))
    others = ", ".join(area for area in Area if area not in used)
    if len(used) == 1 and len(areas) >= context.limits["fewest"]:
        yield context.warning(
            ("objectives",),
            "all are in the area {area}. Add one in another: {others}.",
            area=used[0],
            others=others,
        )
    elif len(used) == _TWO and len(areas) >= context.limits["fewest_in_two"]:
        yield context.note(
            ("objectives",),
            "they are in two areas alone, {one} and {other}. See whether one belongs to another: {others}.",
            one=used[0],
            other=used[1],
            others=others,
        )


@rule(
    About(
        code="CP407",
        name="no-result-for-the-client",
        severities=(Severity.WARNING,),
        why="The client reads the page and looks for what they will have. Where every objective is ours, it is our "
        "plan about them, not a plan with them.",
        source="",
        example="""
            objectives:
              - id: o4
                area: service
            """,
        better="""
            objectives:
              - id: o4
                area: client result
            """,
        thresholds=(Threshold("fewest", 2, "with fewer objectives than this nothing is said"),),
        since="0.1",
    )
)
def client_gains(plan: Plan, context: Context) -> Iterator[Finding]:
    """No objective is in the area `client result`.

    Dropped objectives don't count. Nothing is said while an objective has no area yet: it may be the one.
    """
    areas = _areas(plan)
    if Area.CLIENT_RESULT in areas or not areas or len(areas) < context.limits["fewest"]:
        return
    if len(set(areas)) == 1:
        yield context.warning(
            ("objectives",),
            "all are in the area {area}, none is a result for the client. "
            "Add what the client will have by then, with the area `client result`.",
            area=areas[0],
        )
    else:
        yield context.warning(
            ("objectives",),
            "none is a result for the client. Add what the client will have by then, with the area `client result`.",
        )


_BEFORE = 50  # objectives: nobody reads two thousand, and nobody should wait for two million pairs


@rule(
    About(
        code="CP408",
        name="objectives-alike",
        severities=(Severity.WARNING,),
        why="Two objectives that say the same get two sets of actions, and nobody knows which one counts.",
        source="",
        example="""
            objectives:
              - id: o4
                words: Cut the late deliveries from 7 to 3 %
            """,
        better="""
            objectives:
              - id: o4
                words: Halve the film that their second line wastes
            """,
        thresholds=(
            Threshold("same", 0.7, "this part of the words may be in both (Jaccard: shared words by all words)"),
            Threshold("fewest", 4, "a sentence of fewer words counts only where all are the same"),
        ),
        since="0.1",
    )
)
def objectives_differ(plan: Plan, context: Context) -> Iterator[Finding]:
    """Two objectives whose sentences share most of their words; told on the later one.

    Not where each of the two has a number or a name that the other hasn't, as for line 1 and line 2: they are alike on
    purpose. Capitals and accents don't count, dropped objectives neither; an objective is compared with the fifty
    before it.
    """
    numbers = frozenset[str]().union(*(language.numbers for language in spoken(plan.locale)))
    earlier: list[tuple[str, Sentence]] = []
    for path, objective in standing(plan):
        if not objective.words:
            continue
        sentence = Sentence.of(objective.words, numbers)
        near = islice(earlier, max(0, len(earlier) - _BEFORE), None)
        limits = context.limits["same"], context.limits["fewest"]
        twin = next((name for name, other in near if sentence.alike(other, *limits)), None)
        if twin is not None:
            yield context.warning(
                (*path, "words"),
                "says nearly the same as {twin}. Merge the two, or say what is different.",
                twin=twin,
            )
        earlier.append((objective.id, sentence))
