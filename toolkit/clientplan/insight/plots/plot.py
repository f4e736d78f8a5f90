"""A figure and the sentence that says what is to be seen in it."""

from __future__ import annotations

from base64 import b64encode
from dataclasses import dataclass
from html import escape
from io import BytesIO

from matplotlib.figure import Figure

_SHARP = 2  # times the pixels that a notebook shows, for screens that have them


@dataclass(frozen=True)
class Plot:
    """`sentence` is the title as well, and the alternative text wherever the picture goes."""

    figure: Figure
    sentence: str

    def png(self, scale: float = _SHARP) -> bytes:
        """The picture; the same figure gives the same bytes with the same release of matplotlib."""
        file = BytesIO()
        self.figure.savefig(file, format="png", dpi=self.figure.dpi * scale, metadata={"Software": None})
        return file.getvalue()

    def _repr_mimebundle_(self, include: object = None, exclude: object = None) -> dict[str, str]:
        """How a notebook shows it: with its alternative text, which a bare figure would lose."""
        del include, exclude  # there is only one way
        width = round(self.figure.get_figwidth() * self.figure.dpi)
        source = f"data:image/png;base64,{b64encode(self.png()).decode()}"
        image = f'<img width="{width}" style="max-width: 100%" alt="{escape(self.sentence)}" src="{source}">'
        return {"text/html": image, "text/plain": self.sentence}
