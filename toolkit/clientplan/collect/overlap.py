"""Two files that tell the same clients' days differently: both count, and a person is asked whether that is meant."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pandas as pd

from clientplan.collect.report import counted

_PLACE = ["client_id", "date"]
_FILE = "·name"  # no header is read into a column of this name


def overlaps(facts: pd.DataFrame, files: pd.Series[str], label: str) -> Iterator[str]:
    """One note for each two files with rows of the same client and day.

    `facts` are rows without an id of their own and without an equal in another file; `files` says where each is from.
    """
    if not set(_PLACE) <= set(facts.columns):
        return
    days = facts[_PLACE].assign(**{_FILE: files}).dropna().drop_duplicates()
    shared = days[days.duplicated(_PLACE, keep=False)]
    pairs = shared.merge(shared, on=_PLACE, suffixes=("", "·other"))
    other = f"{_FILE}·other"
    told = pairs[pairs[_FILE] < pairs[other]].groupby([_FILE, other])[_PLACE].nunique()
    for (first, second), found in zip(told.index, told.to_numpy().tolist(), strict=True):
        yield _note(first, second, found, label)


def _note(first: str, second: str, found: Sequence[int], label: str) -> str:
    clients, days = found
    return (
        f"{first} and {second} both have {label} of {counted(clients, 'client')} on the same "
        f"{'day' if days == 1 else f'{days:,} days'}, with different values: both are counted. "
        "If one replaces the other, take the older one out of data/incoming"
    )
