"""A plan as tables: one a list, and one for what stands alone. Fields that an edition doesn't show have no column."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from clientplan.plan.action import Action, Stop
from clientplan.plan.effort import Effort
from clientplan.plan.money import Money
from clientplan.plan.objective import Measure, Objective, Reading
from clientplan.plan.people import Figures, Person, Result, Results, Risk
from clientplan.plan.plan import Client, Period, Plan
from clientplan.plan.purpose import Evidence, Intent, ValueProposition
from clientplan.plan.review import Review, Verdict
from clientplan.plan.value import Value, is_shared


@dataclass(frozen=True)
class Table:
    title: str
    head: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]


@dataclass(frozen=True)
class _Column:
    title: str
    model: type[Value]
    field: str
    of: Callable[[Any], Any] = lambda row: row  # from a row to what has the field


def _columns(model: type[Value], *fields: str, of: Callable[[Any], Any] = lambda row: row) -> tuple[_Column, ...]:
    return tuple(_Column(field.replace("_", " ").capitalize(), model, field, of) for field in fields)


def _own(row: tuple[Any, Any]) -> Any:
    return row[1]


def _whose(title: str, model: type[Value], field: str) -> _Column:
    """The first column of what belongs to a row of another table: the id, or the day, of that row."""
    return _Column(title, model, field, lambda row: row[0])


_OBJECTIVES = (
    *_columns(Objective, "id", "words", "level", "area", "serves"),
    *_columns(
        Measure, "name", "unit", "baseline", "target", "due", "direction", of=lambda row: row.measure or Measure()
    ),
    *_columns(Objective, "status", "internal", "note"),
)
_ACTIONS = _columns(
    Action,
    "id",
    "what",
    "objective",
    "owner",
    "side",
    "due",
    "done_when",
    "status",
    "done",
    "internal",
    "hours",
    "note",
)
_PEOPLE = _columns(Person, "name", "role", "contact", "decides", "influence", "support", "note")
_EVIDENCE = _columns(Evidence, "what", "source", "when")
_READINGS = (_whose("Objective", Objective, "id"), *_columns(Reading, "when", "value", "note", of=_own))
_REVIEWS = _columns(Review, "when", "by", "agreed", "lessons")
_VERDICTS = (_whose("Review", Review, "when"), *_columns(Verdict, "objective", "status", "note", of=_own))
_STOPS = _columns(Stop, "what", "frees", "why")
_RISKS = _columns(Risk, "what", "likelihood", "response", "owner")
_MONTHS = _columns(Result, "month", "plan", "actual")


def _readings(plan: Plan) -> Iterator[tuple[Objective, Reading]]:
    for objective in plan.objectives:
        for reading in objective.measure.readings if objective.measure else ():
            yield objective, reading


def _verdicts(plan: Plan) -> Iterator[tuple[Review, Verdict]]:
    for review in plan.reviews:
        for verdict in review.verdicts:
            yield review, verdict


# The title, the field of the plan that the rows come from, the rows, and their columns.
_LISTS: tuple[tuple[str, str, Callable[[Plan], Iterable[Any]], tuple[_Column, ...]], ...] = (
    ("Objectives", "objectives", lambda plan: plan.objectives, _OBJECTIVES),
    ("Readings", "objectives", _readings, _READINGS),
    ("Actions", "actions", lambda plan: plan.actions, _ACTIONS),
    ("People", "people", lambda plan: plan.people, _PEOPLE),
    ("Evidence", "value_proposition", lambda plan: plan.value_proposition.evidence, _EVIDENCE),
    ("Reviews", "reviews", lambda plan: plan.reviews, _REVIEWS),
    ("Verdicts", "reviews", _verdicts, _VERDICTS),
    ("Stops", "stops", lambda plan: plan.stops, _STOPS),
    ("Risks", "risks", lambda plan: plan.risks, _RISKS),
    ("Results", "results", lambda plan: plan.results.months if plan.results else (), _MONTHS),
)

_ALONE: tuple[tuple[str, type[Value], tuple[str, ...], Callable[[Plan], Value | None]], ...] = (
    ("Client", Client, ("name", "id", "industry"), lambda plan: plan.client),
    ("Period", Period, ("first", "last"), lambda plan: plan.period),
    ("", Plan, ("phase", "phase_reason", "manager", "next_review", "revision", "locale", "notes"), lambda plan: plan),
    ("Their intent", Intent, ("words", "basis", "who", "where", "when"), lambda plan: plan.intent.client),
    ("Our intent", Intent, ("words", "basis", "who", "where", "when"), lambda plan: plan.intent.ours),
    (
        "Value proposition",
        ValueProposition,
        ("goal", "value", "they_gain", "we_gain"),
        lambda plan: plan.value_proposition,
    ),
    ("Figures", Figures, ("revenue", "margin", "potential"), lambda plan: plan.figures),
    ("Effort", Effort, ("hours", "none", "half", "half_more", "saturation"), lambda plan: plan.effort),
    ("Results", Results, ("name", "currency"), lambda plan: plan.results),
)
_PARTS: dict[type[Value], str] = {Figures: "figures", Effort: "effort", Results: "results"}  # fields of the plan


def tables(plan: Plan, *, internal: bool) -> Iterator[Table]:
    """Those with something in them; `plan` is the edition that may be shown."""
    yield Table("Plan", ("Field", "Value"), tuple(_alone(plan, internal=internal)))
    for title, field, rows, columns in _LISTS:
        shown = [column for column in columns if internal or _is_shown(column)]
        found = tuple(tuple(_value(column.of(row), column.field) for column in shown) for row in rows(plan))
        if found and (internal or is_shared(Plan, field)):
            yield Table(title, tuple(column.title for column in shown), found)


def _alone(plan: Plan, *, internal: bool) -> Iterator[tuple[str, Any]]:
    for title, model, fields, of in _ALONE:
        part = of(plan)
        if part is None or not (internal or is_shared(Plan, _PARTS.get(model, "client"))):
            continue
        for field in fields:
            value = _value(part, field)
            if value is not None and (internal or is_shared(model, field)):
                called = field.replace("_", " ")
                yield (f"{title}: {called}" if title else called.capitalize()), value
    if internal and plan.checks_off:
        yield from ((f"Check switched off: {code}", reason) for code, reason in plan.checks_off.items())


def _is_shown(column: _Column) -> bool:
    """In the client edition, which has nothing in it that says of itself that it is internal."""
    return is_shared(column.model, column.field) and column.field != "internal"


def _value(part: Any, field: str) -> Any:
    value = getattr(part, field)
    return str(value) if isinstance(value, Money) else value
