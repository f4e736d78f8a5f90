"""What every part of a plan has in common: it is frozen, closed to unknown keys, and says which edition sees it."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal, InvalidOperation
from typing import Annotated, Any, Self

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, PlainSerializer, StringConstraints

_SHARED = {"edition": "client"}
_INVISIBLE = {"Cc", "Cf", "Cs"}
_KEPT = {"\n", "\t", "\u200c", "\u200d"}  # line breaks, and the joiners that Persian and Indic words need
_GROUPS = re.compile(r"(?<=\d)[ _'\u00a0\u202f\u2019](?=\d{3}(?!\d))")
_AMBIGUOUS = re.compile(r"[+-]?[1-9]\d{0,2}\.\d{3}")


class Value(BaseModel):
    """A frozen part of a plan. An edit makes a new one; keys that aren't in the model are refused."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    def replace(self, **changes: Any) -> Self:
        """A new value with these fields changed, checked like any other."""
        return self.model_validate({**{name: getattr(self, name) for name in type(self).model_fields}, **changes})


def shared(default: Any = ..., **keywords: Any) -> Any:
    """A field that the client edition may show.

    Every other field is internal: a new one stays inside until somebody marks it.
    """
    return Field(default, json_schema_extra=dict(_SHARED), **keywords)


def is_shared(model: type[BaseModel], name: str) -> bool:
    return model.model_fields[name].json_schema_extra == _SHARED


def clean(text: str) -> str:
    """Composed form (NFC), without control and invisible characters, and without space at the ends of lines."""
    kept = "".join(
        mark
        for mark in unicodedata.normalize("NFC", text)
        if mark in _KEPT or unicodedata.category(mark) not in _INVISIBLE
    )
    return "\n".join(line.rstrip() for line in kept.strip().split("\n"))


def number(value: Any) -> Any:
    """A number as people write it: `480000`, `480 000.50`, `480_000`.

    `480.000` is refused: it is four hundred and eighty thousand in Berlin and four hundred and eighty in London.
    A decimal comma is refused with the way to write it.
    """
    if isinstance(value, float):
        return Decimal(repr(value))
    if not isinstance(value, str):
        return value
    text = _GROUPS.sub("", value.strip())
    if "," in text:
        raise ValueError(f"“{value}” has a comma. Write numbers with a decimal point and no commas: 1234.5")
    if _AMBIGUOUS.fullmatch(text):
        whole, cents = text.split(".")
        raise ValueError(
            f"“{value}” can be read in two ways. Write {whole}{cents} or {whole}.{cents.rstrip('0') or '0'}"
        )
    try:
        figure = Decimal(text)
    except InvalidOperation:
        raise ValueError(f"“{value}” isn't a number. Write it like 1234.5") from None
    if not figure.is_finite():
        raise ValueError(f"“{value}” isn't a finite number")
    return figure


def plain(figure: Decimal) -> str:
    """A decimal as text, without an exponent."""
    return format(figure, "f")


Text = Annotated[str, AfterValidator(clean), StringConstraints(max_length=4_000)]
Line = Annotated[str, AfterValidator(lambda text: " ".join(clean(text).split())), StringConstraints(max_length=400)]
Ident = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9_-]{0,39}$")]
Number = Annotated[Decimal, BeforeValidator(number), PlainSerializer(plain, return_type=str, when_used="json")]
