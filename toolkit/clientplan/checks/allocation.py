"""Theme 8, portfolio and hours: whether they go where they do most good."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import groupby
from math import isfinite
from operator import itemgetter

from clientplan.checks.capacity import shown
from clientplan.checks.finding import Finding, Severity
from clientplan.checks.hours import CALLPLAN
from clientplan.checks.registry import rule
from clientplan.checks.rule import About, Context, Threshold
from clientplan.checks.said import Said
from clientplan.plan.plan import Plan


@rule(
    About(
        code="CP802",
        name="hours-elsewhere-bring-more",
        severities=(Severity.WARNING, Severity.NOTE),
        why="An hour here is an hour not spent where it would have mattered more, and most of the gain comes from "
        "moving hours, not from adding any. Around the best use all uses are worth nearly the same: a small gap isn't "
        "worth a move.",
        source=CALLPLAN,
        example="""
            effort:
              hours: 12
            """,
        better="""
            effort:
              hours: 9
            """,
        thresholds=(
            Threshold("gap", 0.05, "today's hours may bring this part less than the best use of them"),
            Threshold("move", 1, "a client that gives or gets fewer hours a month than this isn't told of"),
        ),
        uses=("portfolio.advice",),
        since="0.1",
    )
)
def hours_well_spent(plan: Plan, context: Context) -> Iterator[Finding]:
    """Over all clients today's hours bring clearly less than they could (warning), and this client gives or gets some.

    How many hours, and who is at the other end, is the note. It is told in the plans of the clients whose hours move,
    while their period is on.
    """
    advice = context.figures.portfolio.advice if context.figures.portfolio else None
    if advice is None or context.today not in plan.period:
        return
    moves = {client: hours for client, hours in advice.moves if isfinite(hours)}
    mine = moves.get(plan.client.name, 0.0)
    gap = (advice.worth_best - advice.worth_now) / advice.worth_best if advice.worth_best > 0 else 0.0
    if not mine or abs(mine) < context.limits["move"] or not isfinite(gap) or gap <= context.limits["gap"]:
        return
    yield context.warning(
        ("effort",),
        "over all clients, today's hours bring {gap} % less than the best use of them. Move hours between clients.",
        gap=format(100 * gap, ".0f"),
    )
    yield _moved(mine, moves, context)


def _moved(mine: float, moves: dict[str, float], context: Context) -> Finding:
    other_end = _other_end(mine, moves)
    if mine > 0:
        return context.note(
            ("effort", "hours"),
            "the best use gives this client {hours} hours a month more.{other_end}",
            hours=shown(mine),
            other_end=other_end,
        )
    return context.note(
        ("effort", "hours"),
        "the best use takes {hours} hours a month from this client.{other_end}",
        hours=shown(-mine),
        other_end=other_end,
    )


def _other_end(mine: float, moves: dict[str, float]) -> Said | str:
    """Who gives most of the hours that are got, or gets most of those that are given."""
    client, hours = max(moves.items(), key=lambda move: -move[1] if mine > 0 else move[1])
    if hours * mine >= 0:
        return ""
    if mine > 0:
        return Said(" {client} gives most ({hours}).", client=client, hours=shown(-hours))
    return Said(" {client} gets most ({hours}).", client=client, hours=shown(hours))


_Share = tuple[Decimal, Decimal]  # potential, hours a month


@rule(
    About(
        code="CP804",
        name="hours-on-little-potential",
        severities=(Severity.WARNING,),
        why="Hours go by habit to those who call, and those who call aren't those who could grow.",
        source="",
        example="""
            effort:
              hours: 20
            """,
        better="""
            effort:
              hours: 4
            """,
        thresholds=(
            Threshold("hours", 0.4, "this part of all hours may go to the clients of little potential"),
            Threshold("potential", 0.1, "clients that together hold less than this part of it have little potential"),
            Threshold("fewest", 5, "with fewer clients than this nothing is said"),
        ),
        uses=("portfolio",),
        since="0.1",
    )
)
def hours_by_potential(plan: Plan, context: Context) -> Iterator[Finding]:
    """The smallest clients, which together hold a small part of the potential, take a large part of the hours.

    Told in the plan of each of them, while its period is on. Only clients with hours count, and only where all of them
    have a potential in one currency.
    """
    if context.figures.portfolio is None or not plan.effort.hours or context.today not in plan.period:
        return
    holdings = [one for one in context.figures.portfolio.holdings if one.hours is not None and one.hours > 0]
    mine = {one.potential.amount for one in holdings if one.potential is not None and one.client == plan.client.name}
    currencies = {one.potential.currency if one.potential else None for one in holdings}
    if not mine or len(holdings) < context.limits["fewest"] or len(currencies) != 1 or None in currencies:
        return
    shares = [(one.potential.amount, one.hours) for one in holdings if one.potential is not None and one.hours]
    small = _small(shares, Decimal(str(context.limits["potential"])))
    if not small or min(mine) > small[-1][0]:
        return
    hours = _total(hours for _, hours in small) / _total(hours for _, hours in shares)
    if hours > Decimal(str(context.limits["hours"])):
        potential = _total(amount for amount, _ in small) / _total(amount for amount, _ in shares)
        yield context.warning(
            ("effort", "hours"),
            "{count} client with {potential} % of the potential takes {hours} % of all hours, and it is this one. "
            "Give hours to those with more to win.",
            several="{count} clients with {potential} % of the potential take {hours} % of all hours, this one among "
            "them. Give hours to those with more to win.",
            count=len(small),
            potential=format(100 * potential, ".0f"),
            hours=format(100 * hours, ".0f"),
        )


def _small(shares: list[_Share], part: Decimal) -> list[_Share]:
    """The clients of smallest potential, as many as together hold less than this part; of equal ones all or none."""
    room = part * _total(amount for amount, _ in shares)
    small: list[_Share] = []
    for amount, group in groupby(sorted(shares), key=itemgetter(0)):
        equals = list(group)
        room -= amount * len(equals)
        if amount < 0 or room <= 0:
            break
        small += equals
    return small


def _total(amounts: Iterable[Decimal]) -> Decimal:
    return sum(amounts, Decimal())
