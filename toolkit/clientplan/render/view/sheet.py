"""The sheet that a coach hands out: what the plan says stands on it, and where it says nothing are lines for a pen."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import date

from clientplan.plan.action import Action
from clientplan.plan.objective import Measure, Objective
from clientplan.plan.plan import Plan
from clientplan.plan.purpose import Intent
from clientplan.plan.words import Edition, Level, Side
from clientplan.render.brand import Brand
from clientplan.render.view.actions import NextStep, Stops, actions, by_day, next_step, stops
from clientplan.render.view.head import Document, Running, along, described, document, period, running
from clientplan.render.view.kinds import Filled
from clientplan.render.view.objectives import DEEPEST, span
from clientplan.render.view.purpose import said
from clientplan.render.view.shown import Code
from clientplan.render.view.voice import Voice

_RUNGS, _STEPS = 3, 5  # lines for objectives and actions on an empty sheet
_LEVELS = tuple(Level)  # from the top of the ladder down


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
class LadderLine:
    id: Code
    depth: int
    level: str | None
    prompt: str | None
    words: str | None
    tag: str | None
    measure: str | None
    baseline: str | None
    target: str | None
    due: str | None


@dataclass(frozen=True)
class StepLine:
    id: Code
    what: str | None
    tag: str | None
    owner: str | None
    side: str | None
    due: str | None
    done_when: str | None


@dataclass(frozen=True)
class ClosedLine:
    id: Code
    what: str
    status: str


@dataclass(frozen=True)
class Steps:
    open: tuple[StepLine, ...]
    closed: tuple[ClosedLine, ...]


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
        ladder=_ladder(plan, voice),
        steps=_steps(plan, voice),
        ending=_ending(plan, voice, stop=stop),
    )


def _place(section: str, name: str, text: str | None, voice: Voice) -> Place:
    return Place(voice.words(f"{section}.{name}"), text, None if text else voice.words(f"prompt.{name}"))


def _wish(party: str, intent: Intent | None, voice: Voice) -> Wish:
    known = said(intent, voice) if intent else ()
    words = _place("sheet_intent", party, intent.words if intent else None, voice)
    return Wish(words, known, None if known else voice.words("prompt.said"))


def _ladder(plan: Plan | None, voice: Voice) -> tuple[LadderLine, ...]:
    """The objectives as the plan has them, and while they are fewer than three, a line for each level that is open."""
    found = list(plan.ladder()) if plan else []
    lines = [(one.level, _rung(one, min(depth, DEEPEST), voice)) for depth, one in found]
    used = {level for level, _ in lines}
    for level in [level for level in _LEVELS if level not in used][: max(0, _RUNGS - len(found))]:
        lower = _LEVELS[_LEVELS.index(level) + 1 :]
        at = next((number for number, (other, _) in enumerate(lines) if other in lower), len(lines))
        lines.insert(at, (level, _open_rung(level, voice)))
    return tuple(line for _, line in lines)


def _open_rung(level: Level, voice: Voice) -> LadderLine:
    prompt = voice.words(f"prompt.{level.value}")
    return LadderLine(Code(level.value), _LEVELS.index(level), voice.word("level", level), prompt, *(None,) * 6)


def _rung(objective: Objective, depth: int, voice: Voice) -> LadderLine:
    measure = objective.measure or Measure()
    baseline, target = span(measure.baseline, measure.target, measure.unit, voice)
    return LadderLine(
        id=Code(objective.id),
        depth=depth,
        level=voice.word("level", objective.level),
        prompt=None,
        words=objective.words,
        tag=voice.words("objectives.internal") if objective.internal else None,
        measure=measure.name,
        baseline=None if measure.baseline is None else baseline,
        target=None if measure.target is None else target,
        due=voice.day(measure.due),
    )


def _steps(plan: Plan | None, voice: Voice) -> Steps:
    lines = [_step(action, voice) for action in by_day(plan.actions if plan else ()) if action.open]
    lines += [StepLine(Code(f"line {number}"), *(None,) * 6) for number in range(len(lines) + 1, _STEPS + 1)]
    known = actions(plan, voice) if plan else None
    closed = known.closed if known else ()
    return Steps(tuple(lines), tuple(ClosedLine(Code(one.id), one.what, one.status) for one in closed))


def _step(action: Action, voice: Voice) -> StepLine:
    return StepLine(
        id=Code(action.id),
        what=action.what,
        tag=voice.words("objectives.internal") if action.internal else None,
        owner=action.owner,
        side=voice.words("actions.client") if action.owner and action.side is Side.CLIENT else None,
        due=voice.day(action.due),
        done_when=action.done_when,
    )


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
