"""Advice on hours in the words of a colleague."""

from __future__ import annotations

from math import floor, log10

from clientplan.insight.hours.advice import Advice
from clientplan.insight.hours.judgments import LEVELS
from clientplan.insight.hours.response import Response
from clientplan.insight.hours.transfers import Transfer

_DIGITS = 2  # judgments don't carry more
_HARDLY = 0.0005  # would read as 0.0 %
_SAME = 1e-9  # of the worth: less is rounding
_NEAR = 0.05  # of today's result: a smaller miss isn't worth a word


def about(amount: float) -> str:
    """An amount to two digits: 4,200 for 4,183.2, and 0.043 for 0.0431."""
    if not amount:
        return "0"
    places = _DIGITS - 1 - floor(log10(abs(amount)))
    return f"{round(amount, places):,.{max(places, 0)}f}"


def hours(amount: float) -> str:
    """With one decimal place at most: 1 hour, 2.5 hours."""
    shown = f"{amount:.1f}".removesuffix(".0")
    return f"{shown} hour" if shown == "1" else f"{shown} hours"


def percent(share: float) -> str:
    """Whole, with one decimal place where it is under 1."""
    shown = 100 * share
    return f"{shown:.0f} %" if abs(shown) >= 1 or not shown else f"{shown:.1f} %"


def advised(advice: Advice, per: str = "a month", unit: str = "", over: str = "a year") -> list[str]:
    """What to move and what it is worth, a sentence a move; or why nothing is to be moved.

    Args:
        advice: what was found.
        per: the time that hours are counted over.
        unit: of the results, put before amounts ("EUR").
        over: the time that results are counted over.
    """
    money = f"{unit} " if unit else ""
    if not advice.transfers and not advice.forced:
        more = advice.worth_best - advice.worth_now
        found = f"the best use of {hours(advice.budget)} {per} would bring {_more(more, advice.worth_now)}"
        if more <= _SAME * abs(advice.worth_now):
            found = f"no use of {hours(advice.budget)} {per} is judged to bring more"
        tolerance = percent(advice.tolerance)
        return [f"Leave the hours as they are: {found}, and under {tolerance} judgments can't tell one from another."]
    sentences = [_move(transfer, per) for transfer in advice.transfers]
    part = _more(advice.gain, advice.worth_now)
    if advice.gain <= 0:
        sentences.append(f"That is about {money}{about(-advice.gain)} {over} less than today, {part}.")
    elif len(sentences) == 1:
        sentences = [f"{sentences[0].removesuffix('.')}: worth about {money}{about(advice.gain)} {over}, {part}."]
    else:
        sentences.append(f"Together that is worth about {money}{about(advice.gain)} {over}, {part}.")
    if advice.forced:
        return [_why_forced(advice, per), *sentences]
    if advice.worth_best - advice.worth_advised > _SAME * abs(advice.worth_best):
        sentences.append("The rest is within what judgments can tell apart.")
    return sentences


def _more(gain: float, worth: float) -> str:
    """A gain as a part of what there is today."""
    if not worth:
        return "from nothing today"
    share = gain / abs(worth)
    if abs(share) < _HARDLY:
        return f"hardly {'more' if gain >= 0 else 'less'}"
    return f"{percent(abs(share))} {'more' if gain >= 0 else 'less'}"


def _move(transfer: Transfer, per: str) -> str:
    if transfer.getter is None:
        return f"Take {hours(transfer.hours)} {per} from {transfer.giver}."
    if transfer.giver is None:
        return f"Give {transfer.getter} {hours(transfer.hours)} {per} more."
    return f"Move {hours(transfer.hours)} {per} from {transfer.giver} to {transfer.getter}."


def _why_forced(advice: Advice, per: str) -> str:
    total = float(advice.now.sum())
    if total > advice.budget:
        return f"There are {hours(advice.budget)} {per}, and the clients have {hours(total)} today."
    return "Today's hours can't stay as they are: some are under the fewest or over the most for their client."


def range_of(client: str, now: float, low: float, high: float, off: float, per: str = "a month") -> str:
    """How sure the best hours of a client are."""
    if round(low, 1) == round(high, 1):
        given = f"gives it {hours(low)}, even"
    else:
        given = f"gives it {hours(low).split()[0]} to {hours(high)}"
    return f"{client} has {hours(now)} {per}. The best use {given} if any one judgment is {percent(off)} off."


def missed(client: str, response: Response, near: float = _NEAR) -> list[str]:
    """Where the curve says clearly something else than the manager did."""
    return [
        f"{client}, with {LEVELS[one.judgment]}: you said {one.judged:.2f} of today's result, and the curve through "
        f"all your answers says {one.fitted:.2f}."
        for one in response.misfit
        if abs(one.miss) > near
    ]
