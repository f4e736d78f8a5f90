"""Texts that are printed over each other: each is found in the file, and neither can be read."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from clientplan.render.measuring import Piece

_TOUCH = 0.3  # mm that two texts may share at their ends
_SHOWN = 40  # characters


def overlaps(texts: list[Piece]) -> list[str]:
    """Each pair of texts that cover each other, in words; all on the same page."""
    found = (pair for _, page in groupby(texts, key=lambda piece: piece.page) for pair in _on_a_page(list(page)))
    return list(dict.fromkeys(f"“{_short(one)}” and “{_short(other)}”" for one, other in found))


def _on_a_page(page: list[Piece]) -> Iterator[tuple[Piece, Piece]]:
    """From top to bottom, each text is only compared with those that haven't ended yet."""
    going: list[Piece] = []
    for piece in sorted(page, key=lambda piece: piece.core.top):
        core = piece.core
        going = [other for other in going if other.core.bottom > core.top]
        for other in going:
            if min(core.right, other.core.right) - max(core.left, other.core.left) > _TOUCH:
                yield other, piece
        going.append(piece)


def _short(piece: Piece) -> str:
    text = " ".join(piece.text.split())
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN].rstrip()}…"
