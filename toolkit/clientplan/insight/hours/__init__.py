"""Hours over a portfolio: what a manager judges of each client, and where the next hour belongs."""

from clientplan.insight.hours.advice import Advice, advise
from clientplan.insight.hours.allocation import Allocation, allocate
from clientplan.insight.hours.book import Book
from clientplan.insight.hours.fitting import fit
from clientplan.insight.hours.judgments import Judgments, prefilled, questions
from clientplan.insight.hours.limits import by_phase
from clientplan.insight.hours.response import Misfit, Response
from clientplan.insight.hours.stability import Range, ranges
from clientplan.insight.hours.transfers import Transfer
from clientplan.insight.hours.travel import Travel

__all__ = [
    "Advice",
    "Allocation",
    "Book",
    "Judgments",
    "Misfit",
    "Range",
    "Response",
    "Transfer",
    "Travel",
    "advise",
    "allocate",
    "by_phase",
    "fit",
    "prefilled",
    "questions",
    "ranges",
]
