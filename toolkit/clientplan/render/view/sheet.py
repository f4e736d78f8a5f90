"""The sheet that a coach hands out: what the plan says stands on it, and where it says nothing are lines for a pen."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import date

from clientplan.plan.plan import Plan
from clientplan.plan.purpose import Intent
from clientplan.plan.words import Edition
from clientplan.render.brand import Brand
from clientplan.render.view.actions import NextStep, Stops, next_step, stops
from clientplan.render.view.head import Document, Running, along, described, document, period, running
from clientplan.render.view.kinds import Filled
from clientplan.render.view.purpose import said
from clientplan.render.view.sheet_lines import LadderLine, Steps, ladder, steps
from clientplan.render.view.voice import Voice


@dataclass(frozen=True)
class Place:
    """One place of the sheet: what is written there, or what a good answer looks like."""

    label: str
    text: str | None
    prompt: str | None


@dataclass(frozen=True)
class SheetHead:
    kind: str | None
    title: str
    places: tuple[Place, ...]


@dataclass(frozen=True)
class Wish:
    """What one party wants, and who said so, where and when."""

    words: Place
    said: tuple[str, ...]
    prompt: str | None


@dataclass(frozen=True)
class Ending:
    stop: Place | None
    stops: Stops | None
    next_step: NextStep | None
    prompt: str | None


@dataclass(frozen=True)
class SheetSections(Filled):
    """What a pack may print of a sheet."""

    intents: tuple[Wish, ...]
    questions: tuple[Place, ...]
    ladder: tuple[LadderLine, ...]
    steps: Steps
    ending: Ending


SECTIONS = tuple(field.name for field in fields(SheetSections))


@dataclass(frozen=True)
class Sheet:
    document: Document
    running: Running
    head: SheetHead
    sections: SheetSections


def sheet(plan: Plan, *, edition: Edition, brand: Brand, locale: str, today: date, draft: bool = False) -> Sheet:
    """The sheet of one edition of a plan; what the edition may not show goes no further than here."""
    voice = Voice.of(locale, today)
    shown = plan.edition(edition)
    return Sheet(
        document=document(shown, locale, voice),
        running=running(shown, edition, brand, voice, draft=draft),
        head=SheetHead(
            kind=voice.words("page.title"),
            title=shown.client.name,
            places=(
                Place(voice.words("sheet.period"), period(shown, voice), None),
                Place(voice.words("head.manager"), shown.manager, None),
            ),
        ),
        # What we stop is ours alone: the client's edition doesn't even ask for it.
        sections=_sections(shown, voice, stop=edition is Edition.INTERNAL),
    )


def blank(*, brand: Brand, locale: str) -> Sheet:
    """The sheet before there is a plan; no day of any kind stands on it."""
    voice = Voice.of(locale, date.min)
    title = voice.words("page.title")
    return Sheet(
        document=described(title, locale, voice),
        running=along(brand, foot=(voice.words("sheet.foot"),)),
        head=SheetHead(
            kind=None,
            title=title,
            places=(
                Place(voice.words("sheet.client"), None, None),
                Place(voice.words("sheet.period"), None, voice.words("prompt.period")),
                Place(voice.words("head.manager"), None, None),
            ),
        ),
        sections=_sections(None, voice, stop=True),
    )


def _sections(plan: Plan | None, voice: Voice, *, stop: bool) -> SheetSections:
    return SheetSections(
        intents=(
            _wish("client", plan.intent.client if plan else None, voice),
            _wish("us", plan.intent.ours if plan else None, voice),
        ),
        questions=tuple(
            _place("value", name, getattr(plan.value_proposition, name) if plan else None, voice)
            for name in ("goal", "value", "they_gain", "we_gain")
        ),
        ladder=ladder(plan, voice),
        steps=steps(plan, voice),
        ending=_ending(plan, voice, stop=stop),
    )


def _place(section: str, name: str, text: str | None, voice: Voice) -> Place:
    return Place(voice.words(f"{section}.{name}"), text, None if text else voice.words(f"prompt.{name}"))


def _wish(party: str, intent: Intent | None, voice: Voice) -> Wish:
    known = said(intent, voice) if intent else ()
    words = _place("sheet_intent", party, intent.words if intent else None, voice)
    return Wish(words, known, None if known else voice.words("prompt.said"))


def _ending(plan: Plan | None, voice: Voice, *, stop: bool) -> Ending:
    known = stops(plan, voice) if plan else None
    step = next_step(plan, voice) if plan else None
    asked = stop and not known
    return Ending(
        stop=_place("sheet", "stop", None, voice) if asked else None,
        stops=known,
        next_step=step,
        prompt=None if step else voice.words("prompt.next_step"),
    )
