"""What the tables are made of."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

import pytest


def test_ratios_are_taken_round_by_round() -> None:
    turns, spent = import_module("method.turns"), import_module("method.clock").Spent
    mine = [spent(1, 1), spent(10, 10), spent(4, 4)]
    theirs = [spent(2, 2), spent(10, 10), spent(2, 2)]
    assert turns.ratio(mine, theirs, "cpu") == 1.0
    assert turns.middle(mine, "cpu") == 4


def test_everyone_takes_turns_and_the_first_round_is_not_counted() -> None:
    turns = import_module("method.turns")
    order: list[str] = []
    taken = turns.in_turn({"a": lambda: order.append("a"), "b": lambda: order.append("b")}, 2)
    assert order == ["a", "b"] * 3
    assert {name: len(rounds) for name, rounds in taken.items()} == {"a": 2, "b": 2}


def test_a_table_is_put_between_its_marks_only(tmp_path: Path) -> None:
    table = import_module("method.table")
    page = tmp_path / "page.md"
    page.write_text("a\n<!-- x -->\nold\n<!-- end of x -->\nb\n", encoding="utf-8")
    table.put(page, "x", table.table(("who", "s"), [("we", "1.0")]))
    drawn = "| who |   s |\n|-----|----:|\n| we  | 1.0 |"
    assert page.read_text(encoding="utf-8") == f"a\n<!-- x -->\n\n{drawn}\n\n<!-- end of x -->\nb\n"
    table.put(page, "x", "new")
    assert page.read_text(encoding="utf-8") == "a\n<!-- x -->\n\nnew\n\n<!-- end of x -->\nb\n"
    with pytest.raises(LookupError, match="no place for y"):
        table.put(page, "y", "new")


def test_a_process_is_counted_with_all_that_it_started(tmp_path: Path) -> None:
    process, command = import_module("method.process"), import_module("peers.command").Command
    hungry = "python3 -c 'x = bytearray(80_000_000)' & wait"
    assert process.run(command(("sh", "-c", hungry), None, tmp_path)).memory > 80
    with pytest.raises(process.Failed, match="ended with 3: no"):
        process.run(command(("sh", "-c", "echo no >&2; exit 3"), None, tmp_path))


def test_layouts_are_counted_and_the_typesetter_is_left_as_it_was(tmp_path: Path) -> None:
    samples, counted = import_module("method.samples"), import_module("method.layouts").counted
    typesetter = import_module("clientplan.render.typesetter").Typesetter
    before = typesetter.lay_out
    assert samples.layouts(samples.sample(tmp_path)) >= 1
    with counted() as made:
        pass
    assert made == []
    assert typesetter.lay_out is before
