"""Copies of packs for restyling: one file that stands in for ours, or a whole pack under a name of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from clientplan.errors import RenderRefused
from clientplan.render import pack_files, pack_places
from clientplan.render.pack import load
from clientplan.render.pack_settings import FILE

_SHARED = "shared"
_SECTIONS = f"{_SHARED}/sections"


@dataclass(frozen=True)
class Copied:
    name: str  # from the folder of templates on, as `two-page/style.css`
    content: bytes

    @property
    def for_all(self) -> bool:
        """Whether every pack uses it."""
        return self.name.startswith(f"{_SHARED}/")


def one_file(pack: str, file: str, folder: Path) -> Copied:
    """A file that stands in for ours once it lies in `folder`, the user's folder of templates.

    It is looked for in the pack, then among the shared sections (a copy of one serves this pack alone), then among
    what all packs share.

    Raises:
        RenderRefused: there is no such pack or file; says which files there are.
    """
    load(pack, [folder])
    file = file.removeprefix(f"{pack}/")
    for source, target in _candidates(pack, file):
        for place in pack_places.places(pack, ()):
            path = (place / source).resolve()
            if path.is_relative_to(place.resolve()) and path.is_file() and path.name != pack_files.SAMPLE:
                return Copied(target, path.read_bytes())
    if (folder / pack / file).is_file():
        raise RenderRefused(f"{folder / pack / file} is your own already. Change it")
    names = ", ".join(dict.fromkeys(_files(pack)))
    raise RenderRefused(f"There is no file {file} that the pack {pack} uses. Choose one of: {names}")


def whole(pack: str, new: str, folder: Path) -> tuple[Copied, ...]:
    """All files of a pack under a new name, with the files of the user's that stand in for them; it prints the same.

    `pack.toml` is the last: until it is there, the copy is no pack.

    Raises:
        RenderRefused: the pack can't be used, or the name is taken or no name.
    """
    load(pack, [folder])
    if not pack_places.is_name(new) or new == _SHARED:
        raise RenderRefused(f"“{new}” can't be the name of a pack. Use up to 40 letters, digits, - and _")
    if new in pack_places.known([folder]):
        raise RenderRefused(f"There is a pack {new} already. Choose another name")
    places = pack_places.places(pack, [folder])
    files = pack_files.collect(places, pack)
    settings = pack_files.text(places, f"{pack}/{FILE}", "a pack has one").encode()
    own = {name: content for name, content in files.items() if name.startswith(f"{pack}/")}
    renamed = [
        Copied(f"{new}/{name.removeprefix(f'{pack}/')}", _renamed(name, content, pack, new))
        for name, content in sorted(own.items())
    ]
    return (*renamed, Copied(f"{new}/{FILE}", _renamed(FILE, settings, pack, new)))


def _candidates(pack: str, file: str) -> Iterator[tuple[str, str]]:
    """Where a file may lie, and where its copy goes."""
    yield f"{pack}/{file}", f"{pack}/{file}"
    section = file.removeprefix(f"{_SECTIONS}/").removeprefix("sections/")
    yield f"{_SECTIONS}/{section}", f"{pack}/{section}"
    shared = file.removeprefix(f"{_SHARED}/")
    yield f"{_SHARED}/{shared}", f"{_SHARED}/{shared}"


def _files(pack: str) -> Iterator[str]:
    for place in pack_places.places(pack, ()):
        if (place / pack / FILE).is_file():
            yield FILE
        for name in pack_files.used(place, {pack, _SHARED}):
            yield name.removeprefix(f"{pack}/").removeprefix(f"{_SECTIONS}/")


def _renamed(name: str, content: bytes, pack: str, new: str) -> bytes:
    """Templates, styles and settings name files of their own folder by the pack's name: "two-page/style.css"."""
    if Path(name).suffix not in {*pack_files.CODE, Path(FILE).suffix}:
        return content
    own = re.compile(rb"(?<=[\"'(])" + re.escape(pack.encode()) + b"/")
    return own.sub(new.encode() + b"/", content)
