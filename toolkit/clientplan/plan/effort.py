"""The hours that a client gets, and what the manager expects of them: input for the portfolio, never on a page."""

from __future__ import annotations

from pydantic import Field

from clientplan.plan.value import Number, Value


class Effort(Value):
    """Hours a month, and five judgments of one kind: the year's result at other hours, where today's result is 1.

    They are those of CALLPLAN (Lodish 1971); the fifth is today's own, which is 1.
    """

    hours: Number | None = Field(None, description="Hours a month that are planned for this client")
    none: Number | None = Field(None, description="The result with no hours at all, where today's is 1")
    half: Number | None = Field(None, description="With half of today's hours")
    half_more: Number | None = Field(None, description="With half as many again")
    saturation: Number | None = Field(None, description="With all the hours that could do any good")

    @property
    def judged(self) -> bool:
        """Whether all judgments are there."""
        return None not in (self.none, self.half, self.half_more, self.saturation)
