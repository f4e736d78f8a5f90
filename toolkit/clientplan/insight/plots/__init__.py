"""Plots for notebooks: quiet, labelled directly, with the sentence that they show as their title.

Each is drawn on a Figure of its own, beside pyplot and its state. The sentence comes along for those who can't see it.
"""

from __future__ import annotations

from clientplan.insight.plots.hours import Shift, hours
from clientplan.insight.plots.plot import Plot
from clientplan.insight.plots.results import results
from clientplan.insight.plots.risks import risks
from clientplan.insight.plots.spent import Spent, spent

__all__ = ["Plot", "Shift", "Spent", "hours", "results", "risks", "spent"]
