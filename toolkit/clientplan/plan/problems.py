"""What the model refuses, as sentences with their place in the file."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from clientplan.errors import Problem
from clientplan.plan.source import Path, Source

_SENTENCES = {
    "missing": "is missing. Add it",
    "date_from_datetime_parsing": "“{input}” isn't a date. Write it as YYYY-MM-DD",
    "date_parsing": "“{input}” isn't a date. Write it as YYYY-MM-DD",
    "date_from_datetime_inexact": "“{input}” has a time of day. Write the date alone, as YYYY-MM-DD",
    "date_type": "isn't a date. Write it as YYYY-MM-DD",
    "bool_parsing": "“{input}” is neither true nor false",
    "int_parsing": "“{input}” isn't a whole number",
    "greater_than_equal": "“{input}” is too small: at least {ge}",
    "string_too_long": "has {length} characters, and {max_length} is the most. Shorten it",
    "string_too_short": "is empty. Fill it in",
    "too_long": "has {length} characters, and {max_length} is the most. Shorten it",
    "too_short": "is empty. Fill it in",
    "decimal_type": "isn't a number. Write it like 1234.5",
    "int_parsing_size": "has too many digits",
    "string_type": "should be text, and is a list or a block of keys",
    "tuple_type": "should be a list: lines that begin with “- ”",
    "dict_type": "should be a block of keys",
    "model_type": "should be a block of keys ({fields})",
    "model_attributes_type": "should be a block of keys ({fields})",
}
_PATTERNS = {
    "id": "“{input}” can't be an id. Use letters, digits, - and _ (40 at the most)",
    "serves": "“{input}” can't be an id. Use letters, digits, - and _ (40 at the most)",
    "objective": "“{input}” can't be an id. Use letters, digits, - and _ (40 at the most)",
    "currency": "“{input}” isn't a currency. Use its three capital letters: EUR, GBP, USD",
    "locale": "“{input}” isn't a language. Write it like en, en-GB or de-AT",
}


def problems(error: ValidationError, source: Source, model: type[BaseModel]) -> Iterator[Problem]:
    """Each thing that the model refuses, with its place in the source."""
    for detail in error.errors(include_url=False):
        path = tuple(detail["loc"])
        yield Problem(*source.position(path), _place(path, source.root), _sentence(detail, path, model))


def _place(path: Path, root: Any) -> str:
    """`objectives[o2].measure.due`: list items by their id where they have one, else by their number from 1."""
    words = ""
    node = root
    for step in path:
        node = _step(node, step)
        if isinstance(step, int):
            name = node.get("id") if isinstance(node, dict) else None
            words += f"[{name if isinstance(name, str) else step + 1}]"
        else:
            words += f".{step}" if words else step
    return words


def _step(node: Any, step: str | int) -> Any:
    if isinstance(node, dict):
        return node.get(step)
    if isinstance(node, list) and isinstance(step, int) and step < len(node):
        return node[step]
    return None


def _sentence(detail: ErrorDetails, path: Path, model: type[BaseModel]) -> str:
    kind, given, context = detail["type"], detail["input"], detail.get("ctx", {})
    if kind == "extra_forbidden":
        return _unknown(str(path[-1]), _fields(model, path[:-1]))
    if kind == "value_error":
        return str(context["error"])
    if kind == "too_long" and isinstance(given, dict):
        return f"has {len(given)} entries, and {context['max_length']} is the most. Take some out"
    if kind in {"enum", "literal_error"}:
        words = str(context["expected"]).replace("'", "").replace(" or ", ", ").split(", ")
        return f"“{given}” isn't one of {', '.join(words)}.{_meant(str(given), words)}"
    sentence = _PATTERNS.get(str(path[-1])) if kind == "string_pattern_mismatch" else _SENTENCES.get(kind)
    if sentence is None:
        return detail["msg"]
    fields = ", ".join(_fields(model, path))
    return sentence.format(**{**context, "input": given, "length": len(str(given)), "fields": fields})


def _unknown(key: str, known: list[str]) -> str:
    meant = _meant(key, known)
    if " " in key and not meant:
        return "isn't known here. If it goes on with the text before it, put that text in quotes"
    return f"isn't known here.{meant}" if meant else f"isn't known here. These are: {', '.join(known)}"


def _meant(word: str, known: list[str]) -> str:
    close = get_close_matches(word.lower().replace("-", "_").replace(" ", "_"), known, n=1, cutoff=0.6)
    return f" Did you mean {close[0]}?" if close else ""


def _fields(model: type[BaseModel], path: Path) -> list[str]:
    """The keys that may stand at a path."""
    found: Any = model
    for step in path:
        if isinstance(step, str) and _is_model(found):
            by_key = {field.alias or name: field.annotation for name, field in found.model_fields.items()}
            found = _model_in(by_key.get(step))
    return [field.alias or name for name, field in found.model_fields.items()] if _is_model(found) else []


def _is_model(found: Any) -> bool:
    return isinstance(found, type) and issubclass(found, BaseModel)


def _model_in(annotation: Any) -> Any:
    """The model inside `Model | None`, `tuple[Model, ...]` or `Annotated[…]`."""
    if _is_model(annotation):
        return annotation
    if get_origin(annotation) in {Union, UnionType, tuple, Annotated}:
        return next((model for part in get_args(annotation) if (model := _model_in(part)) is not None), None)
    return None
