from __future__ import annotations

from dataclasses import dataclass

from clientplan.render.view.shown import Code, texts


@dataclass(frozen=True)
class Item:
    id: str
    words: str | None
    state: Code
    part: float


@dataclass(frozen=True)
class View:
    title: str
    items: tuple[Item, ...]
    pieces: tuple[str, ...] = ()


def test_every_text_has_its_place_and_codes_are_no_texts() -> None:
    view = View("Actions", (Item("a1", "Call", Code("done"), 0.5), Item("a2", None, Code("open"), 0.0)), ("one", "two"))
    assert list(texts(view)) == [
        ("title", "Actions"),
        ("items[a1].id", "a1"),
        ("items[a1].words", "Call"),
        ("items[a2].id", "a2"),
        ("pieces[1]", "one"),
        ("pieces[2]", "two"),
    ]


def test_places_begin_with_the_name_of_the_view() -> None:
    assert list(texts((Item("a1", None, Code("open"), 0.0),), "actions")) == [("actions[a1].id", "a1")]
