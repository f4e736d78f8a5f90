"""What a manager judges of a client: the result at five levels of effort, asked in plain words."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from math import isfinite

from clientplan.errors import JudgmentsContradict
from clientplan.plan.words import Phase

# As they are called in a sentence, from the fewest hours to the most.
LEVELS = {
    "none": "no hours",
    "half": "half the hours",
    "now": "today's hours",
    "half_more": "half as many hours again",
    "saturation": "all the hours that could do any good",
}

_QUESTIONS = {
    "none": "If nobody spent an hour on {client} for a year, what part of today's result would be left?",
    "half": "With half of today's hours ({half} instead of {now} {per}), what part of today's result would there be?",
    "now": "With the hours as they are ({now} {per}), how many times today's result do you expect?",
    "half_more": "With half as many hours again ({half_more} {per}), how many times today's result would there be?",
    "saturation": "With all the hours that could do any good, how many times today's result could {client} bring?",
}


@dataclass(frozen=True, slots=True)
class Judgments:
    """The year's result at five levels of effort, as parts of today's result (1 is today's)."""

    none: float
    half: float
    half_more: float
    saturation: float
    now: float = 1.0

    def by_hours(self) -> dict[str, float]:
        """The five by name, from the fewest hours to the most."""
        return {name: float(getattr(self, name)) for name in LEVELS}

    def contradictions(self) -> tuple[tuple[str, str], ...]:
        """Pairs of names of which the one with fewer hours is judged above the other; equal ones don't contradict."""
        return tuple(
            (few, many) for (few, less), (many, more) in combinations(self.by_hours().items(), 2) if less > more
        )

    def check(self) -> None:
        """Refuse what can't be true.

        Raises:
            JudgmentsContradict: says of each pair that contradicts each other which two they are, and of each judgment
                that is no result (below 0, or no number) which one it is; all at once.
        """
        judged = self.by_hours()
        wrong = [
            f"{LEVELS[name]}: {value} is no result. Write 0 or more."
            for name, value in judged.items()
            if not isfinite(value) or value < 0
        ]
        pairs = self.contradictions()
        wrong += [
            f"{LEVELS[few]} ({judged[few]:g}) is judged above {LEVELS[many]} ({judged[many]:g}). "
            "More hours don't bring less: correct one of the two."
            for few, many in pairs
        ]
        if wrong:
            raise JudgmentsContradict("\n".join(wrong), pairs=pairs)


def questions(client: str, hours: float, per: str = "a month") -> dict[str, str]:
    """The five questions about a client by the names of the judgments; answers are parts of today's result.

    Args:
        client: its name.
        hours: what it gets today, above 0: halves of nothing can't be judged.
        per: the time that the hours are counted over.
    """
    amounts = {"now": f"{hours:.3g}", "half": f"{hours / 2:.3g}", "half_more": f"{hours * 1.5:.3g}"}
    return {name: question.format(client=client, per=per, **amounts) for name, question in _QUESTIONS.items()}


def prefilled(phase: Phase | None) -> Judgments:
    """Where to begin judging a client of a phase. It is a place to begin, no estimate: the manager's word replaces it.

    Without a phase a client is taken for one to maintain, the phase that moves the fewest hours.
    """
    return _PREFILLED[phase or Phase.MAINTENANCE]


_PREFILLED = {
    # Nothing is won without hours, and half of them is too little to be taken seriously: the curve is an S. Today's
    # result is small against what the client could bring, so saturation is several times today's.
    Phase.BUILD: Judgments(none=0.10, half=0.35, half_more=1.80, saturation=3.00),
    # Standing orders and contracts run on by themselves for a while, and little is left to win: more than half stays
    # without any hours, and all hours there are add a tenth.
    Phase.MAINTENANCE: Judgments(none=0.55, half=0.80, half_more=1.05, saturation=1.10),
    # The result runs off where nobody stops it, faster than in maintenance; there is something to win back, up to
    # what the client once was, and each hour counts at once: no long start as in build.
    Phase.EROSION: Judgments(none=0.40, half=0.70, half_more=1.15, saturation=1.45),
}
