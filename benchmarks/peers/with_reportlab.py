"""ReportLab's platypus: paragraphs in tables, as its user guide has it.

python -m peers.with_reportlab content.json page.pdf
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from html import escape
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:  # the process that is measured loads no more than it needs
    from peers.case import Case
    from peers.command import Command

NAME = "ReportLab"
_INK, _QUIET, _ACCENT, _RULE = "#1b1f23", "#56616a", "#1d4e5f", "#c9d0d5"
_WIDTH = 176  # mm between the margins


def available() -> str | None:
    """Why it can't be measured; None when it can."""
    return None if find_spec("reportlab") else "reportlab isn't installed"


@contextmanager
def warm(case: Case) -> Iterator[Callable[[], bytes]]:
    yield lambda: pdf(case.content)


def cold(case: Case) -> Command:
    from peers.command import python

    return python("with_reportlab", case.json(), case.folder / "reportlab.pdf")


def pdf(content: dict[str, Any]) -> bytes:
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.units import mm
    from reportlab.platypus import SimpleDocTemplate

    _register()
    out = BytesIO()
    margins = {"leftMargin": 17 * mm, "rightMargin": 17 * mm, "topMargin": 17 * mm, "bottomMargin": 19 * mm}
    document = SimpleDocTemplate(out, pagesize=A4, title=content["title"], lang=content["language"], **margins)
    story = [part for make in (_head, _purpose, _objectives, _actions, _second) for part in make(content)]
    document.build(story, canvasmaker=_numbered(content))
    return out.getvalue()


def _register() -> None:
    """Once a process: ReportLab keeps its fonts by name."""
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    from peers.faces import FACES, font

    for family, weight, package, file in FACES:
        name = f"{family}-{weight}"
        if name not in pdfmetrics.getRegisteredFontNames():
            pdfmetrics.registerFont(TTFont(name, str(font(package, file))))


def _numbered(content: dict[str, Any]) -> Any:
    """Head and foot with the count of pages, which is known at the end only."""
    from reportlab.lib.units import mm
    from reportlab.pdfgen.canvas import Canvas

    class Numbered(Canvas):  # type: ignore[misc]  # it comes without types
        def __init__(self, *given: Any, **named: Any) -> None:
            super().__init__(*given, **named)
            self._kept: list[dict[str, Any]] = []

        def showPage(self) -> None:  # noqa: N802  # ReportLab's name
            self._kept.append(dict(self.__dict__))
            self._startPage()

        def save(self) -> None:
            before, between, after = content["number"]
            for kept in self._kept:
                self.__dict__.update(kept)
                self.setFont("Sans-400", 8.5)
                self.drawString(17 * mm, 285 * mm, content["sender"])
                self.drawString(17 * mm, 12 * mm, content["foot"])
                self.drawRightString(193 * mm, 12 * mm, f"{before}{self._pageNumber}{between}{len(self._kept)}{after}")
                self.setFont("Sans-600", 8.5)
                self.drawRightString(193 * mm, 285 * mm, content["marks"])
                super().showPage()
            super().save()

    return Numbered


def _text(text: str, face: str = "Sans-400", size: float = 9.2, colour: str = _INK, *, centre: bool = False) -> Any:
    from reportlab.lib.enums import TA_CENTER, TA_LEFT
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.platypus import Paragraph

    named = {"fontName": face, "fontSize": size, "leading": size * 1.3, "textColor": colour}
    style = ParagraphStyle(face, alignment=TA_CENTER if centre else TA_LEFT, **named)
    return Paragraph(escape(text), style)


def _quiet(text: str) -> Any:
    return _text(text, size=8.5, colour=_QUIET)


def _strong(text: str) -> Any:
    return _text(text, "Sans-600")


def _title(text: str) -> list[Any]:
    from reportlab.platypus import CondPageBreak, Spacer

    return [CondPageBreak(60), Spacer(0, 9), _text(text, "Sans-600", 10.5, _ACCENT), Spacer(0, 3)]


def _table(rows: Sequence[Sequence[Any]], widths: Sequence[float], *, header: bool = False, ruled: bool = True) -> Any:
    from reportlab.lib.units import mm
    from reportlab.platypus import Table

    style: list[tuple[Any, ...]] = [
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LEFTPADDING", (0, 0), (-1, -1), 0),
        ("RIGHTPADDING", (0, 0), (-1, -1), 3 * mm),
        ("TOPPADDING", (0, 0), (-1, -1), 1 * mm if ruled else 0),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 1 * mm if ruled else 0),
    ]
    if ruled:
        style.append(("LINEABOVE", (0, 1 if header else 0), (-1, -1), 0.5, _RULE))
    total = sum(widths)
    return Table(rows, [width / total * _WIDTH * mm for width in widths], repeatRows=int(header), style=style)


def _facts(facts: Sequence[Sequence[str]]) -> Any:
    return _table([[[_quiet(label), _strong(value)] for label, value in facts]], [1] * len(facts), ruled=False)


def _head(content: dict[str, Any]) -> Iterator[Any]:
    yield _text(content["kind"], "Sans-600", 8.5, _ACCENT)
    yield _text(content["client"], "Serif-600", 24)
    yield _facts(content["facts"])
    yield _table([[_quiet(content["reason"][0]), _text(content["reason"][1])]], [30, 146], ruled=False)


def _purpose(content: dict[str, Any]) -> Iterator[Any]:
    intents, value = content["intents"], content["value"]
    yield from _title(intents["title"])
    cells = [[_quiet(party), _text(text, "Serif-400", 10.6), _quiet(said)] for party, text, said in intents["items"]]
    yield _table([cells], [1] * len(cells), ruled=False)
    yield from _title(value["title"])
    cells = [[_quiet(question), _text(text)] for question, text in value["answers"]]
    yield _table([cells], [1] * len(cells), ruled=False)
    yield _table([[_quiet(value["label"]), [_quiet(text) for text in value["evidence"]]]], [17, 159], ruled=False)


