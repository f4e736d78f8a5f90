"""A book looked at: the order of risk, the chances, and what they rest on."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from clientplan.insight.order_book import OrderBook, Real
from clientplan.insight.risk.facts import facts
from clientplan.insight.risk.look import Look
from clientplan.insight.risk.model import learn
from clientplan.insight.risk.outcome import paced
from clientplan.insight.risk.precedents import Precedents, precedents
from clientplan.insight.risk.prior import PRIOR, Prior
from clientplan.insight.risk.signals import signals
from clientplan.insight.risk.two_facts import rule


@dataclass(frozen=True)
class Assessment:
    """One entry a client of the book, in its order."""

    facts: pd.DataFrame
    score: Real
    risk: Real
    precedents: Precedents


def assess(book: OrderBook, look: Look, prior: Prior = PRIOR) -> Assessment:
    """The book's own precedents where there are enough of them; else the prior; under a window of rows, two facts.

    The risk of a client that can't erode, since it is new, is the base rate, as is everybody's in a young book: nothing
    more is claimed. It is missing for an old client without a pace to fall from, and where there is no base rate.
    """
    known, past = facts(book, look), precedents(book, look)
    can_erode = paced(known, look)
    risk = np.full(len(known), past.base_rate)
    if past.enough:
        model, seen = learn(past, prior), signals(known, look)
        score = model.score(seen)
        risk[can_erode] = model.risk(seen)[can_erode]
    elif len(book.day) and look.day - book.day.min() >= look.window:
        score = prior.design(signals(known, look)) @ prior.weights
    else:
        score = rule(known["months_faded"].to_numpy(), known["days_since_order"].to_numpy(), look)
    lapsed = (known["tenure_days"] >= look.window).to_numpy() & ~can_erode
    risk[lapsed] = np.nan
    return Assessment(known, score, risk, past)
