"""A sentence of the analysis that the manager takes into the plan, with where it came from."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from clientplan.errors import ClientPlanError
from clientplan.plan.action import Stop
from clientplan.plan.people import Risk
from clientplan.plan.plan import Plan
from clientplan.plan.purpose import Evidence

_LONGEST = 4_000  # characters of a text, as the model has it


class Place(StrEnum):
    """Where in a plan it belongs, as it is spoken of. Only evidence is read by the client."""

    REASON = "why this phase"
    EVIDENCE = "the evidence"
    RISK = "the risks"
    STOP = "the stop list"
    NOTES = "our notes"


@dataclass(frozen=True)
class Promotion:
    sentence: str
    source: str  # in words: "orders collected 12 Oct 2026, Apr to Sep 2026"
    place: Place
    when: date | None = None  # the day of a piece of evidence


def promoted(plan: Plan, one: Promotion) -> dict[str, Any]:
    """The parts of the plan with the sentence added to what is there; nothing is ever replaced.

    Raises:
        ClientPlanError: it is there already, or there is no room for it.
    """
    if _folded(one.sentence) in " ".join(map(_folded, _there(plan, one.place))):
        raise ClientPlanError(f"That is in the plan already, under {one.place}. Nothing was added")
    match one.place:
        case Place.REASON:
            return {"phase_reason": _appended(plan.phase_reason, one)}
        case Place.NOTES:
            return {"notes": _appended(plan.notes, one)}
        case Place.EVIDENCE:
            evidence = Evidence(what=one.sentence, source=one.source, when=one.when)
            proposition = plan.value_proposition
            return {"value_proposition": proposition.replace(evidence=(*proposition.evidence, evidence))}
        case Place.RISK:
            return {"risks": (*plan.risks, Risk(what=_with_source(one)))}
        case Place.STOP:
            return {"stops": (*plan.stops, Stop(what=one.sentence, why=one.source))}


def _there(plan: Plan, place: Place) -> Iterable[str]:
    return {
        Place.REASON: (plan.phase_reason or "",),
        Place.NOTES: (plan.notes or "",),
        Place.EVIDENCE: tuple(evidence.what for evidence in plan.value_proposition.evidence),
        Place.RISK: tuple(risk.what for risk in plan.risks),
        Place.STOP: tuple(stop.what for stop in plan.stops),
    }[place]


def _appended(text: str | None, one: Promotion) -> str:
    before = (text or "").rstrip()
    if before and before[-1] not in ".!?…”":
        before += "."
    longer = f"{before} {_with_source(one)}".lstrip()
    if len(longer) > _LONGEST:
        raise ClientPlanError(f"There is no room for it under {one.place}: {_LONGEST:,} characters are the most")
    return longer


def _with_source(one: Promotion) -> str:
    return f"{one.sentence.rstrip().removesuffix('.')} ({one.source})."


def _folded(text: str) -> str:
    """Without what changes nothing of what a sentence says: capitals, spaces, the full stop."""
    return " ".join(text.casefold().split()).removesuffix(".")
