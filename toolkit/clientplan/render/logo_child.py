"""Makes a logo ready to print: run as a program of its own, since decoders are where hostile pictures strike."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from clientplan.errors import RenderRefused
from clientplan.render.pictures import damaged, opened
from clientplan.render.program import answer

if TYPE_CHECKING:
    from PIL import Image

MADE, REFUSED = "made", "refused"
WIDEST, TALLEST = 1200, 600  # pixels: 300 a line inch even where it is ten centimetres wide


def made(content: bytes) -> tuple[str, bytes]:
    """A PNG or JPEG of the same picture: upright, no larger than print needs, and without a word beside it."""
    try:
        picture = opened(content, "it")
        kind = str(picture.format)
        try:
            picture = _upright(picture)
        except MemoryError:
            raise
        except Exception as error:  # whatever a decoder stumbles over
            raise damaged("it") from error
    except RenderRefused as error:
        return REFUSED, str(error).encode()
    picture.thumbnail((WIDEST, TALLEST))
    out = BytesIO()
    # A photo stays one; nothing else of its file goes into ours, such as where the camera stood.
    options = {"quality": 92, "subsampling": 0} if kind == "JPEG" else {"optimize": True}
    _bare(picture).save(out, kind, **options)
    return MADE, out.getvalue()


def _upright(picture: Image.Image) -> Image.Image:
    from PIL import ImageOps

    turned = ImageOps.exif_transpose(picture)
    if turned.mode.startswith("I"):  # sixteen bits a pixel
        turned = turned.point(lambda value: value / 257).convert("L")
    return turned.convert("RGBA" if turned.has_transparency_data else "RGB")


def _bare(picture: Image.Image) -> Image.Image:
    from PIL import Image

    return Image.frombytes(picture.mode, picture.size, picture.tobytes())


if __name__ == "__main__":
    answer(made)
