"""Writes pictures: the pages of the sample plans into pages/, the first page of each template pack beside its files.

Run it after a change of a template: start.py docs.
"""

from __future__ import annotations

import io
from pathlib import Path

from PIL import Image

from clientplan import paths
from clientplan.plan.reading import read
from clientplan.plan.words import Edition
from clientplan.render import preview
from clientplan.render.brand import Brand
from clientplan.render.pack import load
from clientplan.render.pack_files import SAMPLE
from clientplan.render.pack_places import shipped
from clientplan.render.printing import print_plan
from clientplan.settings import FILE, read_settings
from clientplan.specimen import print_specimen

FOLDER = Path(__file__).with_name("pages")
WIDTH = 1100  # pixels
COLOURS = 64  # enough for a page of text in one accent colour
SMALL = 400  # pixels, for a picture that only shows what a pack is like


def main() -> None:
    plans()
    packs()


def packs() -> None:
    for name in shipped():
        first, *_ = preview.pages(print_specimen(load(name)).pdf, width=SMALL)
        save(first, paths.templates() / name / SAMPLE)


def plans() -> None:
    settings = read_settings(paths.sample_data() / FILE)
    for old in FOLDER.glob("*.png"):
        old.unlink()
    for path in sorted((paths.sample_data() / "plans").glob("*.yaml")):
        plan = read(path.read_bytes())
        for edition in Edition:
            brand = Brand(name=settings.brand.name, colour=settings.brand.colour)
            printed = print_plan(plan, edition=edition, brand=brand, today=settings.today)
            for number, page in enumerate(preview.pages(printed.pdf, width=WIDTH), start=1):
                save(page, FOLDER / f"{path.stem}-{edition}-{number}.png")


def save(page: bytes, path: Path) -> None:
    """The same bytes for the same page: no day and no name of a machine is in them."""
    Image.open(io.BytesIO(page)).convert("RGB").quantize(COLOURS).save(path, optimize=True)


if __name__ == "__main__":
    main()
