"""Where packs lie: in the user's folders, in other packages, in our own. The folder of a plan is never one of them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.metadata import EntryPoint, entry_points
from importlib.util import find_spec
from pathlib import Path

from clientplan import paths
from clientplan.errors import RenderRefused
from clientplan.render.pack_settings import FILE

ENTRY_POINTS = "clientplan.packs"
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,39}")


@dataclass(frozen=True)
class Package:
    """A folder of packs that comes with another package."""

    owner: str  # the package's name and version
    folder: Path


def names_in(folder: Path) -> tuple[str, ...]:
    """The packs of one folder."""
    found = (file.parent.name for file in folder.glob(f"*/{FILE}"))
    return tuple(sorted(name for name in found if _NAME.fullmatch(name)))


def is_name(text: str) -> bool:
    return _NAME.fullmatch(text) is not None


@cache
def shipped() -> tuple[str, ...]:
    return names_in(paths.templates())


@cache
def others() -> tuple[dict[str, Package], tuple[str, ...]]:
    """The packs of other packages by name, and a sentence for each that is refused.

    What they name in the group `clientplan.packs` is a package; its folder is looked up, and nothing of it is run.
    A name of ours or of an earlier package isn't given away: a plan would look different after an installation.
    """
    known: dict[str, Package] = {}
    refused: list[str] = []
    for plug_in in sorted(entry_points(group=ENTRY_POINTS), key=lambda plug_in: (_owner(plug_in), plug_in.name)):
        try:
            package = Package(_owner(plug_in), _folder(plug_in))
        except (RenderRefused, OSError) as error:
            refused.append(f"The packs of {_owner(plug_in)} can't be used: {error}. Update it, or uninstall it")
            continue
        for name in names_in(package.folder):
            if name in shipped() or name in known:
                whose = known[name].owner if name in known else "Client Plan itself"
                refused.append(f"The pack {name} of {package.owner} isn't used: {whose} has one of that name")
            else:
                known[name] = package
    return known, tuple(refused)


def known(folders: Iterable[Path]) -> tuple[str, ...]:
    """All packs that can be loaded, where the user's own lie in `folders`."""
    return tuple(sorted({*shipped(), *others()[0], *(name for folder in folders for name in names_in(folder))}))


def places(name: str, folders: Iterable[Path]) -> tuple[Path, ...]:
    """The folders in which the files of a pack are looked for, the first one first.

    Other packages are only asked for a name that isn't one of ours: looking through what is installed takes a while.
    """
    packages = [] if name in shipped() else [package.folder for known, package in others()[0].items() if known == name]
    return (*folders, *packages, paths.templates())


def _folder(plug_in: EntryPoint) -> Path:
    """The folder of the package that an entry point names; its code isn't loaded, as an import would do."""
    if not plug_in.pattern.match(plug_in.value):  # its module can't even be asked for
        raise RenderRefused(f"the entry point {plug_in.value} isn't the name of a package")
    if plug_in.attr:
        raise RenderRefused(f"the entry point {plug_in.value} names more than a package")
    top, *inner = plug_in.module.split(".")
    try:
        spec = find_spec(top)
    except (ImportError, ValueError):
        spec = None
    places = (Path(folder, *inner) for folder in (spec.submodule_search_locations if spec else None) or ())
    found = next((folder for folder in places if folder.is_dir()), None)
    if found is None:
        raise RenderRefused(f"there is no package {plug_in.module} with a folder of its own")
    if not names_in(found):
        raise RenderRefused(f"{found} holds no folder with a {FILE}")
    return found.resolve()


def _owner(plug_in: EntryPoint) -> str:
    named = plug_in.dist and plug_in.dist.name  # None where an installation was left half done
    return f"{named} {plug_in.dist.version}" if plug_in.dist and named else plug_in.value
