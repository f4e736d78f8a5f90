from __future__ import annotations

import logging
from pathlib import Path

import ipywidgets as widgets
import pytest

from clientplan.errors import StoreError
from clientplan.forms.guard import LOG, guard


def raising(error: Exception) -> object:
    def callback(_button: object) -> None:
        raise error

    return callback


def test_the_users_mistake_is_told_in_its_own_words(tmp_path: Path) -> None:
    told: list[str] = []
    button = widgets.Button()
    button.on_click(guard(told.append, tmp_path)(raising(StoreError("Not saved: the disk is full"))))
    button.click()
    assert told == ["Not saved: the disk is full"]
    assert not (tmp_path / LOG).exists()


def test_our_bug_is_told_in_words_and_kept_in_the_log(tmp_path: Path, swallowed: list[logging.LogRecord]) -> None:
    told: list[str] = []
    button = widgets.Button()
    button.on_click(guard(told.append, tmp_path)(raising(ZeroDivisionError("oh"))))
    button.click()
    assert "Your plan file is untouched" in told[0]
    assert LOG in told[0]
    assert "Traceback" not in told[0]
    assert "ZeroDivisionError: oh" in (tmp_path / LOG).read_text()
    assert len(swallowed) == 1
    swallowed.clear()


def test_a_log_that_can_not_be_written_stops_nothing(tmp_path: Path, swallowed: list[logging.LogRecord]) -> None:
    told: list[str] = []
    guard(told.append, tmp_path / "gone")(raising(ZeroDivisionError()))(None)
    assert told[0].endswith("Your plan file is untouched.")
    swallowed.clear()


def test_the_net_catches_what_an_unguarded_callback_raises(swallowed: list[logging.LogRecord]) -> None:
    """The fixture itself: without it, this test would pass with the error unseen."""
    button = widgets.Button()
    button.on_click(raising(ZeroDivisionError("oh")))
    button.click()
    assert [record.name for record in swallowed] == ["traitlets"]
    swallowed.clear()


@pytest.mark.parametrize("given", [(), ("a",), ("a", "b")])
def test_callbacks_get_what_they_are_given(tmp_path: Path, given: tuple[str, ...]) -> None:
    got: list[tuple[str, ...]] = []
    guard(got.append, tmp_path)(lambda *arguments: got.append(arguments))(*given)
    assert got == [given]
