"""Drift against plan: a client's results, or an objective's readings, that slide away while each looks all right.

It describes what has been and since when. It is no forecast: over a book of clients that order now and then, deviation
from plan tells next to nothing of who will leave. That is what `insight.risk` is for.
"""

from __future__ import annotations

from clientplan.insight.drift.cusum import Drift, cusum, drift, usual_swing
from clientplan.insight.drift.of_measures import of_measure
from clientplan.insight.drift.of_results import of_months

__all__ = ["Drift", "cusum", "drift", "of_measure", "of_months", "usual_swing"]
