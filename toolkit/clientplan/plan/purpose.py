"""Why the relationship is worth both parties' time: the intent of each, and the value proposition."""

from __future__ import annotations

from clientplan.plan.value import Day, Line, Text, Value, shared
from clientplan.plan.words import Basis


class Intent(Value):
    """What one party wants of the relationship. *Stated* says who, where and when; *inferred* is our reading."""

    words: Text | None = shared(None)
    basis: Basis | None = shared(None)
    who: Line | None = shared(None)
    where: Line | None = shared(None)
    when: Day | None = shared(None)


class Intents(Value):
    """The intention on both sides."""

    ours: Intent | None = shared(None)
    client: Intent | None = shared(None)


class Evidence(Value):
    """What shows that a value claim holds: a figure, a reference, a result, and where it is from."""

    what: Text = shared()
    source: Line | None = shared(None)
    when: Day | None = shared(None)


class ValueProposition(Value):
    """The four questions (what is their goal, what do we bring, how do they gain, how do we) and the evidence."""

    goal: Text | None = shared(None, description="The client's goal, in the client's words")
    value: Text | None = shared(None, description="The value that we bring to that goal")
    they_gain: Text | None = shared(None)
    we_gain: Text | None = shared(None)
    evidence: tuple[Evidence, ...] = shared(())
