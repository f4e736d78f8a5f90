"""WeasyPrint on our own HTML and style sheets, fonts and style sheets anew for each document."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from clientplan.render import fonts
from clientplan.render.composing import sheets as style_sheets
from clientplan.render.custom_properties import resolved
from clientplan.render.density import Density
from peers import naive
from peers.case import Case
from peers.command import Command, python
from peers.faces import font
from peers.naive import available

__all__ = ["NAME", "available", "cold", "warm"]
NAME = "plain WeasyPrint, our page"


@contextmanager
def warm(case: Case) -> Iterator[Callable[[], bytes]]:
    page, sheet = case.printed().html, style(case)
    yield lambda: naive.pdf(page, sheet)


def cold(case: Case) -> Command:
    case.file("plain.css", style(case))
    return python("naive", case.file("plain.html", case.printed().html), case.folder / "plain.pdf")


def style(case: Case) -> str:
    """Our style sheets in one, the faces by their files."""
    faces = fonts.stylesheet()
    for face in fonts.FACES:
        faces = faces.replace(face.address, font(face.package, face.file).as_uri())
    sheets = style_sheets(case.pack, case.pack.settings.paper[0], case.brand)
    return "\n".join([faces, *resolved(sheets, Density.NORMAL).values()])
