"""Texts that are printed over each other: each is found in the file, and neither can be read."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from clientplan.render.measuring import Piece

_CORE = 0.5  # of a text's height: what stands in it can't stand in another's; tight lines share no more than their rim
_TOUCH = 0.3  # mm that two texts may share at their ends
_SHOWN = 40  # characters


def overlaps(texts: list[Piece]) -> list[str]:
    """Each pair of texts that cover each other, in words; all on the same page."""
    found = (pair for _, page in groupby(texts, key=lambda piece: piece.page) for pair in _on_a_page(list(page)))
    return list(dict.fromkeys(f"“{_short(one)}” and “{_short(other)}”" for one, other in found))


def _on_a_page(page: list[Piece]) -> Iterator[tuple[Piece, Piece]]:
    """From top to bottom, each text is only compared with those that haven't ended yet."""
    going: list[tuple[float, float, float, float, Piece]] = []
    for top, bottom, left, right, piece in sorted(_core(piece) for piece in page):
        going = [one for one in going if one[1] > top]
        for _, _, other_left, other_right, other in going:
            if min(right, other_right) - max(left, other_left) > _TOUCH:
                yield other, piece
        going.append((top, bottom, left, right, piece))


def _core(piece: Piece) -> tuple[float, float, float, float, Piece]:
    """Top, bottom, left and right of a text's middle, in mm from the top left of the page."""
    rim = piece.height * (1 - _CORE) / 2
    return piece.top + rim, piece.top + piece.height - rim, piece.left, piece.left + piece.width, piece


def _short(piece: Piece) -> str:
    text = " ".join(piece.text.split())
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN].rstrip()}…"
