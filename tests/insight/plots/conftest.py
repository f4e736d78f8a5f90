from __future__ import annotations

from collections.abc import Callable

import pytest
from matplotlib.axis import Axis
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.text import Text
from matplotlib.transforms import Bbox

Words = Callable[[Figure], dict[str, Text]]


@pytest.fixture
def words() -> Words:
    """Every text of a figure that can be seen, by what it says with its lines joined."""

    def found(figure: Figure) -> dict[str, Text]:
        FigureCanvasAgg(figure).draw()
        outside = {label for axes in figure.axes for axis in (axes.xaxis, axes.yaxis) for label in _outside(axis)}
        texts = [
            text for text in figure.findobj(Text) if text.get_visible() and text.get_text() and text not in outside
        ]
        return {" ".join(text.get_text().replace("\u00a0", " ").split()): text for text in texts}

    return found


def _outside(axis: Axis) -> list[Text]:
    """Labels of ticks that lie beyond the ends of the axis: they are there, and are never drawn."""
    low, high = sorted(axis.get_view_interval())
    return [tick.label1 for tick in axis.get_major_ticks() if not low <= tick.get_loc() <= high]


@pytest.fixture
def apart(words: Words) -> Callable[[Figure], None]:
    """No text runs out of the figure, or into another."""

    def check(figure: Figure) -> None:
        canvas = FigureCanvasAgg(figure)
        canvas.draw()
        renderer = canvas.get_renderer()
        whole = Bbox.from_bounds(0, 0, *figure.get_size_inches() * figure.dpi).padded(0.5)
        boxes = {said: text.get_window_extent(renderer).padded(-1) for said, text in words(figure).items()}
        for said, box in boxes.items():
            assert whole.contains(box.x0, box.y0), said
            assert whole.contains(box.x1, box.y1), said
        for said, box in boxes.items():
            into = [other for other, its in boxes.items() if other != said and box.overlaps(its)]
            assert not into, (said, into)

    return check