def _objectives(content: dict[str, Any]) -> Iterator[Any]:
    found = content["objectives"]
    yield from _title(found["title"])
    rows: list[list[Any]] = [["", *(_quiet(name) for name in found["columns"])]]
    for row in found["rows"]:
        step = [_text(row["words"]), *(_quiet(row[part]) for part in ("name", "note") if row[part])]
        latest = [_bar(row["part"])] if row["part"] is not None else []
        rows.append(
            [
                _quiet(row["id"]),
                [_quiet(part) for part in row["kind"]],
                step,
                _text(row["baseline"]),
                [*latest, _quiet(row["latest"])],
                [_strong(row["target"]), _quiet(row["due"])],
                _text(row["status"]),
            ]
        )
    yield _table(rows, [8, 24, 60, 18, 28, 22, 18], header=True)


def _bar(part: float) -> Any:
    from reportlab.graphics.shapes import Drawing, Rect
    from reportlab.lib.colors import HexColor
    from reportlab.lib.units import mm

    drawing, width = Drawing(24 * mm, 3 * mm), 24 * mm
    drawing.add(Rect(0, 0.8 * mm, width, 1.4 * mm, fillColor=HexColor("#dde2e6"), strokeColor=None))
    drawing.add(Rect(0, 0.8 * mm, width * part, 1.4 * mm, fillColor=HexColor(_ACCENT), strokeColor=None))
    return drawing


def _actions(content: dict[str, Any]) -> Iterator[Any]:
    from reportlab.platypus import Spacer

    found = content["actions"]
    yield from _title(found["title"])
    rows: list[list[Any]] = [["", *(_quiet(name) for name in found["columns"])]]
    for row in found["rows"]:
        what = [_text(row["what"]), *(_quiet(row[part]) for part in ("tag", "note") if row[part])]
        single = [_text(row[name]) for name in ("done_when", "for", "owner", "hours")]
        rows.append([_quiet(row["id"]), what, *single, [_text(row["due"]), _quiet(row["status"])]])
    yield _table(rows, [8, 52, 44, 10, 28, 12, 22], header=True)
    yield from (_quiet(f"{name} {what} · {status}") for name, what, status in found["closed"])
    if content["next_step"]:
        label, what, rest = content["next_step"]
        yield Spacer(0, 8)
        yield _table([[_text(label, "Sans-600", 10.5, _ACCENT), [_strong(what), _text(rest)]]], [31, 145])


def _second(content: dict[str, Any]) -> Iterator[Any]:
    yield from _title(content["stops"]["title"])
    yield _table([[_text(cell) for cell in row] for row in content["stops"]["rows"]], [68, 77, 31])
    yield from _title(content["results"]["title"])
    yield from _results(content["results"])
    yield from _title(content["worth"]["title"])
    yield _facts(content["worth"]["facts"])
    for name, widths in (("people", [34, 46, 18, 22, 26, 30]), ("risks", [80, 24, 72])):
        found = content[name]
        yield from _title(found["title"])
        head = [_quiet(column) for column in found["columns"]]
        yield _table([head, *([_text(cell) for cell in row] for row in found["rows"])], widths, header=True)
    review = content["review"]
    yield from _title(review["title"])
    if review["rows"]:
        rows = [
            [_quiet(name), [_text(what), _text(note)], _strong(how), _text(day)]
            for name, what, note, how, day in review["rows"]
        ]
        yield _table(rows, [8, 100, 40, 28])
    if review["said"]:
        yield _table([[_quiet(label), _text(text)] for label, text in review["said"]], [30, 146], ruled=False)


def _results(found: dict[str, Any]) -> Iterator[Any]:
    from reportlab.graphics.shapes import Drawing, Rect
    from reportlab.lib.colors import HexColor
    from reportlab.lib.units import mm

    left, width, height = 20 * mm, 156 * mm, 22 * mm
    drawing = Drawing(176 * mm, height + 2)
    for mark in found["marks"]:
        x, wide = left + mark["left"] * width, mark["width"] * width
        if mark["height"] is not None:
            top = height * (1 - mark["top"] - mark["height"])
            colour = HexColor(_ACCENT)
            drawing.add(Rect(x, top, wide, mark["height"] * height, fillColor=colour, strokeColor=None))
        if mark["plan"] is not None:
            y = height * (1 - mark["plan"])
            drawing.add(Rect(x - wide * 0.15, y, wide * 1.3, 1, fillColor=HexColor(_INK), strokeColor=None))
    yield drawing
    lines = ((found["unit"], found["months"]), *zip(found["labels"], (found["actual"], found["plan"]), strict=True))
    rows = [[_quiet(label), *(_text(cell, size=7.5, centre=True) for cell in cells)] for label, cells in lines]
    yield _narrow(rows)


def _narrow(rows: list[list[Any]]) -> Any:
    from reportlab.lib.units import mm
    from reportlab.platypus import Table

    plain = [(f"{side}PADDING", (0, 0), (-1, -1), 0) for side in ("LEFT", "RIGHT", "TOP", "BOTTOM")]
    months = len(rows[0]) - 1
    return Table(rows, [20 * mm, *([156 / months * mm] * months)], style=[*plain, ("VALIGN", (0, 0), (-1, -1), "TOP")])


if __name__ == "__main__":
    source, target = map(Path, sys.argv[1:])
    target.write_bytes(pdf(json.loads(source.read_text(encoding="utf-8"))))
