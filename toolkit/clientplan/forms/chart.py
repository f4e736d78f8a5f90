"""Monthly bars as inline SVG: no library, nothing fetched, and readable without seeing it."""

from __future__ import annotations

from clientplan.forms.markup import Markup, tag

_WIDTH, _HEIGHT, _LEFT, _FOOT = 820, 170, 76, 22
_EVERY = 3  # a month in three has its name under the bar


def bars(values: list[tuple[str, float]], *, title: str, top: str) -> Markup:
    """A bar a month. `top` is the largest value in words, written at the height where it stands."""
    high = max([0.0, *(value for _, value in values)])
    low = min([0.0, *(value for _, value in values)])
    scale = (_HEIGHT - _FOOT - 14) / ((high - low) or 1.0)
    zero = 14 + high * scale
    step = (_WIDTH - _LEFT) / max(len(values), 1)
    drawn = [_bar(_LEFT + at * step, value, zero, scale, step) for at, (_, value) in enumerate(values)]
    names = [
        tag("text", month, x=f"{_LEFT + at * step:.1f}", y=str(_HEIGHT - 6))
        for at, (month, _) in enumerate(values)
        if at % _EVERY == 0
    ]
    axis = tag("line", x1=str(_LEFT), x2=str(_WIDTH), y1=f"{zero:.1f}", y2=f"{zero:.1f}", stroke="#8c989e")
    label = tag("text", top, x=str(_LEFT - 8), y="22", text_anchor="end")
    return tag(
        "svg",
        tag("title", title),
        axis,
        *drawn,
        label,
        *names,
        viewBox=f"0 0 {_WIDTH} {_HEIGHT}",
        role="img",
        aria_label=title,
        class_="cp-chart",
    )


def _bar(left: float, value: float, zero: float, scale: float, step: float) -> Markup:
    height = abs(value) * scale
    y = zero - height if value > 0 else zero
    return tag(
        "rect",
        x=f"{left:.1f}",
        y=f"{y:.1f}",
        width=f"{step * 0.72:.1f}",
        height=f"{height:.1f}",
        class_="cp-bar" if value >= 0 else "cp-bar-below",
    )
