"""The faces of our page, for everyone."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

FACES = (
    ("Sans", 400, "font_source_sans_pro", "SourceSansPro-Regular.ttf"),
    ("Sans", 600, "font_source_sans_pro", "SourceSansPro-Semibold.ttf"),
    ("Serif", 400, "font_source_serif_pro", "SourceSerifPro-Regular.ttf"),
    ("Serif", 600, "font_source_serif_pro", "SourceSerifPro-Semibold.ttf"),
)


def font(package: str, file: str) -> Path:
    found = find_spec(package)
    (folder,) = (found and found.submodule_search_locations) or [""]
    return Path(folder) / "files" / file
