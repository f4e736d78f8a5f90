"""A blank figure with its heading, measured in inches, so that type keeps its size however many rows there are."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import wraps
from typing import Any, ParamSpec, TypeVar

import matplotlib as mpl
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.text import Text

from clientplan.insight.plots.palette import FAINT, INK, LINE, PAPER, QUIET
from clientplan.insight.plots.type import POINTS, SMALL, TEXT, TITLE, font, lines

LEADING = 1.28
MARGIN = 0.2  # inches
KNOCKED_OUT = {"facecolor": PAPER, "edgecolor": "none", "pad": 0.6}  # round a word that no line should go through
_DPI = 100
P = ParamSpec("P")
R = TypeVar("R")


def height(count: int, size: float = TEXT) -> float:
    """Of so many lines, in inches."""
    return count * size * LEADING / POINTS


@dataclass
class Sheet:
    """`wide` and `high` in inches; `top` is where the heading ends, from the bottom."""

    figure: Figure
    wide: float
    high: float
    top: float

    def axes(self, left: float, bottom: float, wide: float, high: float) -> Axes:
        """An area in inches from the bottom left, without any frame or ticks."""
        place = (left / self.wide, bottom / self.high, wide / self.wide, high / self.high)
        axes = self.figure.add_axes(place)
        axes.set_facecolor("none")
        for side in axes.spines.values():
            side.set_visible(False)
        axes.tick_params(length=0, labelsize=SMALL, labelcolor=QUIET, pad=4)
        return axes

    def rule(self, y: float) -> None:
        """A hairline across the page, at a height in inches."""
        places = [MARGIN / self.wide, 1 - MARGIN / self.wide], [y / self.high] * 2
        self.figure.add_artist(Line2D(*places, color=FAINT, linewidth=0.6))

    def write(self, x: float, y: float, text: str, size: float = TEXT, **look: Any) -> Text:
        """Text at a place in inches from the bottom left, by default by its top left corner."""
        return say(self.figure, x / self.wide, y / self.high, text, size, **{"va": "top", "ha": "left", **look})


def say(where: Figure | Axes, x: float, y: float, text: str, size: float = TEXT, **look: Any) -> Text:
    """Text as it stands: a client's name may hold a dollar sign, and isn't a formula for that."""
    set_in = font(size, strong=look.pop("strong", False))
    looks = {"color": INK, "linespacing": LEADING, "parse_math": False, **look}
    written: Text = where.text(x, y, text, **looks, font=set_in)
    return written


def sheet(wide: float, body: float, sentence: str, *under: str) -> Sheet:
    """A figure `wide` inches wide, with a body of this many inches below its heading.

    Args:
        wide: inches.
        body: inches.
        sentence: the title; as many lines as it needs.
        under: quiet lines below it.
    """
    room = wide - 2 * MARGIN
    title = lines(sentence, room, TITLE, strong=True)
    below = [line for one in under for line in lines(one, room, TEXT)]
    head = height(len(title), TITLE) + (0.06 + height(len(below)) if below else 0.0) + 0.12
    high = MARGIN + body + head + MARGIN
    figure = Figure(figsize=(wide, high), dpi=_DPI, facecolor=PAPER)
    made = Sheet(figure, wide, high, high - MARGIN - head)
    made.write(MARGIN, high - MARGIN, "\n".join(title), TITLE, strong=True)
    if below:
        made.write(MARGIN, high - MARGIN - height(len(title), TITLE) - 0.06, "\n".join(below), color=QUIET)
    return made


def mark(axes: Axes, x: Sequence[float], y: Sequence[float], points: float = 1.4) -> None:
    """A line that is to be told from whatever it crosses: a light edge parts it from a dark bar."""
    for colour, wide in ((PAPER, points + 1.6), (INK, points)):
        axes.plot(x, y, color=colour, linewidth=wide, solid_capstyle="butt")


def ticks_as(axes: Axes, which: str, shown: Callable[[float], str]) -> None:
    """The labels of an axis in our type, each by `shown`, and a faint line across for each."""
    axis = axes.yaxis if which == "y" else axes.xaxis
    axis.set_major_formatter(lambda value, _: shown(value))
    axes.grid(visible=True, axis="y" if which == "y" else "x", color=LINE, linewidth=0.5)
    axes.set_axisbelow(True)
    fix_labels(axes)


def fix_labels(axes: Axes) -> None:
    for label in (*axes.get_xticklabels(), *axes.get_yticklabels()):
        label.set_fontproperties(font(SMALL))
        label.set_parse_math(False)


@contextmanager
def _ours() -> Iterator[None]:
    """A style sheet that somebody set for their own plots isn't ours."""
    with mpl.rc_context():
        mpl.rcParams.update({name: mpl.rcParamsDefault[name] for name in mpl.rcParams if _is_look(name)})
        yield


def _is_look(name: str) -> bool:
    return name.partition(".")[0] in {"axes", "xtick", "ytick", "lines", "patch", "text", "font", "grid", "hatch"}


def quiet(draw: Callable[P, R]) -> Callable[P, R]:
    """Draws by our look, whatever the style of the notebook."""

    @wraps(draw)
    def drawn(*args: P.args, **keywords: P.kwargs) -> R:
        with _ours():
            return draw(*args, **keywords)

    return drawn
