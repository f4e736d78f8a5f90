"""Writes the table of fields in plan.md from the models. Run it after a change of the models: start.py docs."""

from __future__ import annotations

import types
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel

from clientplan.plan.money import Money
from clientplan.plan.plan import Plan
from clientplan.plan.value import is_shared

PAGE = Path(__file__).with_name("plan.md")
BEGIN, END = "<!-- fields: made by plan_table.py -->\n", "<!-- end of fields -->\n"
WORDS = {str: "text", int: "whole number", bool: "true or false", date: "date", Decimal: "number", Money: "money"}


def page(text: str) -> str:
    """The page with its table made anew."""
    head, rest = text.split(BEGIN)
    _, tail = rest.split(END)
    return f"{head}{BEGIN}{table()}{END}{tail}"


def table() -> str:
    rows = ["| key | what it is | client edition | says |", "| --- | --- | --- | --- |", *_rows(Plan, "", shown=True)]
    return "\n".join(rows) + "\n"


def _rows(model: type[BaseModel], above: str, *, shown: bool) -> Iterator[str]:
    for name, field in model.model_fields.items():
        kind, inner, many = _kind(field.annotation)
        key = f"{above}{field.alias or name}{'[]' if many else ''}"
        seen = shown and is_shared(model, name)
        must = "**needed**; " if field.is_required() else ""
        yield f"| `{key}` | {must}{kind} | {'yes' if seen else 'no'} | {field.description or ''} |"
        if inner is not None:
            yield from _rows(inner, f"{key}.", shown=seen)


def _kind(annotation: Any) -> tuple[str, type[BaseModel] | None, bool]:
    """The type in words, the model inside it, and whether it is a list."""
    origin, parts = get_origin(annotation), get_args(annotation)
    if origin in {Union, types.UnionType}:
        return _kind(next(part for part in parts if part is not type(None)))
    if origin is Annotated:
        return _kind(parts[0])
    if origin is tuple:
        kind, inner, _ = _kind(parts[0])
        return f"list of {kind}" if inner is None else "list", inner, True
    if isinstance(annotation, type) and issubclass(annotation, BaseModel) and annotation is not Money:
        return "block", annotation, False
    return _words(annotation), None, False


def _words(annotation: Any) -> str:
    if get_origin(annotation) is Literal:
        return f"`{get_args(annotation)[0]}`"
    if get_origin(annotation) is dict:
        return "check: reason"
    if annotation in WORDS:
        return WORDS[annotation]
    return ", ".join(f"`{word}`" for word in annotation)


if __name__ == "__main__":
    PAGE.write_text(page(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
