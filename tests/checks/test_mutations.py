"""The finished sample plans with one thing broken, wherever it can be: exactly the check meant to see it speaks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from decimal import Decimal
from typing import Any, NamedTuple

import pytest

from clientplan import checks
from clientplan.checks import Figures, Severity
from clientplan.checks.figures import Holding, Leak, Portfolio, Print
from clientplan.paths import sample_data
from clientplan.plan.plan import Plan
from clientplan.plan.reading import read
from clientplan.plan.words import Direction, Edition, Level, Phase

TODAY = date(2026, 9, 15)


class Mutant(NamedTuple):
    what: str
    plan: Plan
    figures: Figures = Figures()
    today: date = TODAY


Breaks = Callable[[Plan], Iterator[Mutant]]
MUTATIONS: dict[str, Breaks] = {}


def breaks(code: str) -> Callable[[Breaks], Breaks]:
    def register(function: Breaks) -> Breaks:
        MUTATIONS[code] = function
        return function

    return register


def changed(value: Any, path: tuple[str | int, ...], new: Any) -> Any:
    """The value with another one at a path."""
    if not path:
        return new
    first, rest = path[0], path[1:]
    if isinstance(value, tuple):
        return tuple(changed(item, rest, new) if at == first else item for at, item in enumerate(value))
    return value.replace(**{first: changed(getattr(value, first), rest, new)})


def printed(edition: Edition = Edition.CLIENT, **facts: Any) -> Figures:
    return Figures(prints=(Print(**{"edition": edition, "pages": 2, "budget": 2, **facts}),))


@breaks("CP101")
def more_pages(plan: Plan) -> Iterator[Mutant]:
    for edition in Edition:
        yield Mutant(f"{edition} on 3 pages", plan, printed(edition, pages=3, over="actions: 31 lines"))


@breaks("CP102")
def lost_text(plan: Plan) -> Iterator[Mutant]:
    for edition in Edition:
        yield Mutant(f"{edition} lost a1", plan, printed(edition, lost=("actions.a1.what",)))


@breaks("CP104")
def shrunk(plan: Plan) -> Iterator[Mutant]:
    yield Mutant("type of 7 pt", plan, printed(type_size=7.0, margin=14.0))
    yield Mutant("margin of 6 mm", plan, printed(type_size=9.5, margin=6.0))


@breaks("CP201")
def nobody_answers(plan: Plan) -> Iterator[Mutant]:
    for manager in (None, "Team", "TBD", "Ruth Adeyemi and Tom Whitfield"):
        yield Mutant(f"manager {manager}", plan.replace(manager=manager))
    yield Mutant("no next review", plan.replace(next_review=None))


@breaks("CP202")
def review_past(plan: Plan) -> Iterator[Mutant]:
    for days in (1, 20):
        yield Mutant(f"next review {days} days ago", plan.replace(next_review=TODAY - timedelta(days)))


@breaks("CP204")
def no_phase(plan: Plan) -> Iterator[Mutant]:
    yield Mutant("no phase", plan.replace(phase=None))


@breaks("CP301")
def no_intent(plan: Plan) -> Iterator[Mutant]:
    for side in ("ours", "client"):
        yield Mutant(f"no intent {side}", changed(plan, ("intent", side), None))
        yield Mutant(f"no words {side}", changed(plan, ("intent", side, "words"), None))


@breaks("CP304")
def no_value(plan: Plan) -> Iterator[Mutant]:
    empty = dict.fromkeys(("goal", "value", "they_gain", "we_gain"))
    yield Mutant("no answers", plan.replace(value_proposition=plan.value_proposition.replace(**empty)))
    yield Mutant("nothing", plan.replace(value_proposition={}))


@breaks("CP401")
def no_objective(plan: Plan) -> Iterator[Mutant]:
    yield Mutant("no objectives", plan.replace(objectives=()))


@breaks("CP402")
def no_measure(plan: Plan) -> Iterator[Mutant]:
    for at, objective in enumerate(plan.objectives):
        yield Mutant(f"{objective.id} without a measure", changed(plan, ("objectives", at, "measure"), None))
        for part in ("name", "unit", "baseline", "target", "due"):
            path = ("objectives", at, "measure", part)
            yield Mutant(f"{objective.id} without {part}", changed(plan, path, None))


@breaks("CP403")
def wrong_target(plan: Plan) -> Iterator[Mutant]:
    for at, objective in enumerate(plan.objectives):
        path, measure = ("objectives", at, "measure"), objective.measure
        for due in (plan.period.first - timedelta(1), plan.period.last + timedelta(1)):
            yield Mutant(f"{objective.id} due {due}", changed(plan, (*path, "due"), due))
        yield Mutant(f"{objective.id} target is baseline", changed(plan, (*path, "target"), measure.baseline))
        other = {Direction.UP: Direction.DOWN, Direction.DOWN: Direction.UP}[measure.way]
        yield Mutant(f"{objective.id} {other}", changed(plan, (*path, "direction"), other))


@breaks("CP405")
def broken_ladder(plan: Plan) -> Iterator[Mutant]:
    for at, objective in enumerate(plan.objectives):
        yield Mutant(f"{objective.id} without a level", changed(plan, ("objectives", at, "level"), None))
    tops = [objective for objective in plan.objectives if objective.level is Level.OUTCOME]
    for top in tops:
        at = plan.objectives.index(plan.below(top.id)[0])
        others = [other.id for other in tops if other is not top]
        if len(plan.below(top.id)) == 1 and others:
            yield Mutant(f"nothing under {top.id}", changed(plan, ("objectives", at, "serves"), others[0]))


@breaks("CP410")
def broken_link(plan: Plan) -> Iterator[Mutant]:
    for at, objective in enumerate(plan.objectives):
        yield Mutant(f"{objective.id} serves o99", changed(plan, ("objectives", at, "serves"), "o99"))


@breaks("CP501")
def incomplete_action(plan: Plan) -> Iterator[Mutant]:
    for at, action in enumerate(plan.actions):
        for part, values in {
            "owner": (None, "Team", "Sales"),
            "due": (None,),
            "objective": (None, "o99"),
        }.items():
            for value in values:
                yield Mutant(f"{action.id} {part} {value}", changed(plan, ("actions", at, part), value))


@breaks("CP502")
def no_action(plan: Plan) -> Iterator[Mutant]:
    """What was done for an objective is done for another one instead."""
    for objective in plan.objectives:
        if objective.open and not plan.below(objective.id):
            other = next(other.id for other in plan.objectives if other.id not in {objective.id, objective.serves})
            actions = tuple(
                action.replace(objective=other) if action.objective == objective.id else action
                for action in plan.actions
            )
            yield Mutant(f"nothing done for {objective.id}", plan.replace(actions=actions))


@breaks("CP507")
def overdue(plan: Plan) -> Iterator[Mutant]:
    for at, action in enumerate(plan.actions):
        if action.open:
            yield Mutant(f"{action.id} overdue", changed(plan, ("actions", at, "due"), TODAY - timedelta(3)))


@breaks("CP701")
def no_reading(plan: Plan) -> Iterator[Mutant]:
    for at, objective in enumerate(plan.objectives):
        if objective.open:
            yield Mutant(
                f"{objective.id} without a reading", changed(plan, ("objectives", at, "measure", "readings"), ())
            )


@breaks("CP702")
def behind_plan(plan: Plan) -> Iterator[Mutant]:
    """Every month short by the same part, so that nothing drifts."""
    if plan.phase is Phase.MAINTENANCE and plan.results is not None:
        months = tuple(
            month if month.actual is None else month.replace(actual=month.plan * Decimal("0.84"))
            for month in plan.results.months
        )
        yield Mutant("84 % of plan", plan.replace(results=plan.results.replace(months=months)))


@breaks("CP801")
def over_capacity(plan: Plan) -> Iterator[Mutant]:
    mine = Holding(plan.client.name, plan.manager, plan.phase, Decimal(20))
    other = Holding("Another client", plan.manager, Phase.BUILD, Decimal(30))
    figures = Figures(capacity=((plan.manager or "", Decimal(40)),), portfolio=Portfolio((mine, other)))
    yield Mutant("50 of 40 hours", changed(plan, ("effort", "hours"), Decimal(20)), figures)


@breaks("CP803")
def contradiction(plan: Plan) -> Iterator[Mutant]:
    judged = {"none": "0.4", "half": "0.7", "half_more": "1.15", "saturation": "1.45"}
    for name, value in {"none": "0.8", "half": "1.1", "half_more": "0.9", "saturation": "1.1"}.items():
        effort = plan.effort.replace(**{**judged, name: value})
        yield Mutant(f"{name} is {value}", plan.replace(effort=effort))


@breaks("CP901")
def leaked(plan: Plan) -> Iterator[Mutant]:
    leak = Leak(("phase_reason",), "page 1")
    yield Mutant("on the page", plan, printed(leaks=(leak,)))
    if plan.phase_reason is not None:
        path = ("value_proposition", "we_gain")
        words = " ".join(plan.phase_reason.split()[:12])
        kept = plan.replace(phase_reason=words)
        yield Mutant("quoted in what is shared", changed(kept, path, words))


PLANS = {path.stem: read(path.read_bytes()) for path in sorted((sample_data() / "plans").glob("*.yaml"))}
MUTANTS = [
    pytest.param(code, mutant, id=f"{code}-{name}-{mutant.what}".replace(" ", "-"))
    for code, breaks in MUTATIONS.items()
    for name, plan in PLANS.items()
    for mutant in breaks(plan)
]


@pytest.mark.parametrize(("code", "mutant"), MUTANTS)
def test_exactly_this_check_speaks(code: str, mutant: Mutant) -> None:
    found = checks.run(mutant.plan, today=mutant.today, figures=mutant.figures)
    assert {finding.code for finding in found} == {code}, [str(finding) for finding in found]
    assert Severity.ERROR in {finding.severity for finding in found}


def test_every_check_that_reports_errors_is_tried_on_every_plan_that_can_break() -> None:
    errors = {code for code, rule in checks.registered().items() if Severity.ERROR in rule.severities}
    assert errors - {"CP001"} == set(MUTATIONS)
    tried = Counter(parameter.values[0] for parameter in MUTANTS)
    assert all(tried[code] >= len(PLANS) for code in errors - {"CP001", "CP702"})


@pytest.mark.parametrize("plan", PLANS.values(), ids=PLANS.keys())
def test_the_plans_themselves_are_finished(plan) -> None:
    assert checks.run(plan, today=TODAY) == []
