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
ARABIC = (  # for pages that have such letters
    Face("Plan Arabic", 400, "fontpkg_ibm_plex_sans_arabic", "IBMPlexSansArabic-Regular.ttf"),
    Face("Plan Arabic", 600, "fontpkg_ibm_plex_sans_arabic", "IBMPlexSansArabic-SemiBold.ttf"),
)

# For fontconfig: no folder with fonts in it, and pictures in place of letters (emoji) as large as the letters.
CONFIGURATION = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
<match target="font">
<test name="outline"><bool>false</bool></test>
<edit name="enlarged"><divide>
<name target="pattern">pixelsize</name><name target="font">pixelsize</name>
</divide></edit>
<edit name="matrix"><times><name>matrix</name>
<matrix><name>enlarged</name><double>0</double><double>0</double><name>enlarged</name></matrix>
</times></edit>
<edit name="size"><divide><name>size</name><name>enlarged</name></divide></edit>
</match>
</fontconfig>"""


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
    return {face.address: path(face).read_bytes() for face in FACES}


def path(face: Face) -> Path:
    """Where the file of a face is.

    Raises:
        Missing: as `files`.
    """
    # The package is found, never imported: its module lists the folder and sets a global for each file in it.
    spec = find_spec(face.package)
    folders = (spec.submodule_search_locations if spec else None) or []
    found = next((Path(folder) / "files" / face.file for folder in folders), None)
    if found is None or not found.is_file():
        line = install_line(face.package.replace("_", "-"), again=True)
        raise Missing(f"The page's font {face.file} isn't installed. Run: {line}")
    return found
