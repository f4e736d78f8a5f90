from __future__ import annotations

import re

import pytest

from clientplan import paths
from clientplan.render.density import Density

SHEET = (paths.templates() / "shared" / "density.css").read_text(encoding="utf-8")


def test_each_step_has_its_values() -> None:
    assert {Density(name) for name in re.findall(r":root\.([a-z]+)", SHEET)} | {Density.NORMAL} == set(Density)


@pytest.mark.parametrize("name", ["--type", "--small", "--lead", "--heading"])
def test_no_type_is_smaller_than_8_5_pt(name: str) -> None:
    sizes = [float(size) for size in re.findall(rf"{name}: ([\d.]+)pt", SHEET)]
    assert sizes
    assert min(sizes) >= 8.5


def test_no_margin_is_narrower_than_10_mm_and_head_and_foot_have_room() -> None:
    assert min(float(size) for size in re.findall(r"--margin-side: ([\d.]+)mm", SHEET)) >= 10
    assert min(float(size) for size in re.findall(r"--margin-(?:top|bottom): ([\d.]+)mm", SHEET)) >= 16


def test_each_step_is_expected_to_take_fewer_pages() -> None:
    expected = [step.expected(2, Density.NORMAL) for step in Density]
    assert expected == sorted(expected, reverse=True)
    assert Density.SNUG.expected(Density.TIGHT.expected(2, Density.SNUG), Density.TIGHT) == pytest.approx(2)
    assert Density.SNUG.denser() == (Density.COMPACT, Density.TIGHT)
    assert Density.TIGHT.denser() == ()
