from __future__ import annotations

import pytest

from clientplan.errors import RenderRefused
from clientplan.render.brand import DEFAULT_COLOUR, Brand, _rgb, contrast

WHITE = (1.0, 1.0, 1.0)


@pytest.mark.parametrize("colour", [None, "#1d4e5f", "#ABC", "#ffffff", "#f2c500", "#00ff00", "#000000", "#888"])
def test_text_in_the_accent_can_be_read_on_white_and_on_the_tint(colour: str | None) -> None:
    brand = Brand(colour=colour)
    assert contrast(_rgb(brand.accent), WHITE) >= 4.5
    assert contrast(_rgb(brand.accent), _rgb(brand.tint)) >= 4.4  # rounding to a byte may cost a hundredth or two


def test_a_colour_that_can_be_read_is_left_as_it_is() -> None:
    assert Brand(colour="#7a1f3d").accent == "#7a1f3d"
    assert Brand().accent == DEFAULT_COLOUR


def test_a_pale_colour_keeps_its_hue() -> None:
    red, green, blue = _rgb(Brand(colour="#f2c500").accent)
    assert red > green > blue
    assert red < 0.6


@pytest.mark.parametrize("colour", ["teal", "#12", "#12345g", "url(http://example.com)", "#1d4e5f;}", "", "#1d4e5f\n"])
def test_what_is_no_colour_is_refused_with_the_way_to_write_one(colour: str) -> None:
    with pytest.raises(RenderRefused, match=r"(?s)brand colour: .* Write it like #1d4e5f"):
        Brand(colour=colour)


def test_contrast_of_black_on_white() -> None:
    assert contrast((0.0, 0.0, 0.0), WHITE) == pytest.approx(21)
    assert contrast(WHITE, (0.0, 0.0, 0.0)) == pytest.approx(21)
    assert contrast(WHITE, WHITE) == pytest.approx(1)
