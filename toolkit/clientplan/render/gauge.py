"""How full the page budget is, in a few words for a form: "1.7 of 2 pages", "2.3 of 2 pages; actions 4 lines over"."""

from __future__ import annotations

from decimal import ROUND_CEILING, Decimal

from clientplan.errors import DoesNotFit
from clientplan.render.refusal import lines
from clientplan.render.sections import in_words

_TENTH = Decimal("0.1")


def gauge(filled: float, budget: int) -> str:
    """The pages that a plan fills, rounded up, so that what is over never looks as if it were not."""
    shown = min(Decimal(filled), Decimal(budget)) if filled <= budget else Decimal(filled)
    return f"{shown.quantize(_TENTH, ROUND_CEILING)} of {budget} {'page' if budget == 1 else 'pages'}"


def over(refused: DoesNotFit) -> str:
    """The same of a plan that doesn't fit, with the sections that stand beyond the budget."""
    beyond = ", ".join(f"{in_words(name)} {lines(count)}" for name, _, _, count in refused.longest if count)
    told = f"; {beyond} over" if beyond else ""
    return f"{gauge(refused.filled, refused.budget)}{told}"
