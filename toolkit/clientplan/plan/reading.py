"""A plan from the text of its file."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pydantic import ValidationError

from clientplan.errors import PlanUnreadable, Problem
from clientplan.plan.parsing import read_source
from clientplan.plan.plan import SCHEMA, Plan
from clientplan.plan.problems import problems
from clientplan.plan.source import Path, Source


def read(text: str | bytes, name: str = "") -> Plan:
    """The plan that a file's text describes.

    Raises:
        PlanUnreadable: with everything that is wrong, each with its line and column; `name` heads the message.
    """
    return read_with_source(text, name)[0]


def read_with_source(text: str | bytes, name: str = "") -> tuple[Plan, Source]:
    """The plan, and where each of its values stands in the file, by its path in the plan."""
    found: list[Problem] = []
    try:
        source = read_source(text)
        found.extend(_schema_problems(source))
        plan = Plan.model_validate(source.root | {"schema": SCHEMA})
    except PlanUnreadable as error:
        raise PlanUnreadable(error.problems, name) from None
    except ValidationError as error:
        found.extend(problems(error, source, Plan))
    if found:
        raise PlanUnreadable(found, name)
    source.orders = dict(_orders(source))
    return plan, source


def _orders(source: Source) -> Iterator[tuple[Path, list[int]]]:
    """How the model sorts what has a date, so that its third review is found where it stands in the file."""
    yield ("reviews",), _by_date(_items(source.root.get("reviews")))
    for at, objective in enumerate(_items(source.root.get("objectives"))):
        if isinstance(measure := objective.get("measure"), dict):
            yield ("objectives", at, "measure", "readings"), _by_date(_items(measure.get("readings")))


def _items(value: Any) -> list[Any]:
    """Of a list; what else a plan may have in its place is blank."""
    return value if isinstance(value, list) else []


def _by_date(items: list[Any]) -> list[int]:
    return sorted(range(len(items)), key=lambda at: str(items[at]["when"]).strip())


def _schema_problems(source: Source) -> list[Problem]:
    """What is wrong with the line `schema: 1`; a newer schema stops the reading, since its words aren't known here."""
    if not isinstance(source.root, dict):
        raise PlanUnreadable([Problem(*source.position(()), "", "this isn't a plan: it should begin with `schema: 1`")])
    schema = source.root.get("schema")
    line, column = source.position(("schema",))
    if schema is None:
        return [Problem(1, 1, "schema", f"is missing. Write `schema: {SCHEMA}` on the first line")]
    if not (isinstance(schema, str) and schema.isascii() and schema.isdigit() and int(schema) >= 1):
        return [Problem(line, column, "schema", f"“{schema}” isn't a version. Write `schema: {SCHEMA}`")]
    if int(schema) > SCHEMA:
        message = f"{schema} is newer than this Client Plan reads ({SCHEMA}). Update Client Plan to open it"
        raise PlanUnreadable([Problem(line, column, "schema", message)])
    return []
