from __future__ import annotations

from clientplan.render.page_parts import PageParts, known, marks, only, parts_of
from clientplan.render.tree import read
from clientplan.render.typesetter import typesetter

SHEET = {
    "t": "@page { size: 400px 200px; margin: 0 } * { margin: 0; font: 10px/20px 'Plan Sans' } h2 { display: block }"
}
ROWS = "".join(f'<tr data-section="actions" data-item="a{n}"><td>row {n}</td></tr>' for n in range(12))
PAGE = f"""<html lang="en"><body><header>head</header>
<section data-section="actions"><h2>Actions</h2><table><tbody>{ROWS}</tbody></table></section>
<section data-section="people"><h2>People</h2><p>nobody</p></section>
</body></html>"""


def pages() -> tuple[PageParts, ...]:
    document, _ = typesetter().lay_out(read(PAGE, ours=True), SHEET, lean=True)
    return parts_of(document)


def text_of(page: PageParts) -> str:
    return " ".join("".join(only(read(PAGE, ours=True), page).itertext()).split())


def test_each_part_stands_on_its_page_and_a_table_on_both() -> None:
    first, second = pages()
    assert first.first
    assert not second.first
    assert ("actions", None) in first.parts & second.parts
    assert second.going_on == {"actions"}
    assert {item for _, item in first.parts & second.parts} == {None}
    assert known([first, second]) == marks(read(PAGE, ours=True))


def test_one_page_holds_what_stands_on_it_and_a_heading_only_where_its_section_begins() -> None:
    first, second = pages()
    assert text_of(first).startswith("head Actionsrow 0")
    assert "People" not in text_of(first)
    assert "head" not in text_of(second)
    assert "Actions" not in text_of(second)
    assert text_of(second).endswith("People nobody") or text_of(second).endswith("Peoplenobody")
    assert (text_of(first) + text_of(second)).count("row") == 12
