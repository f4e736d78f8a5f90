"""Plans to print, and what they were printed to: each combination once a session."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from clientplan import paths
from clientplan.plan.plan import Plan
from clientplan.plan.reading import read
from clientplan.plan.words import Edition
from clientplan.render.brand import Brand
from clientplan.render.printing import Printed, print_plan

TODAY = date(2026, 9, 15)
BRAND = Brand("Meridian Packaging Systems")
OURS = Path(__file__).parent / "plans"
NAMES = ["full", "sparse", "bare", "hard"]


@cache
def plan_of(name: str) -> Plan:
    folder = OURS if name in NAMES else paths.sample_data() / "plans"
    return read((folder / f"{name}.yaml").read_bytes(), name)


@cache
def printed_of(name: str, edition: Edition = Edition.INTERNAL, paper: str = "A4", locale: str | None = None) -> Printed:
    return print_plan(plan_of(name), edition=edition, paper=paper, today=TODAY, brand=BRAND, locale=locale)


@pytest.fixture
def full() -> Plan:
    return plan_of("full")


@pytest.fixture
def printed() -> Callable[..., Printed]:
    return printed_of


@pytest.fixture
def plans() -> Callable[[str], Plan]:
    return plan_of


@pytest.fixture
def prints() -> dict[str, Any]:
    """What every print in these tests has in common."""
    return {"today": TODAY, "brand": BRAND}
