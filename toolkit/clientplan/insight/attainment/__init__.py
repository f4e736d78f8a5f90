"""Results against plan: by month, to date, and in one sentence a client."""

from __future__ import annotations

from clientplan.insight.attainment.against import Attainment, attainment

__all__ = ["Attainment", "attainment"]
