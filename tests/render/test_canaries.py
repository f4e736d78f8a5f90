"""A thousand plans with a canary in every internal field: none sings in the client edition, in whatever part of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from enum import StrEnum
from io import BytesIO
from typing import Any, Literal, get_args, get_origin, get_type_hints

import pikepdf
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from clientplan.plan.money import Currency, Money
from clientplan.plan.plan import Locale, Period, Plan
from clientplan.plan.value import Ident, Number, Value, is_shared, key
from clientplan.plan.words import Edition
from clientplan.render import typesetting
from clientplan.render.carried import carried
from clientplan.render.completeness import bare
from clientplan.render.density import Density
from clientplan.render.fit import Fitted, Trial
from clientplan.render.leaks import leaks
from clientplan.render.printing import Printed, print_plan

CANARY = "Kanarienvogel"
NUMBER = "918273645"
TODAY = date(2026, 9, 15)
THOUSAND = settings(
    max_examples=1_000,
    phases=[Phase.generate],
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)

words = st.lists(st.sampled_from(["steel", "Ærø", "dock", "on time", "cost", "berth"]), min_size=1, max_size=4).map(
    " ".join
)


SHARED: dict[Any, st.SearchStrategy[Any]] = {
    str: words,
    Ident: st.sampled_from(["o1", "o2", "o3", "a1", "a2", "p1"]),
    Number: st.integers(1, 99_999).map(Decimal),
    Currency: st.sampled_from(["EUR", "GBP", "NOK"]),
    Locale: st.sampled_from(["en-GB", "de-DE", "fr-FR"]),
    date: st.dates(date(2026, 1, 1), date(2026, 12, 31)),
    bool: st.booleans(),
    int: st.integers(1, 12),
    Money: st.integers(1, 99_999).map(lambda amount: f"{amount} EUR"),
    Period: st.just({"first": "2026-01-01", "last": "2026-12-31"}),
}
INTERNAL = SHARED | {
    str: st.integers(0, 99).map(lambda number: f"{CANARY} {number}"),
    Number: st.just(Decimal(NUMBER)),
    Money: st.just(f"{NUMBER} EUR"),
}


def of(hint: Any, *, internal: bool) -> st.SearchStrategy[Any]:
    """Values for a field, whatever model it is of; what an internal one says can be nothing else's."""
    known = INTERNAL if internal else SHARED
    if hint in known:
        return known[hint]
    if isinstance(hint, type):
        return st.sampled_from(list(hint)) if issubclass(hint, StrEnum) else models(hint, internal=internal)
    kind, (first, *others) = get_origin(hint), get_args(hint)
    if kind is Literal:
        return st.just(first)
    if kind is dict:
        return st.dictionaries(st.just("CP404"), of(others[0], internal=internal), max_size=1)
    inner = of(first, internal=internal)
    if kind is tuple:
        named = isinstance(first, type) and "id" in first.model_fields
        return st.lists(inner, max_size=2, unique_by=(lambda value: value["id"]) if named else None)
    return inner  # Annotated, or a union with None


def models(model: type[Value], *, internal: bool) -> st.SearchStrategy[dict[str, Any]]:
    """One that says of itself that it is internal is so down to its last field."""
    if internal or "internal" not in model.model_fields:
        return fields(model, internal=internal)
    ours = fields(model, internal=True).map(lambda value: {**value, "internal": True})
    return st.one_of(ours, fields(model, internal=False).map(lambda value: {**value, "internal": False}))


def fields(model: type[Value], *, internal: bool) -> st.SearchStrategy[dict[str, Any]]:
    """Every internal field is there, and of the others those that must be and some that may."""
    hints = get_type_hints(model, include_extras=True)
    always, sometimes = {}, {}
    for name, field in model.model_fields.items():
        kept = internal or not is_shared(model, name)
        (always if kept or field.is_required() else sometimes)[key(model, name)] = of(hints[name], internal=kept)
    return st.fixed_dictionaries(always, optional=sometimes)


planted = fields(Plan, internal=False).map(Plan.model_validate)


def printed(plan: Plan, edition: Edition) -> Printed:
    return print_plan(plan, edition=edition, today=TODAY)


def canaries(pdf: bytes) -> set[str]:
    """Where any canary is: what a reader of the PDF meets, and then every string and stream in it."""
    return {place.where for place in carried(pdf) if sings(bare(place.text))} | {
        "raw" for text in raw(pdf) if sings(text)
    }


def sings(text: str) -> bool:
    return CANARY in text or NUMBER in re.sub(r"(?<=\d)[,.'\u2019\u202f\u00a0](?=\d)", "", text)


def raw(pdf: bytes) -> Iterator[str]:
    with pikepdf.open(BytesIO(pdf)) as document:
        for item in document.objects:
            yield from strings(item)
            if isinstance(item, pikepdf.Stream) and "/Length1" not in item and item.get("/Subtype") != "/Image":
                content = item.read_bytes()  # but of fonts and pictures
                yield from (content.decode(code, "replace") for code in ("utf-8", "utf-16-be", "utf-16-le"))


def strings(item: Any) -> Iterator[str]:
    if isinstance(item, pikepdf.String):
        yield str(item)
    elif isinstance(item, pikepdf.Array):
        for inner in item:
            yield from strings(inner)
    elif isinstance(item, (pikepdf.Dictionary, pikepdf.Stream)):
        for name, inner in item.items():
            yield name
            if not getattr(inner, "is_indirect", False):
                yield from strings(inner)


@pytest.fixture
def _one_layout(monkeypatch: pytest.MonkeyPatch) -> None:
    """Which density a plan is set in changes nothing of what it says: a third of the time."""

    def first(lay_out: Any, *_: Any) -> Fitted:
        trial = Trial(Density.NORMAL)
        return Fitted(trial, lay_out(trial))

    monkeypatch.setattr(typesetting, "fit", first)


@pytest.mark.usefixtures("_one_layout")
def test_no_canary_sings_in_a_thousand_client_editions() -> None:
    seen = 0

    @THOUSAND
    @given(planted)
    def none_sings(plan: Plan) -> None:
        nonlocal seen
        done = printed(plan, Edition.CLIENT)
        assert canaries(done.pdf) == set()
        assert leaks(plan, done.pdf, "nordhaven-2026.pdf", done.shown) == []
        if seen % 20 == 0:
            assert canaries(printed(plan, Edition.INTERNAL).pdf) >= {"page", "attachment", "raw"}
        seen += 1

    none_sings()
    assert seen >= 1_000
