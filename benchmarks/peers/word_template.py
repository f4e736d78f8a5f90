"""The Word template that docxtpl fills in: what its user would draw in Word, once."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

_MARGIN = 17  # mm


class Template:
    """A Word document with the marks of docxtpl in its texts and tables."""

    def __init__(self) -> None:
        from docx import Document
        from docx.shared import Mm, Pt

        self._mm, self._pt = Mm, Pt
        self._document: Any = Document()
        page = self._document.sections[0]
        page.page_width, page.page_height = Mm(210), Mm(297)
        page.left_margin = page.right_margin = Mm(_MARGIN)
        page.top_margin = page.bottom_margin = Mm(_MARGIN + 1)
        page.header_distance = page.footer_distance = Mm(9)
        normal = self._document.styles["Normal"]
        normal.font.name, normal.font.size = "Source Sans Pro", Pt(8.5)
        normal.paragraph_format.space_after = Pt(0)
        page.header.paragraphs[0].text = "{{ sender }}\t\t{{ marks }}"
        self._foot(page.footer.paragraphs[0])

    def save(self, path: Path) -> None:
        self._document.save(path)

    def title(self, words: str) -> None:
        found = self._document.add_paragraph()
        found.paragraph_format.space_before, found.paragraph_format.keep_with_next = self._pt(6), True
        run = found.add_run(words)
        run.bold, run.font.size = True, self._pt(10.5)

    def plain(self, words: str, *, bold: bool = False, size: float = 8.5) -> None:
        run = self._document.add_paragraph().add_run(words)
        run.bold, run.font.size = bold, self._pt(size)

    def table(self, head: Sequence[str], rows: str, cells: Sequence[str], widths: Sequence[int]) -> None:
        """A row for each of `rows`, which the cells call `row`."""
        lines = [[f"{{%tr for row in {rows} %}}"], list(cells), ["{%tr endfor %}"]]
        if head:
            lines.insert(0, list(head))
        made = self._document.add_table(len(lines), len(cells))
        made.autofit = False
        for drawn, texts in zip(made.rows, lines, strict=True):
            for cell, width in zip(drawn.cells, widths, strict=True):
                cell.width = self._mm(width)
            for cell, text in zip(drawn.cells, texts, strict=False):
                cell.text = text

    def across(self, items: str, cell: str, width: int) -> None:
        """Side by side: a cell for each of `items`, which it calls `one`."""
        made = self._document.add_table(1, 3)
        texts = (f"{{%tc for one in {items} %}}", cell, "{%tc endfor %}")
        for drawn, text in zip(made.rows[0].cells, texts, strict=True):
            drawn.text, drawn.width = text, self._mm(width)

    def _foot(self, paragraph: Any) -> None:
        from docx.oxml import OxmlElement
        from docx.oxml.ns import qn

        paragraph.add_run("{{ foot }}\t{{ number[0] }}")
        for name, after in (("PAGE", "{{ number[1] }}"), ("NUMPAGES", "{{ number[2] }}")):
            field = OxmlElement("w:fldSimple")
            field.set(qn("w:instr"), name)
            paragraph._p.append(field)  # noqa: SLF001  # python-docx knows no fields
            paragraph.add_run(after)


def draw(path: Path) -> None:
    template = Template()
    for part in (_head, _objectives, _actions, _second):
        part(template)
    template.save(path)


def _columns(table: str, count: int) -> list[str]:
    return [f"{{{{ {table}.columns[{at}] }}}}" for at in range(count)]


def _cells(count: int) -> list[str]:
    return [f"{{{{ row[{at}] }}}}" for at in range(count)]


def _head(template: Template) -> None:
    template.plain("{{ kind }}", bold=True)
    template.plain("{{ client }}", bold=True, size=24)
    template.across("facts", "{{ one[0] }}\n{{ one[1] }}", 29)
    template.plain("{{ reason[0] }} {{ reason[1] }}")
    template.title("{{ intents.title }}")
    template.across("intents['items']", "{{ one[0] }}\n{{ one[1] }}\n{{ one[2] }}", 88)
    template.title("{{ value.title }}")
    template.across("value.answers", "{{ one[0] }}\n{{ one[1] }}", 44)
    template.plain("{{ value.label }} – {{ value.evidence | join('; ') }}")


def _objectives(template: Template) -> None:
    template.title("{{ objectives.title }}")
    cells = (
        "{{ row.id }}",
        "{{ row.kind | join(' ') }}",
        "{{ row.words }} {{ row.name }} {{ row.note }}",
        "{{ row.baseline }}",
        "{{ row.latest }}",
        "{{ row.target }} {{ row.due }}",
        "{{ row.status }}",
    )
    template.table(["", *_columns("objectives", 6)], "objectives.rows", cells, (8, 24, 58, 18, 28, 22, 18))


def _actions(template: Template) -> None:
    template.title("{{ actions.title }}")
    cells = (
        "{{ row.id }}",
        "{{ row.what }} {{ row.tag }} {{ row.note }}",
        "{{ row.done_when }}",
        "{{ row['for'] }}",
        "{{ row.owner }}",
        "{{ row.hours }}",
        "{{ row.due }} {{ row.status }}",
    )
    template.table(["", *_columns("actions", 6)], "actions.rows", cells, (8, 50, 44, 11, 28, 12, 23))
    template.plain("{% for one in actions.closed %}{{ one[0] }} {{ one[1] }} · {{ one[2] }}\n{% endfor %}")
    template.title("{{ next_step[0] }} {{ next_step[1] }} · {{ next_step[2] }}")


def _second(template: Template) -> None:
    template.title("{{ stops.title }}")
    template.table((), "stops.rows", _cells(3), (68, 77, 31))
    template.title("{{ results.title }}")
    template.plain("{{ chart }}")
    template.across("months", "{{ one[0] }}\n{{ one[1] }}\n{{ one[2] }}", 13)
    template.title("{{ worth.title }}")
    template.across("worth.facts", "{{ one[0] }}\n{{ one[1] }}", 58)
    for name, widths in (("people", (34, 46, 18, 22, 26, 30)), ("risks", (80, 24, 72))):
        template.title(f"{{{{ {name}.title }}}}")
        template.table(_columns(name, len(widths)), f"{name}.rows", _cells(len(widths)), widths)
    template.title("{{ review.title }}")
    cells = ("{{ row[0] }}", "{{ row[1] }} {{ row[2] }}", "{{ row[3] }}", "{{ row[4] }}")
    template.table((), "review.rows", cells, (8, 100, 40, 28))
    template.plain("{% for one in review.said %}{{ one[0] }} {{ one[1] }}\n{% endfor %}")
