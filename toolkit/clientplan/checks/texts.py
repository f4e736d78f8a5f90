"""The texts of a plan, as `plan.texts` finds them."""

from clientplan.plan.texts import Written, written

__all__ = ["Written", "written"]
