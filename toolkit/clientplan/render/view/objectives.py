"""The objectives as a ladder: outcome <- performance <- process, each with its measure and how far it has come."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_DOWN, Decimal

from clientplan.plan.objective import Measure, Objective
from clientplan.plan.plan import Plan
from clientplan.render.view.shown import Code
from clientplan.render.view.voice import Voice

DEEPEST = 3  # rungs that the page indents; deeper ones stand under each other


@dataclass(frozen=True)
class Bar:
    part: float  # of the way from baseline to target, kept within 0 and 1
    alternative: Code


@dataclass(frozen=True)
class MeasureView:
    name: str | None
    due: str | None
    baseline: str
    target: str
    latest: str | None
    latest_day: str | None
    bar: Bar | None


@dataclass(frozen=True)
class Rung:
    id: str
    depth: int
    words: str
    written: bool
    kind: tuple[str, ...]  # level and area
    internal: bool
    measure: MeasureView | None
    status: str
    state: Code
    note: str | None


def objectives(plan: Plan, voice: Voice) -> tuple[Rung, ...]:
    return tuple(_rung(objective, min(depth, DEEPEST), voice) for depth, objective in plan.ladder())


def _rung(objective: Objective, depth: int, voice: Voice) -> Rung:
    kind = (voice.word("level", objective.level), voice.word("area", objective.area))
    return Rung(
        id=objective.id,
        depth=depth,
        words=objective.words or voice.words("objectives.unwritten"),
        written=bool(objective.words),
        kind=tuple(part for part in kind if part),
        internal=objective.internal,
        measure=_measure(objective.measure, voice) if objective.measure else None,
        status=voice.words(f"progress.{objective.status.value}"),
        state=Code(objective.status.value.replace(" ", "-")),
        note=objective.note,
    )


def span(before: Decimal | None, after: Decimal | None, unit: str | None, voice: Voice) -> tuple[str, str]:
    """Two values of a measure, the plain unit only with the second: 34 and 15 min, but £9,400 and £24,000."""

    def value(figure: Decimal | None) -> str:
        return voice.words("page.open") if figure is None else voice.formats.value(figure, unit)

    if before is None or after is None or voice.formats.sticks(unit):
        return value(before), value(after)
    return voice.formats.number(before), value(after)


def _measure(measure: Measure, voice: Voice) -> MeasureView:
    baseline, target = span(measure.baseline, measure.target, measure.unit, voice)
    latest = measure.latest
    return MeasureView(
        name=measure.name,
        due=voice.words("objectives.by", day=due) if (due := voice.day(measure.due)) else None,
        baseline=baseline,
        target=target,
        latest=voice.formats.value(latest.value, measure.unit) if latest else None,
        latest_day=voice.day(latest.when) if latest else None,
        bar=_bar(measure, voice),
    )


def _bar(measure: Measure, voice: Voice) -> Bar | None:
    progress = measure.progress
    if progress is None:
        return None
    part = voice.formats.percent(progress.quantize(Decimal("0.01"), rounding=ROUND_DOWN))
    return Bar(float(min(max(progress, Decimal(0)), Decimal(1))), Code(voice.words("objectives.bar", part=part)))
