"""The heart of the page: what each side wants, and why it is worth both parties' time."""

from __future__ import annotations

from dataclasses import dataclass

from clientplan.plan.plan import Plan
from clientplan.plan.purpose import Evidence, Intent
from clientplan.render.brand import Brand
from clientplan.render.view.shown import Code
from clientplan.render.view.voice import Voice


@dataclass(frozen=True)
class IntentView:
    party: str
    words: str
    said: tuple[str, ...]  # on what it rests: stated or inferred, who, where, when


@dataclass(frozen=True)
class Answer:
    """One of the four questions of the value proposition."""

    question: str
    words: str
    name: Code


@dataclass(frozen=True)
class Purpose:
    intents: tuple[IntentView, ...]
    answers: tuple[Answer, ...]
    evidence: tuple[tuple[str, ...], ...]  # each with its source and date


def purpose(plan: Plan, brand: Brand, voice: Voice) -> Purpose | None:
    value = plan.value_proposition
    questions = ("goal", "value", "they_gain", "we_gain")
    answers = tuple(
        Answer(voice.words(f"value.{name}"), words, Code(name)) for name in questions if (words := getattr(value, name))
    )
    both = zip((plan.intent.client, plan.intent.ours), parties(plan, brand, voice), strict=True)
    intents = tuple(
        IntentView(party, intent.words, said(intent, voice)) for intent, party in both if intent and intent.words
    )
    evidence = tuple(_evidence(item, voice) for item in value.evidence)
    return Purpose(intents, answers, evidence) if intents or answers or evidence else None


def parties(plan: Plan, brand: Brand, voice: Voice) -> tuple[str, str]:
    """What the client and we are called."""
    return voice.words("intent.client", client=plan.client.name), brand.name or voice.words("intent.us")


def said(intent: Intent, voice: Voice) -> tuple[str, ...]:
    parts = (voice.word("intent", intent.basis), intent.who, intent.where, voice.day(intent.when))
    return tuple(part for part in parts if part)


def _evidence(item: Evidence, voice: Voice) -> tuple[str, ...]:
    return tuple(part for part in (item.what, item.source, voice.day(item.when)) if part)
