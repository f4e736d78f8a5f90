"""The files of packs: which of them a page may use, and how much of them."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Iterator, Mapping
from hashlib import sha256
from pathlib import Path

from clientplan.errors import RenderRefused

CODE = frozenset({".j2", ".html", ".css"})
PICTURES = frozenset({".png", ".jpg", ".jpeg"})
FONTS = frozenset({".ttf", ".otf"})
ASSETS = PICTURES | FONTS
SAMPLE = "sample.png"  # shows the pack's first page, and is never on one
MOST_FILES = 500
MOST_CODE = 500_000  # bytes of a template or style sheet
MOST_ASSET = 5_000_000  # of a picture or font
MOST_IN_ALL = 20_000_000


def text(folders: Iterable[Path], name: str, why: str) -> str:
    """The text of a file, from the first folder that holds it.

    Raises:
        RenderRefused: none does, or it can't be read.
    """
    for folder in folders:
        path = (folder / name).resolve()
        if path.is_relative_to(folder.resolve()) and path.is_file():
            return decoded(_bytes(path, MOST_CODE), str(path))
    raise missing(name, why)


def decoded(content: bytes, name: str) -> str:
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        raise RenderRefused(f"{name} can't be read: {error}") from error


def missing(name: str, why: str) -> RenderRefused:
    return RenderRefused(f"The file {name} is missing from the template packs ({why})")


def is_asset(name: str) -> bool:
    """Whether it is a picture or a font: what a page shows, where all else is what it is made by."""
    return _suffix(name) in ASSETS


def digest(files: Mapping[str, bytes], kinds: Collection[str]) -> str:
    """What tells one state of the files of these kinds from any other."""
    names = sorted(name for name in files if _suffix(name) in kinds)
    return sha256(b"".join(name.encode() + b"\0" + sha256(files[name]).digest() for name in names)).hexdigest()


def used(folder: Path, reached: Collection[str]) -> list[str]:
    """The templates, styles, pictures and fonts of a folder that stand in one of these folders in it."""
    return [name for name, _ in _walk(folder) if name.partition("/")[0] in reached and _suffix(name) in CODE | ASSETS]


def collect(folders: Iterable[Path], pack: str) -> dict[str, bytes]:
    """All that a pack may use: every template and style, and the pictures and fonts of its own folder and of `shared`.

    Raises:
        RenderRefused: a file can't be read, or they are too large or too many.
    """
    found: dict[str, bytes] = {}
    for folder in folders:
        for name, path in _walk(folder):
            own = name.partition("/")[0] in {pack, "shared"}
            if name in found or _suffix(name) not in (CODE | ASSETS if own else CODE):
                continue
            found[name] = _bytes(path, MOST_CODE if _suffix(name) in CODE else MOST_ASSET)
            if len(found) > MOST_FILES or sum(map(len, found.values())) > MOST_IN_ALL:
                most = f"{MOST_FILES} files and {MOST_IN_ALL // 10**6} MB"
                raise RenderRefused(f"{folder}: templates and what they use may take up to {most}. Move the rest away")
    return found


def _suffix(name: str) -> str:
    return os.path.splitext(name)[1].lower()  # noqa: PTH122  # a name of ours, not a path


def _walk(folder: Path) -> Iterator[tuple[str, Path]]:
    """Each file with its name from the folder on, in a steady order; what links lead out of it is not there."""
    real = folder.resolve()
    for parent, folders, files in os.walk(real):
        folders[:] = sorted(name for name in folders if not name.startswith((".", "__")))
        for file in sorted(set(files) - {SAMPLE}):
            path = Path(parent, file)
            if path.resolve().is_relative_to(real) and path.is_file():
                yield path.relative_to(real).as_posix(), path


def _bytes(path: Path, most: int) -> bytes:
    try:
        size = path.stat().st_size
        if size > most:
            raise RenderRefused(f"{path} is too large: {size:,} bytes, and at most {most:,} are read. Make it smaller")
        return path.read_bytes()
    except OSError as error:
        raise RenderRefused(f"{path} can't be read: {error.strerror}") from error
