"""Writes the pages of the sample plans as pictures into pages/. Run it after a change of a template: start.py docs."""

from __future__ import annotations

import io
from pathlib import Path

from PIL import Image

from clientplan import paths
from clientplan.plan.reading import read
from clientplan.plan.words import Edition
from clientplan.render import preview
from clientplan.render.brand import Brand
from clientplan.render.printing import print_plan
from clientplan.settings import FILE, read_settings

FOLDER = Path(__file__).with_name("pages")
WIDTH = 1100  # pixels
COLOURS = 64  # enough for a page of text in one accent colour


def main() -> None:
    settings = read_settings(paths.sample_data() / FILE)
    for old in FOLDER.glob("*.png"):
        old.unlink()
    for path in sorted((paths.sample_data() / "plans").glob("*.yaml")):
        plan = read(path.read_bytes())
        for edition in Edition:
            brand = Brand(name=settings.brand.name, colour=settings.brand.colour)
            printed = print_plan(plan, edition=edition, brand=brand, today=settings.today)
            for number, page in enumerate(preview.pages(printed.pdf, width=WIDTH), start=1):
                picture = Image.open(io.BytesIO(page)).convert("RGB").quantize(COLOURS)
                picture.save(FOLDER / f"{path.stem}-{edition}-{number}.png", optimize=True)


if __name__ == "__main__":
    main()
