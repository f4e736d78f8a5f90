from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

from clientplan.forms import box
from clientplan.forms.part import Part
from clientplan.forms.row import Row
from clientplan.forms.rows import Around, Rows
from clientplan.plan.action import Action, Stop


def stop_row(value: Stop | None, _name: str) -> Row[Stop]:
    boxes = {"what": box.line("We stop"), "frees": box.figure("Frees")}
    return Row("stop", Part(Stop, boxes, value), {"what": 8, "frees": 4})


def action_row(value: Action | None, name: str) -> Row[Action]:
    name = value.id if value else name
    return Row("action", Part(Action, {"what": box.line("Action")}, value, {"id": name}), {"what": 12}, name)


class Kept:
    """What the form around the rows would do: read them on each change, and hand them back once saved."""

    def __init__(self) -> None:
        self.values: tuple[Any, ...] = ()
        self.rows: Rows[Any]

    def __call__(self) -> None:
        self.values = self.rows.read()
        self.rows.show(self.values)


@pytest.fixture
def stops() -> Kept:
    return kept("stop", stop_row, (Stop(what="Reports"), Stop(what="Visits", frees=2)))


def kept(kind: str, make: Callable[..., Any], values: tuple[Any, ...], **names: Any) -> Kept:
    change = Kept()
    change.rows = Rows(kind, make, Around(lambda callback: callback, change), **names)
    change.rows.show(values)
    return change


def test_each_value_has_its_row(stops: Kept) -> None:
    assert [row.part.boxes["what"].value for row in stops.rows.rows] == ["Reports", "Visits"]
    assert stops.rows.read() == (Stop(what="Reports"), Stop(what="Visits", frees=2))


def test_a_new_row_is_nothing_until_something_is_typed(stops: Kept) -> None:
    stops.rows.add_button.click()
    assert len(stops.rows.rows) == 3
    assert len(stops.rows.read()) == 2
    stops.rows.rows[-1].part.boxes["what"].widget.value = "Fairs"
    assert stops.values[-1] == Stop(what="Fairs")


def test_a_row_that_can_not_stand_yet_keeps_what_is_typed(stops: Kept) -> None:
    stops.rows.add_button.click()
    stops.rows.rows[-1].part.boxes["frees"].widget.value = "3"
    assert len(stops.values) == 2
    assert stops.rows.wrong
    stops.rows.rows[-1].part.boxes["what"].widget.value = "Fairs"
    assert stops.values[-1] == Stop(what="Fairs", frees=Decimal(3))
    assert not stops.rows.wrong


def test_removing_can_be_undone_in_place_more_than_once(stops: Kept) -> None:
    first, second = stops.rows.rows
    first.remove_button.click()
    assert stops.values == (Stop(what="Visits", frees=2),)
    second.remove_button.click()
    assert stops.values == ()
    stops.rows.undo_button.click()
    stops.rows.undo_button.click()
    assert stops.values == (Stop(what="Reports"), Stop(what="Visits", frees=2))
    assert stops.rows.rows == [first, second]


def test_what_was_removed_is_named_where_it_was(stops: Kept) -> None:
    stops.rows.rows[1].remove_button.click()
    body = stops.rows.view.children[0]
    told, button = body.children[1].children
    assert told.value == '<div role="status">Removed: <q>Visits</q></div>'
    assert button is stops.rows.undo_button


def test_rows_that_stay_are_the_same_widgets(stops: Kept) -> None:
    before = [row.view for row in stops.rows.rows]
    stops.rows.add_button.click()
    stops.rows.rows[0].part.boxes["what"].widget.value = "Slides"
    assert [row.view for row in stops.rows.rows[:2]] == before


def test_other_values_make_other_rows(stops: Kept) -> None:
    stops.rows.show((Stop(what="Fairs"),))
    assert stops.rows.read() == (Stop(what="Fairs"),)


def test_unsaved_rows_outlive_a_change_that_is_not_about_them(stops: Kept) -> None:
    saved = stops.rows.read()
    stops.rows.add_button.click()
    stops.rows.rows[-1].part.boxes["frees"].widget.value = "3"
    stops.rows.show(saved)
    assert stops.rows.rows[-1].part.boxes["frees"].value == "3"


def test_a_new_row_gets_a_name_that_nothing_has_or_had() -> None:
    actions = kept(
        "action", action_row, (Action(id="a1"), Action(id="a2")), prefix="a", taken=lambda: ["a4", None, "x9"]
    )
    actions.rows.rows[1].remove_button.click()
    actions.rows.add_button.click()
    actions.rows.add_button.click()
    actions.rows.rows[-1].part.boxes["what"].widget.value = "Call"
    assert actions.values == (Action(id="a1"), Action(id="a6", what="Call"))


def test_the_buttons_say_what_they_remove() -> None:
    actions = kept("action", action_row, (Action(id="a1"),), prefix="a")
    assert actions.rows.rows[0].remove_button.description == "Remove a1"


def test_rows_that_could_not_be_saved_are_not_written_over_by_the_older_plan() -> None:
    saved = (Stop(what="Reports"),)
    rows = Rows("stop", stop_row, Around(lambda callback: callback, lambda: None))
    rows.show(saved)
    rows.rows[0].part.boxes["what"].widget.value = "Fairs"
    assert rows.read() == (Stop(what="Fairs"),)
    rows.show(saved)
    assert rows.read() == (Stop(what="Fairs"),)
