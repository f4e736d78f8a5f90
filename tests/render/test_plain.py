"""Plain data is all that a foreign template gets: nothing in it has code of ours."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

import pytest

from clientplan.plan.words import Phase
from clientplan.render.composing import Job
from clientplan.render.pack import load
from clientplan.render.plain import plain
from clientplan.render.view.shown import Code


@dataclass(frozen=True)
class Thing:
    name: str
    _kept: str = "ours"

    @property
    def loud(self) -> str:
        return self.name.upper()

    def act(self) -> str:
        return "done"


def kinds(value: Any) -> set[type]:
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, tuple) else ()
    return {type(value)}.union(*map(kinds, inner))


def test_fields_and_what_is_worked_out_of_them() -> None:
    assert plain(Thing("a")) == {"name": "a", "loud": "A"}


def test_text_is_text_and_no_child_of_it() -> None:
    for value in (Code("x"), Phase.BUILD):
        assert type(plain(value)) is str
    assert plain([1, 2.5, None, True]) == (1, 2.5, None, True)


def test_a_function_can_be_called_and_gives_plain_data() -> None:
    call = plain(Thing)
    assert call(name="b") == {"name": "b", "loud": "B"}
    assert not hasattr(call, "__wrapped__")


def test_anything_else_is_a_mistake_of_ours() -> None:
    with pytest.raises(TypeError, match="a template can't be given a date"):
        plain({"day": date(2026, 1, 1)})


def test_a_whole_page(job: Callable[..., Job]) -> None:
    shown = plain(job(load("two-page"), "full").shown)
    assert kinds(shown) <= {dict, tuple, str, int, float, bool, type(None)}
    assert shown["head"]["client"] == "Nordhaven Shipyards"
