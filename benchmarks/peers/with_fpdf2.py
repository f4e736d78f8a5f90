"""fpdf2: the page drawn cell by cell, fonts embedded anew for each document.

python -m peers.with_fpdf2 content.json page.pdf
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:  # the process that is measured loads no more than it needs
    from peers.case import Case
    from peers.command import Command

NAME = "fpdf2"
_WIDTH = 176  # mm between the margins
_LINE = 4.1  # mm
_INK, _QUIET, _ACCENT, _RULE = (27, 31, 35), (86, 97, 106), (29, 78, 95), (201, 208, 213)

Cell = tuple[str, str, Any]  # text, style of the font, colour


def available() -> str | None:
    """Why it can't be measured; None when it can."""
    return None if find_spec("fpdf") else "fpdf2 isn't installed"


@contextmanager
def warm(case: Case) -> Iterator[Callable[[], bytes]]:
    yield lambda: pdf(case.content)


def cold(case: Case) -> Command:
    from peers.command import python

    return python("with_fpdf2", case.json(), case.folder / "fpdf2.pdf")


def pdf(content: dict[str, Any], *, shaped: bool = False) -> bytes:
    from fpdf import FPDF

    from peers.faces import FACES, font

    class Paper(FPDF):  # type: ignore[misc]  # it comes without types
        def header(self) -> None:
            self.set_y(10)
            _set(self, ("", "", _QUIET))
            self.cell(_WIDTH / 2, 4, content["sender"])
            _set(self, ("", "B", _ACCENT))
            self.cell(_WIDTH / 2, 4, content["marks"], align="R", new_x="LMARGIN", new_y="NEXT")
            self.set_y(19)

        def footer(self) -> None:
            self.set_y(-15)
            _set(self, ("", "", _QUIET))
            before, between, after = content["number"]
            self.cell(_WIDTH * 0.84, 4, content["foot"])
            self.cell(_WIDTH * 0.16, 4, f"{before}{self.page_no()}{between}{{nb}}{after}", align="R")

    paper = Paper(format="A4")
    paper.set_margins(17, 19, 17)
    paper.set_auto_page_break(auto=True, margin=21)
    paper.alias_nb_pages()
    for family, weight, package, file in FACES:
        paper.add_font(family, "B" if weight > 400 else "", font(package, file))
    if shaped:
        paper.set_text_shaping(True)
    paper.set_title(content["title"])
    paper.set_lang(content["language"])
    paper.add_page()
    for part in (_head, _purpose, _objectives, _actions, _stops, _results, _people, _risks, _review):
        part(paper, content)
    return bytes(paper.output())


def _set(paper: Any, cell: Cell, size: float = 8.6, family: str = "Sans") -> None:
    paper.set_font(family, cell[1], size)
    paper.set_text_color(*cell[2])


def _row(paper: Any, cells: Sequence[Sequence[Cell]], widths: Sequence[float], *, ruled: bool = True) -> float:
    """Cells side by side, each of several paragraphs; gives back where they began."""
    gap, pad = 3, 1.0
    heights = [
        sum(_paragraph(paper, one, width - gap, dry=True) for one in cell if one[0])
        for cell, width in zip(cells, widths, strict=True)
    ]
    height = max(heights) + 2 * pad * ruled
    if paper.get_y() + height > paper.h - paper.b_margin:
        paper.add_page()
    top, x = paper.get_y(), paper.l_margin
    if ruled:
        paper.set_draw_color(*_RULE)
        paper.line(x, top, x + _WIDTH, top)
    for cell, width in zip(cells, widths, strict=True):
        paper.set_xy(x, top + pad * ruled)
        for one in cell:
            if one[0]:
                paper.set_x(x)
                _paragraph(paper, one, width - gap)
        x += width
    paper.set_xy(paper.l_margin, top + height)
    return float(top)


