"""What every part of a plan has in common: it is frozen, closed to unknown keys, and says which edition sees it."""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Annotated, Any, Self

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PlainSerializer,
    StringConstraints,
    model_validator,
)

_SHARED = {"edition": "client"}
_INVISIBLE = {"Cc", "Cf", "Cs"}
_KEPT = {"\n", "\t", "\u200c", "\u200d"}  # line breaks, and the joiners that Persian and Indic words need
_BREAKS = re.compile("\r\n?|[\v\f\x85\u2028\u2029]")
_GROUPS = re.compile(r"(?<=\d)[ _'\u00a0\u202f\u2019](?=\d{3}(?!\d))")
_AMBIGUOUS = re.compile(r"[+-]?[1-9]\d{0,2}\.\d{3}")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_LARGEST = 30  # digits


class Value(BaseModel):
    """A frozen part of a plan. An edit makes a new one; keys that aren't in the model are refused."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    @model_validator(mode="before")
    @classmethod
    def _without_blanks(cls, given: Any) -> Any:
        """Text with nothing in it is a field that isn't filled in yet; an unknown key stays, to be told."""
        if not isinstance(given, dict):
            return given
        known = {key(cls, name) for name in cls.model_fields}
        return {name: value for name, value in given.items() if name not in known or not _blank(value)}

    def replace(self, **changes: Any) -> Self:
        """A new value with these fields changed, checked like any other."""
        fields = type(self).model_fields
        return self.model_validate({**{key(type(self), name): getattr(self, name) for name in fields}, **changes})


def shared(default: Any = ..., **keywords: Any) -> Any:
    """A field that the client edition may show.

    Every other field is internal: a new one stays inside until somebody marks it.
    """
    return Field(default, json_schema_extra=dict(_SHARED), **keywords)


def is_shared(model: type[BaseModel], name: str) -> bool:
    return model.model_fields[name].json_schema_extra == _SHARED


def key(model: type[BaseModel], name: str) -> str:
    """What a field is called in a plan file, and wherever the model takes it in."""
    return model.model_fields[name].alias or name


def clean(text: str) -> str:
    """Composed form (NFC), without control and invisible characters, and without space at the ends of lines."""
    marks = (mark for mark in _BREAKS.sub("\n", text) if mark in _KEPT or unicodedata.category(mark) not in _INVISIBLE)
    kept = unicodedata.normalize("NFC", "".join(marks))
    return "\n".join(line.rstrip() for line in kept.strip().split("\n"))


def _blank(value: Any) -> bool:
    return isinstance(value, str) and not clean(value)


def day(value: Any) -> Any:
    """A date as people write it; what else a machine takes for one (seconds since 1970, a time of day) is refused."""
    if not isinstance(value, str):
        return value
    if not _DAY.fullmatch(text := value.strip()):
        raise ValueError(f"“{value}” isn't a date. Write it as YYYY-MM-DD")
    return text


def number(value: Any) -> Any:
    """A number as people write it: `480000`, `480 000.50`, `480_000`.

    `480.000` is refused: it is four hundred and eighty thousand in Berlin and four hundred and eighty in London.
    A decimal comma is refused with the way to write it.
    """
    if isinstance(value, float):
        value = Decimal(repr(value))
    elif isinstance(value, str):
        value = _written(value)
    if isinstance(value, Decimal):
        if not value.is_finite():
            raise ValueError(f"“{value}” isn't a finite number")
        if abs(value.adjusted()) > _LARGEST or len(value.as_tuple().digits) > _LARGEST:
            raise ValueError(f"that isn't a figure of a plan: {_LARGEST} digits are the most")
    return value


def _written(value: str) -> Decimal:
    text = _GROUPS.sub("", value.strip())
    if "," in text:
        raise ValueError(f"“{value}” has a comma. Write numbers with a decimal point and no commas: 1234.5")
    if _AMBIGUOUS.fullmatch(text):
        thousands, decimal = text.replace(".", ""), plain(Decimal(text).normalize())
        raise ValueError(f"“{value}” can be read in two ways. Write {thousands} or {decimal}")
    try:
        return Decimal(text)
    except InvalidOperation:
        raise ValueError(f"“{value}” isn't a number. Write it like 1234.5") from None


def plain(figure: Decimal) -> str:
    """A decimal as text that reads as the same decimal: without an exponent, and 1.234 as 1.2340."""
    text = format(figure, "f")
    return f"{text}0" if _AMBIGUOUS.fullmatch(text) else text


Text = Annotated[str, AfterValidator(clean), StringConstraints(max_length=4_000)]
Line = Annotated[str, AfterValidator(lambda text: " ".join(clean(text).split())), StringConstraints(max_length=400)]
Ident = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9_-]{0,39}$")]
Day = Annotated[date, BeforeValidator(day)]
Number = Annotated[Decimal, BeforeValidator(number), PlainSerializer(plain, return_type=str, when_used="json")]
