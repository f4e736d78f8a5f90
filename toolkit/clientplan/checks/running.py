"""Running the rules over a plan."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from datetime import date

from clientplan.checks.figures import Figures
from clientplan.checks.finding import Finding
from clientplan.checks.meant import meant
from clientplan.checks.places import order
from clientplan.checks.rule import Context, Limit, Rule, registered
from clientplan.checks.switches import switched_off
from clientplan.errors import WorkspaceError
from clientplan.plan.plan import Plan

Thresholds = Mapping[str, Mapping[str, Limit]]


def run(
    plan: Plan,
    *,
    today: date,
    off: Mapping[str, str] | None = None,
    thresholds: Thresholds | None = None,
    figures: Figures | None = None,
) -> list[Finding]:
    """What the checks find in a plan, by place in the plan and then by code.

    Args:
        plan: the whole plan, not an edition of it.
        today: the day on which the plan is judged.
        off: checks that the workspace switches off, by code, with the reason; `plan.checks_off` adds its own.
        thresholds: limits other than the defaults, as `{"CP401": {"most": 8}}`.
        figures: what the data says; without it the checks that need it say nothing.

    Raises:
        WorkspaceError: a threshold that no check has, or that isn't a number.
    """
    rules = registered()
    limits = _limits(rules, thresholds or {})
    silent = switched_off(plan, off)
    found = [
        finding
        for code, rule in rules.items()
        if code not in silent
        for finding in rule.find(plan, Context(rule, plan, today, figures or Figures(), limits[code], off or {}))
    ]
    return sorted(_most_specific(found, rules), key=lambda finding: (order(plan, finding.path), finding.code))


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
        elif not (math.isfinite(value) and value >= 0):
            yield f"thresholds: {code}.{name} is “{value}”. Write a number of 0 or more."
