from __future__ import annotations

import importlib.util
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from types import ModuleType

import pytest
from python_calamine import CalamineWorkbook

from clientplan.plan.plan import Plan
from clientplan.plan.reading import read
from clientplan.plan.words import Edition

Sheets = dict[str, list[list[object]]]


@pytest.fixture(scope="session")
def canaries() -> ModuleType:
    """The plans with a canary in every internal field, as the tests of the printed page have them."""
    path = Path(__file__).parents[1] / "render" / "test_canaries.py"
    spec = importlib.util.spec_from_file_location("planted_canaries", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(params=["confiserie-aubrelle-2026-04", "harrow-and-finch-2026-04", "mohrlin-feinkost-gmbh-2026"])
def sample_plan(request: pytest.FixtureRequest) -> Plan:
    from clientplan import paths

    return read((paths.sample_data() / "plans" / f"{request.param}.yaml").read_bytes())


@pytest.fixture
def sheets() -> Callable[[bytes], Sheets]:
    """A workbook as a spreadsheet reads it: the rows of each sheet."""

    def opened(content: bytes) -> Sheets:
        book = CalamineWorkbook.from_filelike(BytesIO(content))
        return {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}

    return opened


@pytest.fixture(params=list(Edition))
def edition(request: pytest.FixtureRequest) -> Edition:
    return Edition(request.param)
