from __future__ import annotations

import re
from xml.etree import ElementTree as ET

import pytest

from clientplan.forms.chart import bars


def drawn(values: list[tuple[str, float]]) -> ET.Element:
    return ET.fromstring(bars(values, title="Revenue <EUR>", top="12 EUR"))  # noqa: S314 - we made it ourselves


def heights(picture: ET.Element) -> list[float]:
    return [float(rect.get("height", "")) for rect in picture.iter() if rect.tag.endswith("rect")]


def test_bars_are_in_proportion() -> None:
    first, second, third = heights(drawn([("Jan", 10), ("Feb", 5), ("Mar", 0)]))
    assert first == 2 * second
    assert third == 0


def test_a_credit_note_hangs_below_the_line() -> None:
    picture = drawn([("Jan", 10), ("Feb", -5)])
    up, down = [rect for rect in picture.iter() if rect.tag.endswith("rect")]
    line = next(one for one in picture.iter() if one.tag.endswith("line"))
    zero = float(line.get("y1", ""))
    assert float(up.get("y", "")) + float(up.get("height", "")) == zero
    assert float(down.get("y", "")) == zero
    assert float(down.get("height", "")) * 2 == pytest.approx(float(up.get("height", "")), abs=0.2)


def test_it_can_be_read_without_being_seen() -> None:
    shown = bars([("Jan", 1)], title="Revenue <EUR>", top="1")
    assert 'role="img" aria-label="Revenue &lt;EUR&gt;"' in shown
    assert "<title>Revenue &lt;EUR&gt;</title>" in shown


def test_nothing_sold_is_an_empty_picture() -> None:
    assert heights(drawn([("Jan", 0), ("Feb", 0)])) == [0, 0]
    assert not re.search(r"nan|inf", bars([], title="", top=""))
