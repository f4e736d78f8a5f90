"""Pictures are looked at before they are decoded; test_logo.py has those that are turned away."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable

import pytest
from PIL import ImageFile

from clientplan.errors import RenderRefused
from clientplan.render import pictures
from clientplan.render.composing import Job, compose_here
from clientplan.render.fetcher import MOST_DATA, MemoryFetcher
from clientplan.render.pack import Pack

Picture = Callable[..., bytes]


def address(content: bytes, kind: str = "png") -> str:
    return f"data:image/{kind};base64,{b64encode(content).decode()}"


def test_nothing_is_decoded_yet(picture: Picture, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ImageFile.ImageFile, "load", lambda _: pytest.fail("it was decoded"))
    assert pictures.opened(picture(500, 400), "it").size == (500, 400)


def test_too_many_pixels_are_told_by_name(picture: Picture, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pictures, "MOST_PIXELS", 799)
    with pytest.raises(RenderRefused, match=r"^map\.png has 40 × 20 pixels, and up to 0 megapixels"):
        pictures.opened(picture(), "map.png")


@pytest.mark.parametrize("kind", ["png", "jpeg"])
def test_a_small_picture_may_be_its_own_address(picture: Picture, kind: str) -> None:
    content = picture(kind=kind)
    assert MemoryFetcher({}).fetch(address(content, kind)).read() == content


@pytest.mark.parametrize("kind", ["svg+xml", "gif", "webp"])
def test_no_other_kind_may(picture: Picture, kind: str) -> None:
    fetcher = MemoryFetcher({})
    with pytest.raises(ValueError, match="isn't one of"):
        fetcher.fetch(address(picture(), kind))
    assert len(fetcher.refused) == 1


def test_nor_a_large_one() -> None:
    fetcher = MemoryFetcher({})
    with pytest.raises(ValueError, match="isn't one of"):
        fetcher.fetch(address(bytes(MOST_DATA)))
    assert len(fetcher.refused) == 1


def test_a_picture_of_a_pack_that_is_too_large_is_told(
    board: Callable[..., Pack], job: Callable[..., Job], picture: Picture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pictures, "MOST_PIXELS", 799)
    pack = board('<img alt="a map" src="pack:board/map.png">', files={"map.png": picture()})
    (line,) = compose_here(job(pack)).logged
    assert "pack:board/map.png has 40 × 20 pixels" in line


def test_a_picture_by_name_that_is_something_else(board: Callable[..., Pack], job: Callable[..., Job]) -> None:
    pack = board('<img alt="a map" src="pack:board/map.png">', files={"map.png": b"<svg/>"})
    (line,) = compose_here(job(pack)).logged
    assert "pack:board/map.png isn't a PNG or JPEG picture" in line
