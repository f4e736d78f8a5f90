"""Theme 9, people: the map of those who matter at the client."""

from __future__ import annotations

from collections.abc import Iterator

from clientplan.checks.finding import Finding, Severity
from clientplan.checks.mentions import Mentions
from clientplan.checks.names import flaw
from clientplan.checks.registry import rule
from clientplan.checks.rule import About, Context, Threshold
from clientplan.checks.said import Said
from clientplan.plan.people import Person
from clientplan.plan.plan import Plan
from clientplan.plan.words import Stance, Weight

_ON_OUR_SIDE = {Stance.SPONSOR, Stance.SUPPORTER}
_GAPS = {Stance.SCEPTIC, Stance.OPPONENT, Stance.UNKNOWN}


@rule(
    About(
        code="CP902",
        name="map-of-people-has-gaps",
        severities=(Severity.WARNING,),
        why="An accurate map includes those who aren't on our side. Plans fail on the person who wasn't on it, or who "
        "was, and whom nobody spoke to.",
        source="",
        example="""
            people:
              - name: Martin Oakes
                role: Operations Director
                contact: Ruth Adeyemi
                influence: high
                support: supporter
              - name: Paul Sefton
                role: Engineering Manager
                contact: Jonas Weiß
                influence: high
                support: sceptic
            """,
        better="""
            people:
              - name: Martin Oakes
                role: Operations Director
                contact: Ruth Adeyemi
                decides: true
                influence: high
                support: supporter
              - name: Paul Sefton
                role: Engineering Manager
                contact: Jonas Weiß
                influence: high
                support: sceptic
            actions:
              - id: a2
                what: Book the carrier's late slot for the winter, with Paul Sefton at the table
            """,
        thresholds=(
            Threshold("days", 30, "the map may be empty for this many days of the period"),
            Threshold("people", 3, "with fewer people than this a map of supporters isn't judged"),
        ),
        since="0.1",
    )
)
def map_is_accurate(plan: Plan, context: Context) -> Iterator[Finding]:
    """Nobody on the map, nobody on it who decides, only supporters, or a gap that no open action closes.

    A gap is somebody who decides or has high influence and is a sceptic, an opponent or unknown; or who decides and
    has no contact on our side. It is closed by an open action that this person owns, or that names person or role.
    Support that isn't filled in is no gap. Of gaps nothing is said while no action is open (CP502), or one of them has
    no person as owner (CP501), who may be the one; and nothing of the map when the period is over.
    """
    if context.today > plan.period.last:
        return
    if not plan.people:
        if (context.today - plan.period.first).days > context.limits["days"]:
            yield context.warning(
                ("people",), "nobody is on the map. Name those who decide, and who could stop it, with their support."
            )
        return
    if not any(person.decides for person in plan.people):
        yield context.warning(
            ("people",), "nobody here decides. Mark who does with `decides: true`, or add that person."
        )
    count = len(plan.people)
    if count >= context.limits["people"] and all(person.support in _ON_OUR_SIDE for person in plan.people):
        yield context.warning(
            ("people",), "all {count} are on our side. Add who isn't, or isn't yet: they decide as well.", count=count
        )
    yield from _gaps(plan, context)


def _gaps(plan: Plan, context: Context) -> Iterator[Finding]:
    going = [action for action in plan.actions if action.open]
    if not going or any(not action.owner or flaw(action.owner) for action in going):
        return
    mentions = Mentions(text for action in going for text in (action.what, action.done_when, action.owner, action.note))
    for at, person in enumerate(plan.people):
        if (gap := _gap(person)) and not mentions.name(person.name) and not mentions.phrase(person.role):
            yield context.warning(("people", at), gap)


def _gap(person: Person) -> Said | None:
    weighs = Said("decides") if person.decides else Said("high influence")
    if (person.decides or person.influence is Weight.HIGH) and person.support in _GAPS:
        if person.support is Stance.UNKNOWN:
            return Said(
                "{weighs}, and nobody knows where they stand. Plan how to find out, in an action that names them.",
                weighs=weighs,
            )
        return Said(
            "{weighs}, {support}, and in no open action. Plan what would win this person over, by name.",
            weighs=weighs,
            support=person.support,
        )
    if person.decides and not person.contact:
        return Said("decides, and nobody of us has the contact. Name who takes it, or plan the first meeting by name.")
    return None
