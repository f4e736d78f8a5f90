"""The finished plans of the sample portfolio are good plans."""

from __future__ import annotations

from datetime import date

import pytest

from clientplan import checks
from clientplan.paths import sample_data
from clientplan.plan.reading import read

TODAY = date(2026, 9, 15)
PLANS = sorted((sample_data() / "plans").glob("*.yaml"))


def test_there_are_three() -> None:
    assert len(PLANS) == 3


@pytest.mark.parametrize("path", PLANS, ids=lambda path: path.stem)
def test_nothing_is_found_in_a_finished_plan(path) -> None:
    plan = read(path.read_bytes(), path.name)
    assert [str(finding) for finding in checks.run(plan, today=TODAY)] == []
    assert plan.checks_off == {}
