"""Exports into a workspace: keeps the originals, and makes the tidy tables anew from all of them."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from clientplan.errors import SourceUnreadable
from clientplan.settings import DayOrder, DecimalMark
from clientplan.workspace import Workspace

if TYPE_CHECKING:
    from clientplan.collect.read import Collected

MOST_OF_A_NAME = 1000


def take_in(
    workspace: Workspace,
    files: Iterable[Path] = (),
    *,
    decimal: DecimalMark | None = None,
    dates: DayOrder | None = None,
) -> Collected:
    """Copies the files (or what folders hold) to data/incoming, and reads everything that lies there.

    `decimal` and `dates` stand for the workspace's settings where an export can be read in two ways.

    Raises:
        SourceUnreadable: a file doesn't exist, or nothing could be read at all.
    """
    from clientplan.collect.read import read  # pandas loads here, and only for this
    from clientplan.collect.tidy import write

    for file in list(_each(list(files))):
        keep(file, workspace.incoming)
    settings = workspace.settings
    collected = read(
        exports(workspace),
        currency=settings.currency,
        decimal=decimal or settings.collect.decimal,
        dates=dates or settings.collect.dates,
        today=workspace.today,
    )
    write(collected, workspace.data)
    return collected


def exports(workspace: Workspace) -> list[Path]:
    """What was taken in so far, the oldest first: the newer export has the last word."""
    workspace.incoming.mkdir(parents=True, exist_ok=True)
    files = [path for path in workspace.incoming.iterdir() if path.is_file() and not path.name.startswith((".", "~"))]
    return sorted(files, key=lambda path: (path.stat().st_mtime, path.name))


def keep(file: Path, folder: Path) -> Path:
    """Copies an export into the folder; another file of the same name stays, and this one gets a number."""
    if file.resolve().parent == folder.resolve():
        return file
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(1, MOST_OF_A_NAME):
        target = folder / (file.name if number == 1 else f"{file.stem}-{number}{file.suffix}")
        if not target.exists():
            return Path(shutil.copy2(file, target))
        if target.read_bytes() == file.read_bytes():
            return target
    raise SourceUnreadable(f"{file.name}: {folder} has {MOST_OF_A_NAME} files of this name. Remove the old ones")


def _each(files: list[Path]) -> Iterator[Path]:
    missing = [file for file in files if not file.exists()]
    if missing:
        raise SourceUnreadable("\n".join(f"{file}: there is no such file. Look at the spelling" for file in missing))
    for file in files:
        if file.is_dir():
            yield from sorted(path for path in file.rglob("*") if path.is_file() and not path.name.startswith("."))
        else:
            yield file
