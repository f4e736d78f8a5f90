"""The lines of the sheet: objectives and actions as the plan has them, and open ones for a pen."""

from __future__ import annotations

from dataclasses import dataclass

from clientplan.plan.action import Action
from clientplan.plan.objective import Measure, Objective
from clientplan.plan.plan import Plan
from clientplan.plan.words import Level, Side
from clientplan.render.view.actions import actions, by_day
from clientplan.render.view.objectives import DEEPEST, span
from clientplan.render.view.shown import Code
from clientplan.render.view.voice import Voice

_RUNGS, _STEPS = 3, 5  # lines for objectives and actions on an empty sheet
_LEVELS = tuple(Level)  # from the top of the ladder down


@dataclass(frozen=True)
class LadderLine:
    id: Code
    depth: int
    level: str | None
    prompt: str | None = None
    words: str | None = None
    tag: str | None = None
    measure: str | None = None
    baseline: str | None = None
    target: str | None = None
    due: str | None = None


@dataclass(frozen=True)
class StepLine:
    id: Code
    what: str | None = None
    tag: str | None = None
    owner: str | None = None
    side: str | None = None
    due: str | None = None
    done_when: str | None = None


@dataclass(frozen=True)
class ClosedLine:
    id: Code
    what: str
    status: str


@dataclass(frozen=True)
class Steps:
    open: tuple[StepLine, ...]
    closed: tuple[ClosedLine, ...]


def ladder(plan: Plan | None, voice: Voice) -> tuple[LadderLine, ...]:
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
    return LadderLine(Code(level.value), _LEVELS.index(level), voice.word("level", level), prompt)


def _rung(objective: Objective, depth: int, voice: Voice) -> LadderLine:
    measure = objective.measure or Measure()
    baseline, target = span(measure.baseline, measure.target, measure.unit, voice)
    return LadderLine(
        id=Code(objective.id),
        depth=depth,
        level=voice.word("level", objective.level),
        words=objective.words,
        tag=voice.words("objectives.internal") if objective.internal else None,
        measure=measure.name,
        baseline=None if measure.baseline is None else baseline,
        target=None if measure.target is None else target,
        due=voice.day(measure.due),
    )


def steps(plan: Plan | None, voice: Voice) -> Steps:
    lines = [_step(action, voice) for action in by_day(plan.actions if plan else ()) if action.open]
    lines += [StepLine(Code(f"line {number}")) for number in range(len(lines) + 1, _STEPS + 1)]
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
