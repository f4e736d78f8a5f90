"""What a plan that is being built doesn't know yet: each gap as a question that somebody can be asked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from clientplan.plan.objective import Objective
from clientplan.plan.plan import Plan
from clientplan.plan.purpose import Intent
from clientplan.plan.words import Basis, Edition
from clientplan.render.view.voice import Voice

_ANSWERS = ("goal", "value", "they_gain", "we_gain")


@dataclass(frozen=True)
class Question:
    number: str
    words: str


def questions(plan: Plan, edition: Edition, voice: Voice) -> tuple[Question, ...]:
    """In the order in which they are worth asking: what they want, who decides, what it is worth, how we would know."""
    asked = (
        *_about_intents(plan, voice),
        *_about_value(plan, voice),
        *_about_people(plan, edition, voice),
        *(words for objective in plan.objectives if objective.open for words in _about(objective, voice)),
    )
    return tuple(Question(voice.formats.number(Decimal(at)), words) for at, words in enumerate(asked, 1))


def _about_intents(plan: Plan, voice: Voice) -> Iterator[str]:
    client = plan.client.name
    for side, intent in (("client", plan.intent.client), ("ours", plan.intent.ours)):
        if intent is None or not intent.words:
            yield voice.words(f"questions.intent_{side}", client=client)
        elif _is_guess(intent):
            yield voice.words(f"questions.confirm_{side}", client=client)


def _is_guess(intent: Intent) -> bool:
    return intent.basis is not Basis.STATED


def _about_value(plan: Plan, voice: Voice) -> Iterator[str]:
    for name in _ANSWERS:
        if not getattr(plan.value_proposition, name):
            yield voice.words(f"questions.{name}", client=plan.client.name)


def _about_people(plan: Plan, edition: Edition, voice: Voice) -> Iterator[str]:
    """Who decides is ours alone to know: the plan that the client's edition is made of can't tell."""
    if edition is Edition.INTERNAL and not any(person.decides for person in plan.people):
        yield voice.words("questions.decides", client=plan.client.name)
    for person in plan.people:
        if not person.contact:
            yield voice.words("questions.contact", name=person.name)


def _about(objective: Objective, voice: Voice) -> Iterator[str]:
    """How we would know that it is reached."""
    name = objective.words or objective.id
    measure = objective.measure
    if measure is None:
        yield voice.words("questions.measure", objective=name)
        return
    for end in ("baseline", "target"):
        if getattr(measure, end) is None:
            yield voice.words(f"questions.{end}", measure=measure.name or name)
