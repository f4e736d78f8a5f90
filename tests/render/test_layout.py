from __future__ import annotations

import pytest

from clientplan.render.layout import Layout, Part
from clientplan.render.typesetter import typesetter

# Lines of 20 px on pages with room for 10 of them.
SHEET = {"test": "@page { size: 400px 200px; margin: 0 } body, p { margin: 0; font: 10px/20px 'Plan Sans' }"}


def lay_out(body: str) -> Layout:
    document, logged = typesetter().lay_out(f"<body>{body}", SHEET)
    return Layout(document, tuple(logged))


def lines(count: int, mark: str = "") -> str:
    return f"<div {mark}>{'<p>line</p>' * count}</div>"


def test_pages_and_how_full_the_last_one_is() -> None:
    layout = lay_out(lines(15))
    assert layout.pages == 2
    assert layout.filled(1) == pytest.approx(0.5)


def test_lines_over_the_budget() -> None:
    assert lay_out(lines(27)).lines_after(0) == 17
    assert lay_out(lines(27)).lines_after(1) == 7


def test_each_part_with_its_lines_over_both_pages() -> None:
    layout = lay_out(lines(3) + lines(12, 'data-section="actions"') + lines(2, 'data-section="people"'))
    assert layout.parts() == [Part("actions", None, 12), Part("people", None, 2)]


def test_the_parts_of_later_pages() -> None:
    layout = lay_out(lines(3) + lines(12, 'data-section="actions"') + lines(2, 'data-section="people"'))
    assert layout.parts(0) == [Part("actions", None, 5), Part("people", None, 2)]
    assert layout.parts(1) == []


def test_how_far_down_a_section_reaches_and_how_much_it_takes() -> None:
    layout = lay_out(lines(3) + lines(8, 'data-section="actions"') + lines(2, 'data-section="people"'))
    assert layout.needed == pytest.approx(1.3)
    assert layout.reach("actions") == pytest.approx(1.1)
    assert layout.reach("people") == pytest.approx(1.3)
    assert layout.reach("risks") is None
    assert layout.share("actions") == pytest.approx(0.8)
    assert layout.share("risks") == 0


def test_items_are_parts_of_their_section() -> None:
    rows = "".join(
        f'<tr data-section="actions" data-item="a{count}"><td>{"<p>line</p>" * count}</td></tr>' for count in (1, 3)
    )
    layout = lay_out(
        f'<section data-section="actions"><table style="border-collapse: collapse">{rows}</table></section>'
    )
    assert layout.parts() == [Part("actions", None, 4), Part("actions", "a1", 1), Part("actions", "a3", 3)]


def test_what_hides_what_it_has_no_room_for_is_found() -> None:
    assert lay_out('<section style="height: 20px; overflow: hidden">' + lines(3) + "</section>").cropping() == [
        "section"
    ]
    assert lay_out(lines(3) + '<svg viewBox="0 0 9 9" width="9"><title>t</title></svg>').cropping() == []


def test_an_empty_page_has_no_lines() -> None:
    layout = lay_out("")
    assert (layout.pages, layout.parts()) == (1, [])