def _paragraph(paper: Any, cell: Cell, width: float, *, dry: bool = False) -> float:
    _set(paper, cell)
    given = {"align": "L", "new_x": "LEFT", "new_y": "NEXT"}
    found = paper.multi_cell(width, _LINE, cell[0], dry_run=dry, output="HEIGHT", **given)
    return float(found)


def _title(paper: Any, text: str) -> None:
    paper.ln(4)
    _set(paper, ("", "B", _ACCENT), 10.5)
    paper.cell(_WIDTH, 5.5, text, new_x="LMARGIN", new_y="NEXT")


def _columns(paper: Any, names: Sequence[str], widths: Sequence[float]) -> None:
    _row(paper, [[(name, "", _QUIET)] for name in names], widths, ruled=False)


def _facts(paper: Any, facts: Sequence[Sequence[str]]) -> None:
    widths = [_WIDTH / len(facts)] * len(facts)
    _row(paper, [[(label, "", _QUIET), (value, "B", _INK)] for label, value in facts], widths, ruled=False)


def _head(paper: Any, content: dict[str, Any]) -> None:
    _row(paper, [[(content["kind"], "B", _ACCENT)]], [_WIDTH], ruled=False)
    _set(paper, ("", "B", _INK), 24, "Serif")
    paper.cell(_WIDTH, 11, content["client"], new_x="LMARGIN", new_y="NEXT")
    _facts(paper, content["facts"])
    paper.ln(1.5)
    _row(paper, [[(content["reason"][0], "", _QUIET)], [(content["reason"][1], "", _INK)]], [30, 146], ruled=False)


def _purpose(paper: Any, content: dict[str, Any]) -> None:
    intents, value = content["intents"], content["value"]
    _title(paper, intents["title"])
    cells = [[(party, "", _QUIET), (text, "", _INK), (said, "", _QUIET)] for party, text, said in intents["items"]]
    _row(paper, cells, [_WIDTH / len(cells)] * len(cells), ruled=False)
    _title(paper, value["title"])
    cells = [[(question, "B", _QUIET), (text, "", _INK)] for question, text in value["answers"]]
    _row(paper, cells, [_WIDTH / len(cells)] * len(cells), ruled=False)
    evidence = [(text, "", _QUIET) for text in value["evidence"]]
    _row(paper, [[(value["label"], "B", _QUIET)], evidence], [17, 159], ruled=False)


def _objectives(paper: Any, content: dict[str, Any]) -> None:
    found = content["objectives"]
    widths = (10, 24, 56, 18, 28, 22, 18)
    _title(paper, found["title"])
    _columns(paper, found["columns"], (34, *widths[2:]))
    for row in found["rows"]:
        kind = [(part, "", _INK if not at else _QUIET) for at, part in enumerate(row["kind"])]
        step = [(row["words"], "", _INK), (row["name"], "", _QUIET), (row["note"], "", _INK)]
        target = [(row["target"], "B", _INK), (row["due"], "", _QUIET)]
        latest = [(" ", "", _INK), (row["latest"], "", _QUIET)]
        cells = [[(row["id"], "", _QUIET)], kind, step, [(row["baseline"], "", _INK)], latest, target]
        top = _row(paper, [*cells, [(row["status"], "", _INK)]], widths)
        if row["part"] is not None:
            _bar(paper, paper.l_margin + sum(widths[:4]), top + 2.4, 25, row["part"])


def _bar(paper: Any, x: float, y: float, width: float, part: float) -> None:
    paper.set_fill_color(221, 226, 230)
    paper.rect(x, y, width, 1.4, style="F")
    paper.set_fill_color(*_ACCENT)
    paper.rect(x, y, width * part, 1.4, style="F")


