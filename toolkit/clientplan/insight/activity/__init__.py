"""Smart activity: what of the time spent served the plan, and what of that moved it on."""

from clientplan.insight.activity.judging import judge

__all__ = ["judge"]
