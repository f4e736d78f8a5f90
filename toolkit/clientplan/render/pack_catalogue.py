"""The template packs that can be used in a place: what each is for, where it comes from, and why others can't be."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from clientplan.errors import RenderRefused
from clientplan.render import pack_files, pack_places
from clientplan.render.pack import load
from clientplan.render.pack_settings import FILE, Settings


@dataclass(frozen=True)
class Entry:
    name: str
    settings: Settings
    package: str | None  # the name and version of the package that it comes with; None for ours and the user's
    own: bool  # whether it is the user's, and not ours or a package's
    replaced: tuple[str, ...]  # the user's files that stand in for those of the pack, as `two-page/style.css`
    sample: Path | None  # a picture of its first page


@dataclass(frozen=True)
class Catalogue:
    entries: tuple[Entry, ...]
    refused: tuple[str, ...]  # a sentence for each pack or package that can't be used


def catalogue(folders: Iterable[Path] = ()) -> Catalogue:
    """All packs, where the user's own lie in `folders`; one that is broken hides no other."""
    folders = tuple(folders)
    entries: list[Entry] = []
    refused = [*pack_places.others()[1], *_misnamed(folders)]
    for name in pack_places.known(folders):
        try:
            entries.append(_entry(name, folders))
        except RenderRefused as error:
            refused.append(f"The pack {name}{_whose(name)} can't be used: {error}")
    return Catalogue(tuple(entries), tuple(refused))


def _entry(name: str, folders: tuple[Path, ...]) -> Entry:
    pack = load(name, folders)
    package = None if name in pack_places.shipped() else pack_places.others()[0].get(name)
    own = name not in pack_places.shipped() and package is None
    reached = {name, "shared", *(style.partition("/")[0] for style in pack.settings.styles)} - (
        {name} if own else set()
    )
    samples = (folder / name / pack_files.SAMPLE for folder in pack_places.places(name, folders))
    return Entry(
        name,
        pack.settings,
        package.owner if package else None,
        own,
        tuple(sorted(_replaced(folders, reached - {name} if own else reached))),
        next((path for path in samples if path.is_file()), None),
    )


def _replaced(folders: Iterable[Path], reached: set[str]) -> Iterator[str]:
    """Where a folder holds a `pack.toml` of its own, that stands in for the shipped one as well."""
    for folder in folders:
        yield from pack_files.used(folder, reached)
        yield from (f"{name}/{FILE}" for name in reached if (folder / name / FILE).is_file())


def _whose(name: str) -> str:
    package = None if name in pack_places.shipped() else pack_places.others()[0].get(name)
    return f" of {package.owner}" if package else ""


def _misnamed(folders: Iterable[Path]) -> Iterator[str]:
    for folder in folders:
        for file in sorted(folder.glob(f"*/{FILE}")):
            if not pack_places.is_name(file.parent.name):
                named = "the name of a pack has up to 40 letters, digits, - and _"
                yield f"{file.parent} can't be used: {named}. Rename the folder"
