from __future__ import annotations

import pytest

from clientplan.plan.action import Action
from clientplan.plan.words import ActionStatus, Side


@pytest.mark.parametrize(
    ("status", "is_open"),
    [("open", True), ("doing", True), ("done", False), ("dropped", False)],
)
def test_done_and_dropped_actions_are_no_longer_open(status: str, is_open: bool) -> None:
    assert Action(id="a1", status=ActionStatus(status)).open is is_open


def test_an_action_is_open_and_ours_until_somebody_says_otherwise() -> None:
    action = Action(id="a1")
    assert (action.status, action.side, action.internal) == (ActionStatus.OPEN, Side.OURS, False)
