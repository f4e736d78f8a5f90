"""WeasyPrint as its tutorial has it: one page with grid and flex; fonts and style sheet anew for each document.

python -m peers.naive page.html page.pdf     (the style sheet is page.css; more pages follow in pairs)
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from peers.faces import FACES, font

if TYPE_CHECKING:  # the process that is measured loads no more than it needs
    from peers.case import Case
    from peers.command import Command

NAME = "naive WeasyPrint"
_HERE = Path(__file__).parent


def available() -> str | None:
    """Why it can't be measured; None when it can."""
    return None if find_spec("weasyprint") else "weasyprint isn't installed"


@contextmanager
def warm(case: Case) -> Iterator[Callable[[], bytes]]:
    page, sheet = html(case.content), style(case.content)
    yield lambda: pdf(page, sheet)


def cold(case: Case) -> Command:
    from peers.command import python

    case.file("naive.css", style(case.content))
    return python("naive", case.file("naive.html", html(case.content)), case.folder / "naive.pdf")


def html(content: dict[str, Any]) -> str:
    """The page; what is measured begins with it."""
    from jinja2 import Environment, FileSystemLoader

    environment = Environment(loader=FileSystemLoader(_HERE), autoescape=True, trim_blocks=True)
    return environment.get_template("naive.html.j2").render(content)


def style(content: dict[str, Any]) -> str:
    """The style sheet with the faces of our page and what runs along in head and foot."""
    faces = [
        f'@font-face {{ font-family: "{family}"; font-weight: {weight}; src: url("{font(package, file).as_uri()}") }}'
        for family, weight, package, file in FACES
    ]
    before, between, after = map(quoted, content["number"])
    running = {
        "top-left": quoted(content["sender"]),
        "top-right": quoted(content["marks"]),
        "bottom-left": quoted(content["foot"]),
        "bottom-right": f"{before} counter(page) {between} counter(pages) {after}",
    }
    boxes = "\n".join(f"  @{place} {{ content: {text} }}" for place, text in running.items())
    plain = (_HERE / "naive.css").read_text(encoding="utf-8")
    return "\n".join([*faces, plain, f"@page {{\n{boxes}\n}}"])


def quoted(text: str) -> str:
    """As a string of CSS."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def pdf(page: str, sheet: str) -> bytes:
    from weasyprint import CSS, HTML
    from weasyprint.text.fonts import FontConfiguration

    fonts = FontConfiguration()
    css = CSS(string=sheet, font_config=fonts)
    done: bytes = HTML(string=page).write_pdf(stylesheets=[css], font_config=fonts)
    return done


if __name__ == "__main__":
    for source, target in zip(*[map(Path, sys.argv[1:])] * 2, strict=True):
        sheet = source.with_suffix(".css").read_text(encoding="utf-8")
        target.write_bytes(pdf(source.read_text(encoding="utf-8"), sheet))
