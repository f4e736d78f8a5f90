"""What a person types to install what is missing, on this system and in this environment."""

from __future__ import annotations

import platform
from importlib.util import find_spec

_PANGO = {
    "Linux": "apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0",
    "Darwin": "brew install pango",
    "Windows": "winget install MSYS2.MSYS2, then in its shell: pacman -S mingw-w64-ucrt-x86_64-pango",
}
CJK, EMOJI = "CJK", "Emoji"
_NOTO = {
    "Linux": ("apt-get install ", {CJK: "fonts-noto-cjk", EMOJI: "fonts-noto-color-emoji"}, "fonts-noto-core"),
    "Darwin": ("brew install --cask ", {CJK: "font-noto-sans-cjk", EMOJI: "font-noto-color-emoji"}, "font-noto-sans"),
}
_NOTO_ELSEWHERE = "see https://notofonts.github.io"
_ELSEWHERE = "see https://doc.courtbouillon.org/weasyprint/stable/first_steps.html"


def pango_line() -> str:
    """Pango sets the text of the page, and HarfBuzz beside it keeps the fonts in the file small."""
    return _PANGO.get(platform.system(), _ELSEWHERE)


def noto_line(kind: str | None) -> str:
    """Noto fonts have a glyph for nearly every character: those of China, Japan and Korea, emoji, and all others."""
    if platform.system() not in _NOTO:
        return _NOTO_ELSEWHERE
    command, packages, others = _NOTO[platform.system()]
    return command + packages.get(kind or "", others)


def install_line(package: str, *, again: bool = False) -> str:
    """The line that installs a package; an environment that uv made has no pip. `again`: where files of it are gone."""
    program = "pip" if find_spec("pip") else "uv pip"
    return f"{program} install {'--force-reinstall ' if again else ''}{package}"
