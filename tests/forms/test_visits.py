from __future__ import annotations

from clientplan.forms import box
from clientplan.forms.visits import Sitting, Visits


def row(*values: str | None) -> Visits:
    boxes = [box.line("x") for _ in values]
    for one, value in zip(boxes, values, strict=True):
        one.show(value)
    return Visits(boxes)


def been_to(visits: Visits) -> list[bool]:
    return [one.visited for one in visits.boxes]


def test_while_a_row_is_written_only_what_has_a_value_was_visited() -> None:
    assert been_to(row("a", None, "c", None)) == [True, False, True, False]


def test_what_was_passed_over_was_visited_once_the_row_is_left() -> None:
    passed = row("a", None, "c", None)
    passed.leave()
    assert been_to(passed) == [True, True, True, False]
    assert passed.left


def test_leaving_a_row_with_nothing_in_it_is_not_leaving_it() -> None:
    empty = row(None, None)
    empty.leave()
    assert (been_to(empty), empty.left, empty.begun) == ([False, False], False, False)


def test_what_a_plan_has_by_itself_was_not_written() -> None:
    visits = row(None, "open")
    visits.boxes[1].usual = "open"
    visits.leave()
    assert been_to(visits) == [False, True]


def test_a_row_stays_left_when_it_is_emptied_again() -> None:
    visits = row("a", None)
    visits.leave()
    visits.boxes[0].show(None)
    visits.leave()
    assert visits.left


def test_one_row_is_written_in_at_a_time() -> None:
    sitting, first, second = Sitting(), row(None, "b"), row("a")
    sitting.write_in(first)
    sitting.write_in(first)
    assert not first.left
    sitting.write_in(second)
    assert (first.left, second.left) == (True, False)
