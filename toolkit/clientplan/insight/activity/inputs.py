"""The three tables as judging takes them: columns checked, ids alike, days as whole numbers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from unicodedata import normalize

import numpy as np
import pandas as pd

from clientplan.errors import ClientPlanError

NO_DAY = np.iinfo(np.int64).min  # of a row without a date: before every window
LAST_DAY = np.iinfo(np.int64).max  # of a window without an end

Days = np.ndarray[Any, np.dtype[np.int64]]
Codes = np.ndarray[Any, np.dtype[np.int64]]
Floats = np.ndarray[Any, np.dtype[np.float64]]
Flags = np.ndarray[Any, np.dtype[np.bool_]]
Texts = np.ndarray[Any, np.dtype[np.object_]]

_NEEDED = {
    "activities": ("activity_id", "client_id", "date"),
    "objectives": ("objective_id", "client_id", "start", "end", "words"),
    "events": ("client_id", "objective_id", "date"),
}
_AT_PEOPLE = re.compile(r"\s*(?:[,;|/\n&]|\band\b|\bund\b|\bet\b|\by\b)\s*")


@dataclass(frozen=True)
class Objectives:
    """One entry an objective; `client` counts the clients that have one."""

    client: Codes
    ids: Texts  # as text, to compare
    given: Texts  # as they were handed in
    start: Days
    end: Days  # the last day that belongs to it
    words: Texts
    people: tuple[tuple[str, ...], ...]
    clients: dict[str, int]

    def __len__(self) -> int:
        return len(self.ids)


@dataclass(frozen=True)
class Activities:
    """One entry a row of the log; client is -1 where that client has no objective."""

    client: Codes
    day: Days
    minutes: Floats  # NaN where missing or negative
    kind: Texts
    who: Texts
    subject: Texts
    notes: Texts
    named: Texts  # the objective's id as text, "" where none is named
    past: Flags  # on or before the day that is looked at

    def __len__(self) -> int:
        return len(self.day)


@dataclass(frozen=True)
class Events:
    """What moved objectives on, up to the day that is looked at; several on one day are one."""

    objective: Codes  # sorted by objective, then day
    day: Days
    what: Texts  # "" where it isn't told


def checked(activities: pd.DataFrame, objectives: pd.DataFrame, events: pd.DataFrame) -> None:
    """Refuses tables that lack a column, all of them at once."""
    tables = {"activities": activities, "objectives": objectives, "events": events}
    lacking = {
        name: [column for column in needed if column not in tables[name].columns] for name, needed in _NEEDED.items()
    }
    told = [f"{name}: no column {', '.join(columns)}. Add it." for name, columns in lacking.items() if columns]
    if not told:
        told = _twice(objectives)
    if told:
        raise ClientPlanError("\n".join(told))


def _twice(objectives: pd.DataFrame) -> list[str]:
    key = pd.DataFrame({"client": idents(objectives["client_id"]), "id": idents(objectives["objective_id"])})
    again = key[key.duplicated()].drop_duplicates()
    return [
        f"objectives: {row.id} of client {row.client} stands there twice. Give each an id of its own."
        for row in again.itertuples(index=False)
    ]


def idents(column: pd.Series[Any]) -> pd.Series[str]:
    """Ids as text, "" where missing: 7, 7.0 and "7" are the same, since a gap makes whole numbers floats."""
    if pd.api.types.is_float_dtype(column.dtype):
        whole = column.notna() & (column == column.round())
        texts = column.astype(object).where(~whole, column.where(whole, 0).astype("int64").astype(object))
    else:
        texts = column.astype(object)
    return texts.map(lambda value: "" if _missing(value) else str(value).strip()).astype(object)


def days(column: pd.Series[Any], missing: int) -> Days:
    """Whole days since 1970."""
    found = stamps(column)
    counted = found.to_numpy("datetime64[D]").astype(np.int64)
    return np.where(found.isna(), missing, counted)


def stamps(column: pd.Series[Any]) -> pd.Series[Any]:
    """Days as timestamps: a time of the day is cut off, what is no date is missing."""
    if pd.api.types.is_datetime64_any_dtype(column.dtype):
        found = column
    else:
        found = pd.to_datetime(column.astype(object), errors="coerce", format="ISO8601")
    if getattr(found.dtype, "tz", None) is not None:
        found = found.dt.tz_localize(None)  # the day that stood there, not the one in Greenwich
    normal: pd.Series[Any] = found.dt.normalize()
    return normal


def day_of(as_of: date | str) -> int:
    return int(np.datetime64(pd.Timestamp(as_of).date(), "D").astype(np.int64))


def written(day: int) -> str:
    """2026-09-15."""
    return str(np.datetime64(int(day), "D"))


def read_objectives(frame: pd.DataFrame) -> Objectives:
    clients = idents(frame["client_id"])
    codes, names = pd.factorize(clients)
    return Objectives(
        client=codes.astype(np.int64),
        ids=idents(frame["objective_id"]).to_numpy(object),
        given=frame["objective_id"].astype(object).to_numpy(object),
        start=days(frame["start"], NO_DAY),
        end=days(frame["end"], LAST_DAY),
        words=np.array([normalize("NFC", " ".join(listed(value, None))) for value in frame["words"]], dtype=object),
        people=tuple(tuple(listed(value, _AT_PEOPLE)) for value in _column(frame, "people")),
        clients={name: code for code, name in enumerate(names)},
    )


def read_activities(frame: pd.DataFrame, objectives: Objectives, as_of: int) -> Activities:
    minutes = pd.to_numeric(_column(frame, "minutes"), errors="coerce").to_numpy("float64", na_value=np.nan)
    day = days(frame["date"], NO_DAY)
    return Activities(
        client=_client_codes(frame, objectives),
        day=day,
        minutes=np.where(np.isfinite(minutes) & (minutes >= 0), minutes, np.nan),
        kind=texts(frame, "kind"),
        who=np.array([", ".join(listed(value, None)) for value in _column(frame, "who")], dtype=object),
        subject=texts(frame, "subject"),
        notes=texts(frame, "notes"),
        named=idents(_column(frame, "objective_id")).to_numpy(object),
        past=day <= as_of,
    )


def read_events(frame: pd.DataFrame, objectives: Objectives, as_of: int) -> Events:
    """Those of known objectives with a date; an `amount` of 0 or less didn't move anything on."""
    index = {
        (int(client), str(ident)): at
        for at, (client, ident) in enumerate(zip(objectives.client, objectives.ids, strict=True))
    }
    keys = zip(_client_codes(frame, objectives).tolist(), idents(frame["objective_id"]), strict=True)
    found = np.array([index.get(key, -1) for key in keys], dtype=np.int64)
    day = days(frame["date"], NO_DAY)
    amount = pd.to_numeric(_column(frame, "amount"), errors="coerce").to_numpy("float64", na_value=np.nan)
    table = pd.DataFrame({"objective": found, "day": day, "what": texts(frame, "what")})
    table = table[(found >= 0) & (day != NO_DAY) & (day <= as_of) & ~(amount <= 0)]
    table = table.sort_values(["objective", "day"], kind="stable").drop_duplicates(["objective", "day"])
    return Events(
        table["objective"].to_numpy(np.int64), table["day"].to_numpy(np.int64), table["what"].to_numpy(object)
    )


def listed(value: Any, separator: re.Pattern[str] | None) -> Sequence[str]:
    """The parts of a list, or of a text that has a separator in it; nothing where it is missing."""
    if isinstance(value, str):
        parts: Iterable[Any] = separator.split(value) if separator else [value]
    elif isinstance(value, Iterable):
        parts = value
    else:
        parts = [] if _missing(value) else [value]
    return [text for part in parts if not _missing(part) and (text := str(part).strip())]


def _client_codes(frame: pd.DataFrame, objectives: Objectives) -> Codes:
    return np.array([objectives.clients.get(ident, -1) for ident in idents(frame["client_id"])], dtype=np.int64)


def _column(frame: pd.DataFrame, name: str) -> pd.Series[Any]:
    return frame[name] if name in frame.columns else pd.Series([None] * len(frame), index=frame.index, dtype=object)


def texts(frame: pd.DataFrame, name: str) -> Texts:
    column = _column(frame, name)
    return column.astype(object).where(column.notna(), "").astype(str).to_numpy(object)


def _missing(value: Any) -> bool:
    return value is None or value is pd.NaT or value is pd.NA or (isinstance(value, float) and np.isnan(value))
