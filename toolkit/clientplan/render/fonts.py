"""The fonts of the page: four faces from two small packages, never the system's, since what fits depends on them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from clientplan.errors import Missing
from clientplan.system import install_line


@dataclass(frozen=True)
class Face:
    family: str  # as style sheets name it: a name of our own, so that no font of the system can stand in
    weight: int
    package: str
    file: str

    @property
    def address(self) -> str:
        return f"clientplan:font/{self.file}"


FACES = (
    Face("Plan Sans", 400, "font_source_sans_pro", "SourceSansPro-Regular.ttf"),
    Face("Plan Sans", 600, "font_source_sans_pro", "SourceSansPro-Semibold.ttf"),
    Face("Plan Serif", 400, "font_source_serif_pro", "SourceSerifPro-Regular.ttf"),
    Face("Plan Serif", 600, "font_source_serif_pro", "SourceSerifPro-Semibold.ttf"),
)


def stylesheet() -> str:
    """The @font-face rules."""
    return "\n".join(
        f'@font-face {{ font-family: "{face.family}"; font-weight: {face.weight}; src: url("{face.address}") }}'
        for face in FACES
    )


@cache
def files() -> dict[str, bytes]:
    """Address to content of each face.

    Raises:
        Missing: a font package isn't installed, or a file of it is gone.
    """
    return {face.address: _path(face).read_bytes() for face in FACES}


def _path(face: Face) -> Path:
    # The package is found, never imported: its module lists the folder and sets a global for each file in it.
    spec = find_spec(face.package)
    folders = (spec.submodule_search_locations if spec else None) or []
    path = next((Path(folder) / "files" / face.file for folder in folders), None)
    if path is None or not path.is_file():
        line = install_line(face.package.replace("_", "-"), again=True)
        raise Missing(f"The page's font {face.file} isn't installed. Run: {line}")
    return path
