"""What was typed, as far as the model takes it. The forms hold no rules: the model says what is allowed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from pydantic import ValidationError

from clientplan.errors import Problem
from clientplan.plan.problems import problems
from clientplan.plan.source import Source
from clientplan.plan.value import Value, key

V = TypeVar("V", bound=Value)


def take(model: type[V], base: V | None, typed: Mapping[str, Any]) -> tuple[V | None, dict[str, str]]:
    """The base with everything typed that the model takes, and a sentence for each field that it doesn't.

    A refused field keeps what the base has. Where the rest can't stand without it the base comes back as it was
    (None where there is none yet). A sentence about the fields together stands under the name "".
    """
    wrong: dict[str, str] = {}
    while True:
        fields = _fields(base) | {name: value for name, value in typed.items() if name not in wrong}
        try:
            return model.model_validate({name: value for name, value in fields.items() if value is not None}), wrong
        except ValidationError as error:
            found = {_field(problem): problem.message for problem in problems(error, Source(root=fields), model)}
        if not found.keys() & (typed.keys() - wrong.keys()):
            return base, found | wrong
        wrong |= {name: message for name, message in found.items() if name in typed}


def _fields(value: Value | None) -> dict[str, Any]:
    return {} if value is None else {key(type(value), name): getattr(value, name) for name in type(value).model_fields}


def _field(problem: Problem) -> str:
    """The field's own name: `evidence[2].what` belongs to `evidence`."""
    return problem.place.split("[")[0].split(".")[0]
