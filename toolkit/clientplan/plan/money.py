"""Money: an exact amount with its currency, written `480000 EUR`."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Annotated, Any

from pydantic import GetJsonSchemaHandler, StringConstraints, model_serializer, model_validator
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from clientplan.plan.value import Number, Value, plain, shared

Currency = Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$")]
_WRITTEN = re.compile(r"(?P<amount>[+-]?\d[\d ._'\u00a0\u202f\u2019,]*?)\s*(?P<currency>[A-Z]{3})")


class Money(Value):
    amount: Number = shared()
    currency: Currency = shared()

    @model_validator(mode="before")
    @classmethod
    def _from_text(cls, value: Any) -> Any:
        if not isinstance(value, str):
            return value
        match = _WRITTEN.fullmatch(value.strip())
        if match is None:
            raise ValueError(f"“{value}” isn't an amount with its currency. Write it like 480000 EUR")
        return match.groupdict()

    @model_serializer
    def __str__(self) -> str:
        """As it stands in a plan file."""
        return f"{plain(self.amount)} {self.currency}"

    @classmethod
    def __get_pydantic_json_schema__(cls, core: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """A text in the file, so a text in the schema."""
        return {"type": "string", "pattern": r"^[+-]?\d[\d ._']*\s*[A-Z]{3}$", "examples": ["480000 EUR"]}

    @classmethod
    def of(cls, amount: Decimal | str, currency: str) -> Money:
        return cls(amount=Decimal(amount), currency=currency)
