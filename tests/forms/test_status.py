from __future__ import annotations

from datetime import UTC, datetime

import pytest

from clientplan.forms.status import Status


@pytest.fixture
def status() -> Status:
    return Status(lambda: datetime(2026, 9, 15, 14, 3, tzinfo=UTC))


def shown(status: Status) -> str:
    return str(status.view.children[0].value)


def test_saved_is_said_politely_with_the_time(status: Status) -> None:
    status.saved()
    assert status.words == "Saved 14:03"
    assert 'role="status" aria-live="polite"' in shown(status)


def test_what_was_refused_is_not_called_saved(status: Status) -> None:
    status.saved(refused=True)
    assert status.words == "Saved 14:03, all but what is marked"


def test_a_failure_is_an_alert_line_by_line_and_escaped(status: Status) -> None:
    status.failed("a <b>\nc")
    assert shown(status) == (
        '<div class="cp-alert" role="alert" aria-live="assertive"><div>a &lt;b&gt;</div><div>c</div></div>'
    )


def test_a_way_out_is_a_button_that_goes_once_all_is_well(status: Status) -> None:
    ways: list[str] = []
    status.offer("Not saved", "Try again", lambda: ways.append("again"))
    assert status.view.children[2].description == "Try again"
    status.button.click()
    assert ways == ["again"]
    status.saved()
    assert len(status.view.children) == 2
