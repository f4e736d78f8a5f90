"""docxtpl and LibreOffice: a Word template filled in, and turned into a PDF by the office.

python -m peers.with_docxtpl content.json page.pdf     (the template is template.docx beside it)
"""

from __future__ import annotations

import json
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from shutil import which
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:  # the process that is measured loads no more than it needs
    from peers.case import Case
    from peers.command import Command

NAME = "docxtpl and LibreOffice"


def available() -> str | None:
    """Why it can't be measured; None when it can."""
    if not find_spec("docxtpl"):
        return "docxtpl isn't installed"
    return None if which("soffice") else "no LibreOffice (soffice) in the PATH"


def cold(case: Case) -> Command:
    """The office has no other way for one document; its profile is made in the round that isn't counted."""
    from peers import word_template
    from peers.command import python

    word_template.draw(case.folder / "template.docx")
    return python("with_docxtpl", case.json(), case.folder / "docxtpl.pdf")


def fill(source: Path, target: Path) -> None:
    from docx.shared import Mm
    from docxtpl import DocxTemplate, InlineImage

    content = json.loads(source.read_text(encoding="utf-8"))
    document = DocxTemplate(source.with_name("template.docx"))
    found = content["results"]
    content["months"] = [
        [found["unit"], *found["labels"]],
        *zip(found["months"], found["actual"], found["plan"], strict=True),
    ]
    picture = target.with_suffix(".png")
    chart(found, picture)
    content["chart"] = InlineImage(document, str(picture), width=Mm(176))
    document.render(content, autoescape=True)
    document.save(target)


def chart(found: dict[str, Any], picture: Path) -> None:
    """The chart as a picture: Word has none of its own that a template could fill."""
    from PIL import Image, ImageDraw

    image = Image.new("RGB", (1760, 220), "white")
    draw = ImageDraw.Draw(image)
    for mark in found["marks"]:
        left, right = (130 + 1630 * at for at in (mark["left"], mark["left"] + mark["width"]))
        if mark["height"] is not None:
            draw.rectangle((left, 218 * mark["top"], right, 218 * (mark["top"] + mark["height"])), fill="#1d4e5f")
        if mark["plan"] is not None:
            draw.rectangle((left - 10, 218 * mark["plan"], right + 10, 218 * mark["plan"] + 3), fill="#1b1f23")
    image.save(picture)


if __name__ == "__main__":
    given, wanted = map(Path, sys.argv[1:])
    filled = wanted.with_suffix(".docx")
    fill(given, filled)
    profile = f"-env:UserInstallation={given.with_name('office').as_uri()}"
    line = ("soffice", "--headless", profile, "--convert-to", "pdf", "--outdir", str(wanted.parent), str(filled))
    subprocess.run(line, check=True, capture_output=True)  # whichever office the PATH has
