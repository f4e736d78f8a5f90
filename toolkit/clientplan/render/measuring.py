"""What a laid-out page measures: the size of its type, and how near its text comes to the edge of the paper."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from math import sqrt
from typing import Any, NamedTuple

_PT = 0.75  # of a CSS pixel
_MM = 25.4 / 96
_SMALL = 0.5  # of a font's size: the height of small letters
_BODY = 1 / 3  # the smallest type that carries this part of the letters is body type


class Core(NamedTuple):
    """Where the small letters of a text stand, whatever else its font leaves room for; in mm from the top left."""

    left: float
    right: float
    top: float
    bottom: float


class Piece(NamedTuple):
    """A piece of text as it is set: its page, letters, their size in pt, and its distance from each edge in mm."""

    page: int
    text: str
    letters: int
    size: float
    left: float
    top: float
    right: float
    bottom: float
    core: Core


def measure(texts: list[Piece]) -> tuple[float | None, float | None]:
    """The size of the body type in pt, and the narrowest margin around the text in mm; None where there is no text.

    Transforms are followed, so that text that a style sheet scales down is as small as it looks.
    """
    if not texts:
        return None, None
    margin = min(min(piece.left, piece.top, piece.right, piece.bottom) for piece in texts)
    return _body(texts), round(margin, 2)


def pieces(document: Any) -> list[Piece]:
    """Each piece of text of a laid-out document, but for what runs along in head and foot."""
    return [piece for number, page in enumerate(document.pages) for piece in _pieces(number, page)]


def _body(texts: list[Piece]) -> float:
    letters: Counter[float] = Counter()
    for piece in texts:
        letters[round(piece.size, 2)] += piece.letters
    usual = [size for size, count in letters.items() if count >= _BODY * letters.total()]
    return min(usual, default=letters.most_common(1)[0][0])


def _pieces(number: int, page: Any) -> Iterator[Piece]:
    paper = page._page_box  # noqa: SLF001  # as in layout.py: WeasyPrint offers no other way to the figures
    width, height = paper.margin_width(), paper.margin_height()
    waiting = [(box, None) for box in paper.children if type(box).__name__ != "MarginBox"]
    while waiting:
        box, around = waiting.pop()
        matrix = _joined(box.transformation_matrix, around)
        waiting += [(child, matrix) for child in getattr(box, "children", ())]
        text = getattr(box, "text", "")
        if letters := sum(not sign.isspace() for sign in text):
            size = box.style["font_size"] * (sqrt(abs(matrix.determinant)) if matrix else 1)
            left, right, top, bottom = _extent(box, matrix, box.position_y, box.position_y + box.height)
            right, bottom = width - right, height - bottom
            line = box.position_y + box.baseline
            core = Core(*(edge * _MM for edge in _extent(box, matrix, line - _SMALL * box.style["font_size"], line)))
            edges = (left * _MM, top * _MM, right * _MM, bottom * _MM)
            yield Piece(number, text, letters, size * _PT, *edges, core)


def _joined(own: Any, around: Any) -> Any:
    return own @ around if own and around else own or around


def _extent(box: Any, matrix: Any, top: float, bottom: float) -> tuple[float, float, float, float]:
    """Left, right, top and bottom of a text between two heights, as they look."""
    corners = [(x, y) for x in (box.position_x, box.position_x + box.width) for y in (top, bottom)]
    if matrix:
        corners = [matrix.transform_point(x, y) for x, y in corners]
    across, down = zip(*corners, strict=True)
    return min(across), max(across), min(down), max(down)
