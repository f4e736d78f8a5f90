"""Running the rules over a plan."""

from __future__ import annotations

import sys
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from clientplan.checks.figures import Figures
from clientplan.checks.finding import Finding
from clientplan.checks.meant import meant
from clientplan.checks.places import order
from clientplan.checks.registry import registered
from clientplan.checks.rule import OURS, Context, Limit, Rule
from clientplan.checks.switches import UNUSED, switched_off
from clientplan.errors import WorkspaceError
from clientplan.plan.plan import Plan

Thresholds = Mapping[str, Mapping[str, Limit]]


@dataclass(frozen=True)
class Silenced:
    """A finding of a check that is switched off, and why it is."""

    finding: Finding
    reason: str


@dataclass(frozen=True)
class Report:
    """What the checks say of a plan, by place in it and then by code, and what they would say if they weren't off."""

    findings: list[Finding]
    silenced: list[Silenced]


def run(plan: Plan, **options: Any) -> list[Finding]:
    """The findings alone; the arguments are those of `report`."""
    return report(plan, **options).findings


def report(
    plan: Plan,
    *,
    today: date,
    off: Mapping[str, str] | None = None,
    thresholds: Thresholds | None = None,
    figures: Figures | None = None,
    only: Collection[str] | None = None,
    language: str = "en",
) -> Report:
    """What the checks find in a plan.

    Args:
        plan: the whole plan, not an edition of it.
        today: the day on which the plan is judged.
        off: checks that the workspace switches off, by code, with the reason; `plan.checks_off` adds its own.
        thresholds: limits other than the defaults, as `{"CP401": {"most": 8}}`.
        figures: what is known beside the plan; without it the checks that need it say nothing.
        only: the codes to run; all by default.
        language: in which the messages are, such as `de`.

    Raises:
        WorkspaceError: a threshold that no check has, or that isn't a number.
    """
    rules = registered()
    limits = _limits(rules, thresholds or {})
    silent = switched_off(plan, off)
    known = figures or Figures()
    wanted = {code: rule for code, rule in rules.items() if only is None or code in only}

    def found(rule: Rule, unused: tuple[str, ...] = ()) -> list[Finding]:
        return _found(plan, Context(rule, plan, today, known, limits[rule.code], language, off or {}, unused))

    by_code = {code: found(rule) for code, rule in wanted.items() if code != UNUSED}
    if UNUSED in wanted:
        spoke = {UNUSED, *(code for code, findings in by_code.items() if findings)}
        idle = tuple(code for code in plan.checks_off if code not in spoke and _judged(wanted.get(code), known))
        by_code[UNUSED] = found(wanted[UNUSED], idle)
    spoken = [finding for code, findings in by_code.items() if code not in silent for finding in findings]
    kept = [(finding, silent[code]) for code, findings in by_code.items() if code in silent for finding in findings]
    return Report(
        sorted(_most_specific(spoken, rules), key=lambda finding: (order(plan, finding.path), finding.code)),
        [Silenced(finding, reason) for finding, reason in kept],
    )


def _found(plan: Plan, context: Context) -> list[Finding]:
    """What one rule finds. A plug-in's mistake is told as its finding; one of ours is a bug and keeps its traceback."""
    try:
        return list(context.rule.find(plan, context))
    except Exception as error:
        if OURS.fullmatch(context.rule.code):
            raise
        what = f"{type(error).__name__}: {error}"
        return [context.warning((), "this check failed ({what}). Tell its author, or switch it off.", what=what)]


def _judged(rule: Rule | None, figures: Figures) -> bool:
    """Whether a rule could see everything that it looks at."""
    return rule is not None and all(_known(name, figures) for name in rule.uses)


def _known(name: str, figures: Figures) -> bool:
    """Whether there is something under a name such as `phase` or `log.judged`."""
    found: Any = figures
    for part in name.split("."):
        found = getattr(found, part, None)
    return bool(found)


def _most_specific(found: list[Finding], rules: Mapping[str, Rule]) -> Iterable[Finding]:
    """Without the findings that give way to another one about the same place."""
    spoken = {(finding.path, finding.code) for finding in found}
    return (
        finding
        for finding in found
        if not any((finding.path, other) in spoken for other in rules[finding.code].gives_way_to)
    )


def _limits(rules: Mapping[str, Rule], chosen: Thresholds) -> dict[str, dict[str, Limit]]:
    limits = {code: {limit.name: limit.default for limit in rule.thresholds} for code, rule in rules.items()}
    wrong = [sentence for code, values in chosen.items() for sentence in _refused(code, values, limits)]
    if wrong:
        raise WorkspaceError("\n".join(wrong))
    return {code: {**defaults, **chosen.get(code, {})} for code, defaults in limits.items()}


def _refused(code: str, values: Mapping[str, Limit], limits: Mapping[str, Mapping[str, Limit]]) -> Iterable[str]:
    if code not in limits:
        yield f"thresholds: there is no check {code}.{meant(code, limits)}"
        return
    for name, value in values.items():
        if name not in limits[code]:
            yield f"thresholds: {code} has no {name}.{meant(name, limits[code])}"
        elif not 0 <= value <= sys.float_info.max:
            written = f"{Decimal(value):.0e}" if abs(value) > sys.float_info.max else value  # not all its 400 digits
            yield f"thresholds: {code}.{name} is “{written}”. Write a number of 0 or more."
