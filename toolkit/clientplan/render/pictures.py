"""Pictures from outside: looked at before they are decoded, since a small file may unfold to a very large picture."""

from __future__ import annotations

import warnings
from io import BytesIO
from typing import TYPE_CHECKING

from clientplan.errors import RenderRefused

if TYPE_CHECKING:
    from PIL import Image

MOST_PIXELS = 25_000_000
_KINDS = ("PNG", "JPEG")


def opened(content: bytes, name: str) -> Image.Image:
    """A PNG or JPEG with its size known and nothing decoded yet; `name` is how a refusal calls it.

    Raises:
        RenderRefused: it is something else, or has more than 25 megapixels.
    """
    from PIL import Image, UnidentifiedImageError

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            picture = Image.open(BytesIO(content), formats=_KINDS)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise _too_many(name, f"{(Image.MAX_IMAGE_PIXELS or 0) // 10**6} megapixels or more") from error
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError) as error:
        raise damaged(name) from error
    if picture.width * picture.height > MOST_PIXELS:
        raise _too_many(name, f"{picture.width:,} × {picture.height:,} pixels")
    return picture


def damaged(name: str) -> RenderRefused:
    return RenderRefused(f"{name} isn't a PNG or JPEG picture, or is damaged. Save it as PNG again")


def _too_many(name: str, size: str) -> RenderRefused:
    most = MOST_PIXELS // 10**6
    return RenderRefused(
        f"{name} has {size}, and up to {most} megapixels are read. Save it smaller: 1200 wide is plenty"
    )