def _actions(paper: Any, content: dict[str, Any]) -> None:
    found = content["actions"]
    widths = (10, 50, 43, 12, 28, 12, 21)
    _title(paper, found["title"])
    _columns(paper, found["columns"], (60, *widths[2:]))
    for row in found["rows"]:
        what = [(row["what"], "", _INK), (row["tag"], "", _ACCENT), (row["note"], "", _INK)]
        single = [[(row[name], "", _INK)] for name in ("done_when", "for", "owner", "hours")]
        due = [(row["due"], "", _INK), (row["status"], "", _QUIET)]
        _row(paper, [[(row["id"], "", _QUIET)], what, *single, due], widths)
    closed = [(f"{name} {what} · {status}", "", _QUIET) for name, what, status in found["closed"]]
    if closed:
        _row(paper, [closed], [_WIDTH])
    if content["next_step"]:
        label, what, rest = content["next_step"]
        paper.ln(3)
        _row(paper, [[(label, "B", _ACCENT)], [(what, "B", _INK), (rest, "", _INK)]], [31, 145])


def _stops(paper: Any, content: dict[str, Any]) -> None:
    _title(paper, content["stops"]["title"])
    for row in content["stops"]["rows"]:
        _row(paper, [[(cell, "", _INK)] for cell in row], (68, 77, 31))


def _results(paper: Any, content: dict[str, Any]) -> None:
    found = content["results"]
    if paper.get_y() + 55 > paper.h - paper.b_margin:
        paper.add_page()
    _title(paper, found["title"])
    left, width, height, top = paper.l_margin + 20, _WIDTH - 20, 22, paper.get_y()
    for mark in found["marks"]:
        x, wide = left + mark["left"] * width, mark["width"] * width
        if mark["height"] is not None:
            paper.set_fill_color(*_ACCENT)
            paper.rect(x, top + mark["top"] * height, wide, mark["height"] * height, style="F")
        if mark["plan"] is not None:
            paper.set_fill_color(*_INK)
            paper.rect(x - wide * 0.15, top + mark["plan"] * height - 0.2, wide * 1.3, 0.4, style="F")
    paper.set_y(top + height + 1)
    months = len(found["months"])
    lines = ((found["unit"], found["months"]), *zip(found["labels"], (found["actual"], found["plan"]), strict=True))
    for label, cells in lines:
        _set(paper, ("", "", _QUIET), 8)
        paper.cell(20, _LINE, label)
        for text in cells:
            paper.cell(width / months, _LINE, text, align="C")
        paper.ln(_LINE)
    paper.ln(2)
    _row(paper, [[(content["worth"]["title"], "B", _ACCENT)]], [_WIDTH], ruled=False)
    _facts(paper, content["worth"]["facts"])


def _people(paper: Any, content: dict[str, Any]) -> None:
    widths = (34, 46, 18, 22, 26, 30)
    _title(paper, content["people"]["title"])
    _columns(paper, content["people"]["columns"], widths)
    for row in content["people"]["rows"]:
        _row(paper, [[(cell, "", _INK)] for cell in row], widths)


def _risks(paper: Any, content: dict[str, Any]) -> None:
    widths = (80, 24, 72)
    _title(paper, content["risks"]["title"])
    _columns(paper, content["risks"]["columns"], widths)
    for row in content["risks"]["rows"]:
        _row(paper, [[(cell, "", _INK)] for cell in row], widths)


def _review(paper: Any, content: dict[str, Any]) -> None:
    _title(paper, content["review"]["title"])
    for name, what, note, how, day in content["review"]["rows"]:
        cells = [[(name, "", _QUIET)], [(what, "", _INK), (note, "", _INK)], [(how, "B", _INK)], [(day, "", _INK)]]
        _row(paper, cells, (10, 98, 40, 28))
    for label, text in content["review"]["said"]:
        _row(paper, [[(label, "", _QUIET)], [(text, "", _INK)]], (30, 146), ruled=False)


if __name__ == "__main__":
    source, target = map(Path, sys.argv[1:])
    target.write_bytes(pdf(json.loads(source.read_text(encoding="utf-8"))))
