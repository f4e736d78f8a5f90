"""Months by their locale, whatever the process did before: each case in a process of its own."""

from __future__ import annotations

import subprocess
import sys

import pytest

_PRINTS = """
from datetime import date
from clientplan.render.formats import Formats
print(Formats.of("es-MX", "es").month(date(2026, 9, 1)))
"""
_COLLECTS = """
import numpy as np
import pandas as pd
from clientplan.collect.dates import read
from clientplan.collect.grid import Texts
from clientplan.collect.tables import TEXT_DTYPE
read(Texts("When", pd.Series(["3 septiembre 2026"], dtype=TEXT_DTYPE), np.array([False])), "dmy")
"""
_PRINTS_SPAIN = (
    "from clientplan.render.formats import Formats; Formats.of('es-ES', 'es').month(__import__('datetime').date.min)"
)


@pytest.mark.parametrize("before", ["", _COLLECTS, _PRINTS_SPAIN], ids=["nothing", "a sheet was read", "Spain printed"])
def test_september_in_mexico_is_sep(before: str) -> None:
    done = subprocess.run([sys.executable, "-c", before + "\n" + _PRINTS], capture_output=True, text=True, check=False)
    assert (done.stdout.strip(), done.stderr) == ("sep", "")
