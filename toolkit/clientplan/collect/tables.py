"""The tidy tables: their columns, roles and units, fixed here and nowhere else."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import Any, Final

import numpy as np
import pandas as pd

TEXT_DTYPE = pd.StringDtype(na_value=np.nan)
DATE_DTYPE: Final = "datetime64[us]"
# Binary floats: what follows are sums, medians and fits. Below 10^13 (larger amounts are refused) the shortest decimal
# form of a float is the amount it was read from, to the cent, so that what is written is what was read.
NUMBER_DTYPE: Final = "float64"


class Role(StrEnum):
    """What a column's text stands for: it decides how the text is typed, never the text alone."""

    ID = "id"  # text: 01234, 1E5 and NA stay as they are
    TEXT = "text"
    CURRENCY = "currency"  # ISO 4217 code
    DATE = "date"  # calendar day as written in the source; a time of day is dropped
    AMOUNT = "amount"  # money, in the row's currency
    MINUTES = "minutes"

    def typed(self, values: pd.Series[Any]) -> pd.Series[Any]:
        """The values in this role's dtype; a column of missing values may come in any."""
        if self is Role.DATE:
            return values.astype(DATE_DTYPE)
        return values.astype(NUMBER_DTYPE) if self.is_number else values.astype(TEXT_DTYPE)

    @property
    def is_number(self) -> bool:
        return self in {Role.AMOUNT, Role.MINUTES}


@dataclass(frozen=True)
class Table:
    """A tidy table, and what a sheet must show to be taken for one."""

    label: str
    columns: Mapping[str, Role]
    needs: tuple[frozenset[str], ...]  # of each group, one column at least
    tells: Mapping[str, int]  # how much a column says that a sheet is this table and no other
    required: frozenset[str] = frozenset()  # a row without them is set aside
    key: str | None = None  # the record's own id in its CRM
    inputs: Mapping[str, Role] = field(default_factory=dict)  # read from a sheet, gone once the rows are tidy


# How sheets name the client of a row, and hours or a name in two parts; resolved before the tables are handed out.
_CLIENT = {"client_id": Role.ID, "client": Role.TEXT}
_WHOSE = frozenset(_CLIENT)
_DURATIONS = {"hours": Role.MINUTES, "seconds": Role.MINUTES, "milliseconds": Role.MINUTES}
_ATTRIBUTES = {"industry": Role.TEXT, "country": Role.TEXT, "manager": Role.TEXT}  # of the client, in any sheet

TABLES: Mapping[str, Table] = MappingProxyType(
    {
        "clients": Table(
            label="clients",
            columns={"client_id": Role.ID, "name": Role.TEXT, **_ATTRIBUTES, "currency": Role.CURRENCY},
            needs=(frozenset({"client_id", "name"}),),
            tells={"name": 1, "industry": 1, "country": 1, "manager": 1},
            key="client_id",
        ),
        "revenue": Table(
            label="revenue",
            columns={"client_id": Role.ID, "date": Role.DATE, "amount": Role.AMOUNT, "currency": Role.CURRENCY},
            needs=(_WHOSE, frozenset({"date"}), frozenset({"amount"})),
            tells={"amount": 4},
            required=frozenset({"date", "amount"}),
            inputs=_CLIENT | _ATTRIBUTES,
        ),
        "activities": Table(
            label="activities",
            columns={
                "activity_id": Role.ID,
                "client_id": Role.ID,
                "date": Role.DATE,
                "minutes": Role.MINUTES,
                "kind": Role.TEXT,
                "who": Role.TEXT,  # on our side
                "contact": Role.TEXT,  # on the client's side
                "subject": Role.TEXT,
                "notes": Role.TEXT,
            },
            needs=(_WHOSE, frozenset({"date"}), frozenset({"activity_id", "kind", "subject", "minutes", *_DURATIONS})),
            tells={"activity_id": 2, "subject": 2, "minutes": 2, "kind": 1, "who": 1, "contact": 1, "notes": 1}
            | dict.fromkeys(_DURATIONS, 2),
            required=frozenset({"date"}),
            key="activity_id",
            inputs=_CLIENT | _DURATIONS | _ATTRIBUTES,
        ),
        "people": Table(
            label="people",
            columns={"client_id": Role.ID, "name": Role.TEXT, "role": Role.TEXT, "email": Role.TEXT},
            needs=(_WHOSE, frozenset({"name", "first_name", "last_name"}), frozenset({"role", "email"})),
            tells={"name": 1, "first_name": 2, "last_name": 2, "role": 2, "email": 2},
            key="person_id",
            inputs=_CLIENT | {"person_id": Role.ID, "first_name": Role.TEXT, "last_name": Role.TEXT} | _ATTRIBUTES,
        ),
        "opportunities": Table(
            label="opportunities",
            columns={
                "opportunity_id": Role.ID,
                "client_id": Role.ID,
                "name": Role.TEXT,
                "stage": Role.TEXT,
                "amount": Role.AMOUNT,
                "currency": Role.CURRENCY,
                "created": Role.DATE,
                "close_date": Role.DATE,
                "owner": Role.TEXT,
            },
            needs=(_WHOSE, frozenset({"stage", "name", "opportunity_id"}), frozenset({"stage", "close_date"})),
            tells={"opportunity_id": 2, "name": 2, "stage": 4, "close_date": 2, "amount": 1, "created": 1, "owner": 1},
            key="opportunity_id",
            inputs=_CLIENT | _ATTRIBUTES,
        ),
    }
)
SOURCE = "source"  # the last column of each table: "orders.csv:123", the line (or row) in the original


def roles(table: str) -> dict[str, Role]:
    """All that is read from a sheet for this table, before its rows are tidy."""
    return {**TABLES[table].columns, **TABLES[table].inputs}


def shaped(table: str, frame: pd.DataFrame) -> pd.DataFrame:
    """The frame with exactly the table's columns, in their order and dtypes; absent ones are missing values."""
    columns = {**TABLES[table].columns, SOURCE: Role.TEXT}
    missing = pd.Series(np.nan, index=frame.index)
    found = {name: role.typed(frame.get(name, missing)) for name, role in columns.items()}
    return pd.DataFrame(found, index=frame.index).reset_index(drop=True)


def empty(table: str) -> pd.DataFrame:
    return shaped(table, pd.DataFrame(index=pd.RangeIndex(0)))
