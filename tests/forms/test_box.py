from __future__ import annotations

from datetime import date
from decimal import Decimal
from enum import StrEnum

import pytest

from clientplan.forms import box
from clientplan.plan.words import Level


class Told:
    def __init__(self, one: box.Box) -> None:
        self.times = 0
        one.observe(self.count)

    def count(self) -> None:
        self.times += 1


def test_typing_is_told_and_showing_is_not() -> None:
    line = box.line("Owner")
    told = Told(line)
    line.show("Ruth")
    assert (line.value, told.times) == ("Ruth", 0)
    line.widget.value = "Ines"
    assert (line.value, told.times) == ("Ines", 1)


@pytest.mark.parametrize("blank", ["", "  ", "\n", "\u200b", "\u00a0"])
def test_blank_text_is_nothing(blank: str) -> None:
    line = box.line("Owner")
    line.widget.value = blank
    assert line.value is None


@pytest.mark.parametrize(
    ("one", "value", "written"),
    [
        (box.line("x"), None, ""),
        (box.area("x"), "a\nb", "a\nb"),
        (box.figure("x"), Decimal("1E+3"), "1000"),
        (box.figure("x"), None, ""),
        (box.day("x"), date(2026, 1, 2), date(2026, 1, 2)),
        (box.flag("x"), None, False),
        (box.pick("x", Level), Level.PROCESS, Level.PROCESS),
        (box.pick("x", Level), None, None),
    ],
)
def test_values_of_the_plan_are_shown_as_people_write_them(one: box.Box, value: object, written: object) -> None:
    one.show(value)
    assert one.widget.value == written


def test_a_complaint_stands_under_the_box_escaped_and_goes_when_it_is_mended() -> None:
    line = box.line("Unit")
    line.complain("isn't <known>")
    assert line.remarks.words == (
        '<div class="cp-remarks"><div class="cp-problem">Unit isn&#x27;t &lt;known&gt;</div></div>'
    )
    assert line.view.children[0] is line.widget
    line.complain("")
    assert line.view.children == (line.widget,)


def test_a_box_was_visited_when_its_value_was_changed_or_when_it_has_one() -> None:
    line = box.line("Owner")
    line.show(None)
    assert not line.visited
    line.show("Ruth")
    assert line.visited
    line.show(None)
    assert not line.visited  # it was emptied elsewhere
    line.widget.value = "Ines"
    line.widget.value = ""
    assert line.visited


def test_choosing_nothing_again_is_the_blank() -> None:
    picker = box.pick("Level", Level)
    picker.show(Level.PROCESS)
    picker.widget.typed("", by="a view")
    assert (picker.widget.written(), picker.value) == ("", None)


def test_a_complaint_is_told_to_screen_readers_with_the_input() -> None:
    line = box.line("Unit")
    line.complain("isn't known")
    assert line.widget.get("invalid")
    assert line.widget.get("says") == line.view.children[1].id
    line.complain("")
    assert (line.widget.get("invalid"), line.widget.get("says")) == (False, None)


def test_a_picker_keeps_its_choice_when_other_things_are_offered() -> None:
    picker = box.link("Serves")
    picker.offer([box.BLANK, ("o1 Revenue", "o1"), ("o2 Stops", "o2")])
    told = Told(picker)
    picker.show("o2")
    picker.offer([box.BLANK, ("o2 Fewer stops", "o2")])
    assert (picker.value, told.times) == ("o2", 0)


def test_a_choice_that_is_gone_is_still_shown() -> None:
    picker = box.link("Serves")
    picker.show("o9")
    assert picker.value == "o9"
    assert picker.widget.chosen == "o9 (isn't there any more)"


def test_the_words_of_a_picker_are_the_plans() -> None:
    class Colour(StrEnum):
        RED = "dark red"

    assert box.pick("x", Colour, blank=False).widget.options == (("Dark red", Colour.RED),)
