"""Python's garbage collector, told to look seldom: in a process that loads a lot it finds nothing and looks often."""

from __future__ import annotations

import gc

_MADE = 100_000  # things that are made and kept between two looks, a hundred times Python's own


def look_seldom() -> None:
    gc.set_threshold(_MADE)
