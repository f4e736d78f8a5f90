from __future__ import annotations

import os

import pytest
from fontTools.misc.timeTools import timestampNow

from clientplan.render.clock import still


def test_fonts_are_stamped_with_the_same_time_each_time() -> None:
    with still():
        first = timestampNow()
    assert timestampNow() > first
    with still():
        assert timestampNow() == first


@pytest.mark.parametrize("before", [None, "1700000000"])
def test_the_environment_is_left_as_it_was(monkeypatch: pytest.MonkeyPatch, before: str | None) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    if before:
        monkeypatch.setenv("SOURCE_DATE_EPOCH", before)
    with pytest.raises(ValueError, match="x"), still():
        raise ValueError("x")
    assert os.environ.get("SOURCE_DATE_EPOCH") == before
