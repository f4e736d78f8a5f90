"""Each pack that we ship shows what it is like, by a picture of its own first page."""

from __future__ import annotations

from functools import cache
from io import BytesIO

import pytest
from PIL import Image, ImageChops, ImageStat

from clientplan import paths
from clientplan.render import preview
from clientplan.render.pack import load
from clientplan.render.pack_files import SAMPLE
from clientplan.render.pack_places import shipped
from clientplan.specimen import print_specimen, specimen

WIDTH, LARGEST = 400, 80_000  # pixels, bytes
PACKS = shipped()


def picture(name: str) -> Image.Image:
    return Image.open(paths.templates() / name / SAMPLE).convert("L")


@cache
def printed(name: str) -> Image.Image:
    first, *_ = preview.pages(print_specimen(load(name)).pdf, width=WIDTH)
    return Image.open(BytesIO(first)).convert("L")


def difference(one: Image.Image, other: Image.Image) -> float:
    """From 0 to 255, a pixel on average."""
    return ImageStat.Stat(ImageChops.difference(one, other.resize(one.size))).mean[0]


@pytest.mark.parametrize("name", PACKS)
def test_each_pack_has_a_small_picture_of_its_own_page(name: str) -> None:
    assert (paths.templates() / name / SAMPLE).stat().st_size < LARGEST
    assert picture(name).width == WIDTH
    nearest = min(PACKS, key=lambda other: difference(picture(other), printed(name)))
    assert nearest == name, "run `python3 start.py docs`"
    assert difference(picture(name), printed(name)) < 4, "run `python3 start.py docs`"


def test_no_two_packs_show_the_same() -> None:
    assert PACKS
    assert len({(paths.templates() / name / SAMPLE).read_bytes() for name in PACKS}) == len(PACKS)


@pytest.mark.parametrize("name", PACKS)
def test_the_plan_that_it_shows_is_in_a_phase_that_it_is_for(name: str) -> None:
    pack = load(name)
    assert not pack.settings.phases or specimen(pack).phase in pack.settings.phases


@pytest.mark.parametrize("phase", ["build", "maintenance", "erosion"])
def test_a_pack_for_one_phase_is_shown_in_it(phase: str) -> None:
    from dataclasses import replace

    pack = load("two-page")
    only = replace(pack, settings=pack.settings.model_copy(update={"phases": (phase,)}))
    assert specimen(only).phase == phase
