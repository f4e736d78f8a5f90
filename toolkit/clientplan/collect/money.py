"""Which currency an amount is in: the column beside it, the sign in its cell, its header, or the default."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import pandas as pd

from clientplan.collect.currencies import candidates, currency_of
from clientplan.collect.grid import Bools
from clientplan.collect.tables import TEXT_DTYPE

UNKNOWN = "isn't a currency. Use its three letters: EUR, GBP, USD"
NO_AMOUNT = "isn't an amount"
CONTRADICTS = "names another currency than the currency column or the header"


class _Verdict(NamedTuple):
    code: str | None = None
    fault: str = ""
    unsettled: str = ""  # a sign that several currencies share


@dataclass(frozen=True)
class Currencies:
    code: pd.Series[str]
    faults: dict[str, Bools]  # reason -> rows
    unsettled: list[str]  # signs whose rows stay without a currency


def resolve(stated: pd.Series[str], beside: pd.Series[str], header: str | None, default: str | None) -> Currencies:
    """The currency of each row; a missing one stays missing unless there is a default.

    `stated` is the text of the currency column, `beside` what stands in the amount's own cell; "" for nothing.
    """
    pairs = pd.DataFrame({"stated": stated, "beside": beside})
    which = pairs.groupby(["stated", "beside"], sort=False).ngroup().to_numpy()
    different = pairs.drop_duplicates()
    verdicts = [
        _verdict(said, sign, header, default)
        for said, sign in zip(different["stated"], different["beside"], strict=True)
    ]
    code = pd.Series([verdict.code for verdict in verdicts], dtype=TEXT_DTYPE)
    fault = np.array([verdict.fault for verdict in verdicts], dtype=object)
    return Currencies(
        code.take(which).reset_index(drop=True),
        {reason: fault[which] == reason for reason in (UNKNOWN, NO_AMOUNT, CONTRADICTS) if reason in fault},
        sorted({verdict.unsettled for verdict in verdicts} - {""}),
    )


def _verdict(stated: str, beside: str, header: str | None, default: str | None) -> _Verdict:
    said = currency_of(stated) if stated else header
    if stated and not said:
        if not candidates(stated):
            return _Verdict(fault=UNKNOWN)
        beside = beside or stated
    possible = candidates(beside) if beside else (said or default,)
    if not possible:
        return _Verdict(fault=NO_AMOUNT)
    if said:
        return _Verdict(said) if said in possible else _Verdict(fault=CONTRADICTS)
    if len(possible) == 1 or default in possible:
        return _Verdict(possible[0] if len(possible) == 1 else default)
    return _Verdict(unsettled=beside)
