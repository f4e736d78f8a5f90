"""Plans to print, and what they were printed to: each combination once a session."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import cache, partial
from io import BytesIO
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest

from clientplan import paths
from clientplan.plan.plan import Plan
from clientplan.plan.reading import read
from clientplan.plan.words import Edition
from clientplan.render.brand import Brand
from clientplan.render.composing import Job
from clientplan.render.pack import Pack, load
from clientplan.render.printing import Printed, print_plan
from clientplan.render.standard import Finish
from clientplan.render.view.page import page

TODAY = date(2026, 9, 15)
BRAND = Brand("Meridian Packaging Systems")
OURS = Path(__file__).parent / "plans"
NAMES = ["full", "sparse", "bare", "hard"]


@cache
def plan_of(name: str) -> Plan:
    folder = OURS if name in NAMES else paths.sample_data() / "plans"
    return read((folder / f"{name}.yaml").read_bytes(), name)


@cache
def printed_of(
    name: str,
    edition: Edition = Edition.INTERNAL,
    paper: str = "A4",
    locale: str | None = None,
    pack: str = "two-page",
) -> Printed:
    plan = plan_of(name)
    return print_plan(plan, pack=load(pack), edition=edition, paper=paper, today=TODAY, brand=BRAND, locale=locale)


@pytest.fixture
def full() -> Plan:
    return plan_of("full")


@pytest.fixture
def printed() -> Callable[..., Printed]:
    return printed_of


@pytest.fixture
def plans() -> Callable[[str], Plan]:
    return plan_of


@pytest.fixture
def prints() -> dict[str, Any]:
    """What every print in these tests has in common."""
    return {"today": TODAY, "brand": BRAND}


SETTINGS = """\
title = "Board"
pages = 2
paper = ["A4"]
styles = ["shared/density.css", "shared/base.css", "two-page/style.css", "board/style.css"]
sections = ["purpose", "objectives", "actions", "next_step", "stops", "results", "worth", "people", "risks", "review"]
"""
FRAME = '{{% extends "shared/document.html.j2" %}}{{% block head %}}{}{{{{ super() }}}}{{% endblock %}}'


def board_in(folder: Path, above: str = "", style: str = "", files: Mapping[str, bytes] = MappingProxyType({})) -> Pack:
    """A pack that isn't ours: what it shows above the head, its style, and its other files by their names."""
    place = folder / "board"
    place.mkdir(parents=True, exist_ok=True)
    (place / "pack.toml").write_text(SETTINGS, encoding="utf-8")
    (place / "plan.html.j2").write_text(FRAME.format(above), encoding="utf-8")
    (place / "style.css").write_text(style, encoding="utf-8")
    for name, content in files.items():
        (place / name).write_bytes(content)
    return load("board", [folder])


@pytest.fixture
def board(tmp_path: Path) -> Callable[..., Pack]:
    return partial(board_in, tmp_path / "packs")


@pytest.fixture(scope="module")
def same_board(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Pack]:
    """The same pack for all tests of a file, so that they share its process."""
    return partial(board_in, tmp_path_factory.mktemp("packs"))


@pytest.fixture
def job() -> Callable[..., Job]:
    """What is handed on to be laid out, for a small plan and a pack."""

    def make(pack: Pack, name: str = "sparse") -> Job:
        shown = page(plan_of(name), edition=Edition.CLIENT, brand=BRAND, locale="en-GB", today=TODAY)
        return Job(name, shown, pack, "A4", BRAND, Finish(day=TODAY))

    return make


@pytest.fixture
def picture() -> Callable[..., bytes]:
    return picture_of


def picture_of(width: int = 40, height: int = 20, colour: str = "#c02020", kind: str = "PNG", **options: Any) -> bytes:
    from PIL import Image

    out = BytesIO()
    Image.new("RGB", (width, height), colour).save(out, kind, **options)
    return out.getvalue()
