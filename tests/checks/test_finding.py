from __future__ import annotations

from dataclasses import FrozenInstanceError
from datetime import date
from pathlib import Path

import pytest

from clientplan import checks
from clientplan.plan.reading import read_with_source

GOOD = (Path(__file__).with_name("fixtures") / "good.yaml").read_text(encoding="utf-8")
TODAY = date(2026, 9, 15)


def located(text: str) -> tuple[str, str, int]:
    """The only finding's code, with the line and the column that it stands on."""
    plan, source = read_with_source(text)
    (finding,) = checks.run(plan, today=TODAY)
    line, column = checks.located(finding, source)
    return finding.code, text.splitlines()[line - 1], column


def test_stands_on_its_key() -> None:
    text = GOOD.replace("owner: Jonas Weiß", "owner: Team")
    assert located(text) == ("CP501", "    owner: Team", 5)


def test_what_is_missing_stands_on_what_it_is_missing_in() -> None:
    text = GOOD.replace("      baseline: 7\n", "")
    assert located(text) == ("CP402", "    measure:", 5)
    text = GOOD.replace("phase: maintenance\n", "")
    assert located(text) == ("CP204", "schema: 1", 1)


def test_is_a_value() -> None:
    plan, _ = read_with_source(GOOD.replace("phase: maintenance\n", ""))
    (finding,) = checks.run(plan, today=TODAY)
    assert {finding, finding} == set(checks.run(plan, today=TODAY))
    with pytest.raises(FrozenInstanceError):
        finding.code = "CP000"  # type: ignore[misc]
    assert str(finding) == "CP204 error phase: is open. Choose build, maintenance or erosion."
