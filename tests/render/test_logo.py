"""A logo becomes a small picture and nothing but a picture; what can't is refused in words."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from clientplan.errors import RenderRefused
from clientplan.render import limits, logo, logo_child, program

Picture = Callable[..., bytes]
BOMB = (
    '<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    '<svg xmlns="http://www.w3.org/2000/svg"><text>&b;</text></svg>'
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "brand"
    made.mkdir()
    return made


def put(folder: Path, content: bytes, name: str = "logo.png") -> Image.Image:
    (folder / name).write_bytes(content)
    return Image.open(BytesIO(logo.read(folder, name)))


def png(width: int, height: int) -> bytes:
    """A file of a few kilobytes that unfolds to a white picture of this size."""
    rows = zlib.compressobj()
    line = b"\0" + b"\xff" * ((width + 7) // 8)
    data = b"".join(rows.compress(line) for _ in range(height)) + rows.flush()
    parts = ((b"IHDR", struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)), (b"IDAT", data), (b"IEND", b""))
    chunks = (
        struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body)) for kind, body in parts
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


@pytest.mark.parametrize(
    ("size", "small"), [((3000, 600), (1200, 240)), ((900, 900), (600, 600)), ((300, 100), (300, 100))]
)
def test_it_is_no_larger_than_print_needs(
    folder: Path, picture: Picture, size: tuple[int, int], small: tuple[int, int]
) -> None:
    assert put(folder, picture(*size)).size == small


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "I;16", "CMYK"])
def test_it_looks_the_same_in_every_way_to_store_colours(folder: Path, mode: str) -> None:
    grey = Image.new("L", (40, 20), 0)
    grey.paste(255, (20, 0, 40, 20))
    given = Image.new("I;16", (40, 20)) if mode == "I;16" else grey.convert(mode)
    if mode == "I;16":
        given.paste(65535, (20, 0, 40, 20))
    kind = "JPEG" if mode == "CMYK" else "PNG"
    out = BytesIO()
    given.save(out, kind)
    made = put(folder, out.getvalue()).convert("RGB")
    assert max(made.getpixel((5, 10))) <= 2
    assert min(made.getpixel((35, 10))) >= 253


def test_what_can_be_seen_through_stays_so(folder: Path) -> None:
    out = BytesIO()
    Image.new("RGBA", (40, 20), (200, 0, 0, 0)).save(out, "PNG")
    assert put(folder, out.getvalue()).getpixel((5, 5))[3] == 0


def test_no_metadata_stays(folder: Path, picture: Picture) -> None:
    exif = Image.Exif()
    exif[0x010E] = "taken at home"
    exif[0x0112] = 6  # lies on its side
    made = put(folder, picture(40, 20, kind="JPEG", exif=exif, comment=b"a secret"), "logo.jpg")
    assert made.format == "JPEG"
    assert made.size == (20, 40)
    assert not made.getexif()
    assert "comment" not in made.info
    for word in (b"home", b"secret"):
        assert word in (folder / "logo.jpg").read_bytes()
        assert word not in logo.read(folder, "logo.jpg")


def test_the_same_picture_is_the_same_bytes(folder: Path, picture: Picture) -> None:
    content = picture(700, 90)
    (folder / "logo.png").write_bytes(content)
    assert logo.read(folder, "logo.png") == logo_child.made(content)[1]


def test_a_hundred_plans_decode_it_once(folder: Path, picture: Picture, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    ask = program.ask
    monkeypatch.setattr(program, "ask", lambda *given: asked.append(given[0]) or ask(*given))
    for _ in range(100):
        put(folder, picture(51, 17))
    assert len(asked) == 1
    put(folder, picture(51, 18))
    assert len(asked) == 2


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("logo.svg", BOMB.encode(), "isn't a PNG or JPEG picture, or is damaged. Save it as PNG again"),
        ("logo.png", b"<svg xmlns='http://www.w3.org/2000/svg'/>", "isn't a PNG or JPEG picture"),
        ("logo.png", b"", "isn't a PNG or JPEG picture"),
        ("logo.png", png(100, 100)[:-40], "isn't a PNG or JPEG picture, or is damaged"),
        (
            "logo.png",
            png(10_000, 10_000),
            "has 89 megapixels or more, and up to 25 megapixels are read. Save it smaller",
        ),
        ("logo.png", png(5_001, 5_000), "has 5,001 × 5,000 pixels"),
        ("logo.png", png(20_000, 20_000), "has 89 megapixels or more"),
    ],
)
def test_what_is_no_logo(folder: Path, name: str, content: bytes, why: str) -> None:
    with pytest.raises(RenderRefused, match="brand logo “logo") as refused:
        put(folder, content, name)
    assert why in str(refused.value)


@pytest.mark.parametrize("kind", ["GIF", "BMP", "TIFF", "WEBP"])
def test_other_kinds_of_pictures(folder: Path, picture: Picture, kind: str) -> None:
    with pytest.raises(RenderRefused, match=r"isn't a PNG or JPEG picture, or is damaged\. Save it as PNG again"):
        put(folder, picture(kind=kind))


def test_the_largest_that_is_read(folder: Path) -> None:
    assert put(folder, png(5_000, 5_000)).size == (600, 600)


@pytest.mark.parametrize("name", ["../logo.png", "inner/../../logo.png", "link.png", "away/logo.png"])
def test_it_lies_in_the_brand_folder(folder: Path, picture: Picture, name: str) -> None:
    outside = folder.parent / "logo.png"
    outside.write_bytes(picture())
    (folder / "link.png").symlink_to(outside)
    (folder / "away").symlink_to(folder.parent)
    with pytest.raises(RenderRefused, match=r"it leads out of .*brand\. Put the picture there, and not a link to it"):
        logo.read(folder, name)


def test_an_absolute_path_leads_out(folder: Path, picture: Picture) -> None:
    outside = folder.parent / "logo.png"
    outside.write_bytes(picture())
    with pytest.raises(RenderRefused, match="it leads out of"):
        logo.read(folder, str(outside))


def test_a_folder_inside_will_do(folder: Path, picture: Picture) -> None:
    (folder / "print").mkdir()
    assert put(folder, picture(), "print/logo.png").size == (40, 20)


@pytest.mark.parametrize("name", ["http://example.com/logo.png", "file:///etc/passwd", "data:image/png;base64,AAAA"])
def test_an_address_is_never_asked_for(folder: Path, name: str) -> None:
    with pytest.raises(RenderRefused, match=r"nothing is fetched while printing\. Save the picture in"):
        logo.read(folder, name)


@pytest.mark.parametrize("name", ["gone.png", "javascript:alert(1)", "."])
def test_what_is_not_there(folder: Path, name: str) -> None:
    with pytest.raises(RenderRefused, match=r"there is no such file in .*brand.* Put the picture there"):
        logo.read(folder, name)


def test_a_file_that_is_too_large_is_not_opened(
    folder: Path, monkeypatch: pytest.MonkeyPatch, picture: Picture
) -> None:
    monkeypatch.setattr(logo, "LARGEST", 50)
    with pytest.raises(RenderRefused, match="it is larger than 0 MB"):
        put(folder, picture())


def test_memory_is_limited(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MEMORY", 150_000_000)
    with pytest.raises(RenderRefused, match="it needs more memory than any logo should"):
        put(folder, png(4_990, 5_000))
