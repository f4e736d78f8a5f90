"""Plans for Hypothesis, drawn from the models themselves: a new field is drawn without anybody thinking of it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import cache
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from hypothesis import strategies as st

from clientplan.plan.money import Currency
from clientplan.plan.plan import Locale, Period, Plan
from clientplan.plan.value import Ident, Line, Number, Text, Value, clean, key

NASTY = [
    "no", "yes", "null", "~", "true", "NULL", "1:30", "0o17", "0x1F", "1e3", ".5", "12", "-", "- dash", "-dash", "?",
    ":", "a: b", "a:", "#", "# c", "a # b", "a#b", "'", '"', "'quoted'", '"quoted"', "it's", "''", "{a}", "[a]", "{",
    "&a", "*a", "!tag", "%", "@", "`", "|", ">", ",", "a, b", "2026-09-15", "---", "...", "<<", "=", "\\n", "\\", "]",
    "two\nlines", "three\n\nlines", "  lead", "trail  ", "a\n  indented\nb", "a\n# no comment", "tab\there", "\ttab",
    "a\n\tb", "- a\n- b", "a: b\nc: d", "---\na", "...\na", "émigré Ω 漢字 🙂", "e\u200b\u0301", "a\u0085b", "a\u2028b",
    "a\ufeffb", "a\rb", "a\x0bb", "x" * 150, "word " * 40, "word " * 40 + "\n" + "word " * 40, "\u200c", "\xa0", "? q",
]  # fmt: skip

_MARKS = st.sampled_from("ab :#-'\"\n\t,[]{}&*!|>%@`?\\é\u0301\u200b\u2028\x85")
texts = st.one_of(st.sampled_from(NASTY), st.text(_MARKS, max_size=12), st.text(max_size=30))
numbers = st.one_of(
    st.sampled_from(["480000", "480.0", "0", "-0", "1E+5", "0.001", "1.234", "480.000", "-12.500"]).map(Decimal),
    st.builds(
        lambda digits, places: Decimal(digits).scaleb(-places), st.integers(-(10**12), 10**12), st.integers(-3, 6)
    ),
)
idents = st.one_of(
    st.sampled_from(["o1", "o2", "o3", "a1", "a2", "1", "1e3", "no"]),
    st.from_regex(Ident.__metadata__[0].pattern, fullmatch=True),
)
_LEAVES: dict[Any, st.SearchStrategy[Any]] = {
    Text: texts,
    Line: texts,
    Ident: idents,
    Number: numbers,
    Currency: st.sampled_from(["EUR", "GBP", "NOK", "NAN"]),
    Locale: st.sampled_from(["en", "en-GB", "de-DE", "fr", "es-ES", "nl", "no"]),
    date: st.dates(),
    bool: st.booleans(),
    str: texts,
    int: st.integers(1, 10**6),
}


def _of(hint: Any) -> st.SearchStrategy[Any]:
    if hint in _LEAVES:
        return _LEAVES[hint]
    if isinstance(hint, type):
        return st.sampled_from(list(hint)) if issubclass(hint, StrEnum) else _fields(hint)
    return _CONTAINERS[get_origin(hint)](*get_args(hint))


def _list(item: Any, *_: Any) -> st.SearchStrategy[Any]:
    """Items with an id have each their own."""
    named = isinstance(item, type) and "id" in item.model_fields
    return st.lists(_of(item), max_size=4, unique_by=(lambda value: value["id"]) if named else None)


def _either(*parts: Any) -> st.SearchStrategy[Any]:
    return st.one_of([_of(part) for part in parts if part is not type(None)])


_CONTAINERS: dict[Any, Callable[..., st.SearchStrategy[Any]]] = {
    Annotated: lambda kind, *_: _of(kind),
    Literal: lambda *words: st.sampled_from(words),
    Union: _either,
    UnionType: _either,
    tuple: _list,
    dict: lambda *_: st.dictionaries(st.sampled_from(["CP404", "CP405", "CP999", "no", "a b"]), texts, max_size=2),
}


@cache
def _fields(model: type[Value]) -> st.SearchStrategy[dict[str, Any]]:
    if model is Period:
        days = st.lists(st.dates(), min_size=2, max_size=2, unique=True).map(sorted)
        return days.map(lambda pair: {"first": pair[0], "last": pair[1]})
    hints = get_type_hints(model, include_extras=True)
    fields = {key(model, name): _of(hints[name]) for name in model.model_fields}
    required = {
        name: fields.pop(name).filter(_filled) for name, field in model.model_fields.items() if field.is_required()
    }
    return st.fixed_dictionaries(required, optional=fields)


def _filled(value: Any) -> bool:
    return not isinstance(value, str) or bool(clean(value))


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    return Plan.model_validate(draw(_fields(Plan)))
