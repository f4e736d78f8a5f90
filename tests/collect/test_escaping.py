from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clientplan.collect.escaping import put_on, taken_off


@given(st.text(alphabet=st.sampled_from("'=+-@\t\r\0 a1\uff1d\uff0b")))
@settings(deadline=None)
def test_nothing_is_lost_on_the_way_there_and_back(text: str) -> None:
    assert taken_off(put_on(text)) == text


@pytest.mark.parametrize(
    "text", ["=1+1", "+41 44", "-5", "@SUM", "\t=1", "\rx", "\0=1", "  =1", "\uff1d1", "'=1", "''+1"]
)
def test_formulas_are_disarmed(text: str) -> None:
    assert put_on(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "Acme", "'t Hooft", "5-3", "'quoted'", "a=b"])
def test_plain_text_stays_as_it_is(text: str) -> None:
    assert put_on(text) == text
    assert taken_off(text) == text
