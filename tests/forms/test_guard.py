from __future__ import annotations

import logging
from pathlib import Path

import pytest
from ipywidgets import Widget

from clientplan import __version__
from clientplan.errors import StoreError
from clientplan.forms.desk import Desk
from clientplan.forms.guard import guard
from clientplan.forms.kept import BEFORE, LARGEST, LOG, details, keep
from clientplan.forms.nodes import Button
from clientplan.forms.panel import Panel


def raising(error: Exception) -> object:
    def callback(_button: object) -> None:
        raise error

    return callback


def test_the_users_mistake_is_told_in_its_own_words(tmp_path: Path) -> None:
    told: list[str] = []
    button = Button()
    button.on_click(guard(told.append, tmp_path)(raising(StoreError("Not saved: the disk is full"))))
    button.click()
    assert told == ["Not saved: the disk is full"]
    assert not (tmp_path / LOG).exists()


def test_our_bug_is_told_in_words_and_kept_in_the_log(tmp_path: Path, swallowed: list[logging.LogRecord]) -> None:
    told: list[str] = []
    button = Button()
    button.on_click(guard(lambda *said: told.extend(said), tmp_path)(raising(ZeroDivisionError("oh"))))
    button.click()
    assert "Your plan file is untouched" in told[0]
    assert LOG in told[0]
    assert "Traceback" not in told[0]
    assert "ZeroDivisionError: oh" in (tmp_path / LOG).read_text()
    assert told[1] in (tmp_path / LOG).read_text()
    assert f"Client Plan {__version__}" in told[1]
    assert "raising.<locals>.callback" in told[1]
    assert len(swallowed) == 1
    swallowed.clear()


def test_a_log_that_can_not_be_written_stops_nothing(tmp_path: Path, swallowed: list[logging.LogRecord]) -> None:
    told: list[str] = []
    guard(lambda *said: told.extend(said), tmp_path / "gone")(raising(ZeroDivisionError()))(None)
    assert told[0].endswith("Your plan file is untouched.")
    swallowed.clear()


def test_the_net_catches_what_an_unguarded_callback_raises(swallowed: list[logging.LogRecord]) -> None:
    """The fixture itself: without it, this test would pass with the error unseen."""
    widget = Widget()
    widget.on_msg(lambda *_: 1 / 0)
    widget._handle_custom_msg({}, [])
    assert [record.name for record in swallowed] == ["traitlets"]
    swallowed.clear()


def test_what_a_page_reports_is_guarded_whatever_is_done_with_it(
    desk: Desk, swallowed: list[logging.LogRecord]
) -> None:
    class Careless(Panel):
        def build(self) -> list[Button]:
            self.button = Button("Go")
            self.button.on_click(raising(ZeroDivisionError("oh")))
            return [self.button]

    panel = Careless(desk)
    panel._handle_custom_msg({"id": panel.button.id, "event": "click"}, [])
    assert "it isn't your doing" in panel.status.words
    assert "ZeroDivisionError: oh" in panel.status.details
    assert [record.name for record in swallowed] == ["clientplan.forms"]
    swallowed.clear()


@pytest.mark.parametrize("given", [(), ("a",), ("a", "b")])
def test_callbacks_get_what_they_are_given(tmp_path: Path, given: tuple[str, ...]) -> None:
    got: list[tuple[str, ...]] = []
    guard(got.append, tmp_path)(lambda *arguments: got.append(arguments))(*given)
    assert got == [given]


def test_the_log_is_begun_anew_when_it_is_full_and_the_old_one_kept_once(tmp_path: Path) -> None:
    for number in range(3):
        keep(f"{number}{'.' * LARGEST}", tmp_path)
    keep("last", tmp_path)
    assert (tmp_path / LOG).read_text() == "last\n"
    assert (tmp_path / BEFORE).read_text().startswith("2")
    assert len(list(tmp_path.iterdir())) == 2


def test_details_hold_what_somebody_who_helps_asks_for() -> None:
    try:
        raising(ZeroDivisionError("oh"))(None)
    except ZeroDivisionError as error:
        known = details(test_details_hold_what_somebody_who_helps_asks_for, error)
    first, second, *rest = known.splitlines()
    assert first.startswith(f"Client Plan {__version__}, Python 3.")
    assert "test_details_hold_what_somebody_who_helps_asks_for" in second
    assert rest[0] == "Traceback (most recent call last):"
    assert rest[-1] == "ZeroDivisionError: oh"
