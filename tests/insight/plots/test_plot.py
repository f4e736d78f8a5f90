from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from io import BytesIO
from typing import Any

import matplotlib as mpl
import pytest
from matplotlib.figure import Figure
from PIL import Image

from clientplan.insight.plots import Plot, Shift, Spent, hours, spent
from clientplan.insight.plots.money import short_money
from clientplan.insight.plots.type import families, lines, width

_BESIDE = """
import sys
from clientplan.insight.plots import Shift, hours
hours([Shift("A", 1, 2)]).png()
print("matplotlib.pyplot" in sys.modules)
"""


def plot() -> Plot:
    return hours([Shift("A", 1, 2), Shift("B", 2, 1)])


def test_pyplot_is_never_loaded() -> None:
    done = subprocess.run([sys.executable, "-c", _BESIDE], capture_output=True, text=True, check=False)
    assert (done.stdout.strip(), done.stderr) == ("False", "")


def test_the_same_values_give_the_same_bytes() -> None:
    assert plot().png() == plot().png()


def test_a_style_of_somebody_else_changes_nothing_and_is_left_as_it_was() -> None:
    before = plot().png()
    with mpl.rc_context({"axes.facecolor": "black", "text.color": "red", "lines.linewidth": 9, "axes.grid": True}):
        assert plot().png() == before
        assert mpl.rcParams["lines.linewidth"] == 9


def test_a_notebook_shows_the_picture_with_its_sentence() -> None:
    shown = spent([Spent('A "quoted" <client>', 1, 1, 1)], sentence='"A" <b> & c')._repr_mimebundle_()
    assert shown["text/plain"] == '"A" <b> & c'
    assert 'alt="&quot;A&quot; &lt;b&gt; &amp; c"' in shown["text/html"]
    assert 'src="data:image/png;base64,' in shown["text/html"]


def test_the_picture_is_sharp() -> None:
    figure = plot().figure
    assert Image.open(BytesIO(plot().png())).size == tuple(int(2 * side) for side in figure.get_size_inches() * 100)


def test_a_name_is_no_formula(words: Callable[[Figure], dict[str, Any]]) -> None:
    said = words(spent([Spent("Over $5 and under $6_2", 1, 1, 1)]).figure)
    assert not said["Over $5 and under $6_2"].get_parse_math()
    assert not any(text.get_parse_math() for text in said.values())


def test_other_scripts_have_a_typeface_of_their_own(recwarn: pytest.WarningsRecorder) -> None:
    hours([Shift("Ωmega Тверь", 1, 2), Shift("مصنع", 2, 2)]).png()
    assert not recwarn.list
    assert families()[0] == "Plan Sans"


@pytest.mark.parametrize("room", [0.5, 1.0, 3.0])
def test_text_is_broken_to_the_room_that_there_is(room: float) -> None:
    text = "Move 12 hours a month from Harrow & Finch to Donaudampfschifffahrtsgesellschaft"
    broken = lines(text, room)
    assert all(width(line) <= room for line in broken)
    assert len(lines(text, room, most=2)) <= 2
    assert lines("short", room) == ["short"]


def test_what_is_left_out_is_marked() -> None:
    assert lines("one two three four five six seven", 0.5, most=2)[-1].endswith("…")
    assert lines("Donaudampfschifffahrtsgesellschaft", 0.5)[0].endswith("…")


def test_no_line_begins_with_a_per_cent_sign() -> None:
    for room in (0.4, 0.5, 0.6, 0.7, 0.8, 1.0):
        assert not any(line.startswith("%") for line in lines("up to 94 % of 100 % and 7 % more", room))


@pytest.mark.parametrize(
    ("currency", "locale", "amount", "shown"),
    [
        ("EUR", "en-GB", 40_000, "€40K"),
        ("EUR", "en-GB", 1_250_000, "€1.25M"),
        ("GBP", "en_GB", -2_500, "\N{MINUS SIGN}£2.5K"),
        ("EUR", "en-GB", 0, "€0"),
        ("EUR", "de-DE", 2_000_000, "2\u00a0Mio.\u00a0€"),
        ("", "en-GB", -4_000, "\N{MINUS SIGN}4,000"),
        ("XXZ", "en-GB", 4_000, "4,000 XXZ"),
    ],
)
def test_money_is_short_on_an_axis(currency: str, locale: str, amount: float, shown: str) -> None:
    assert short_money(currency, locale)(amount) == shown
