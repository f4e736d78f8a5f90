"""Exports into a workspace: keeps the originals, and makes the tidy tables anew from all of them."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from clientplan.errors import SourceUnreadable, StoreError
from clientplan.settings import DayOrder, DecimalMark
from clientplan.workspace import Workspace

if TYPE_CHECKING:
    from clientplan.collect.read import Collected

MOST_OF_A_NAME = 1000
TABLES = {".csv", ".tsv", ".txt", ".xlsx", ".xlsm"}  # what is taken of a folder; a named file is always tried


def take_in(
    workspace: Workspace,
    files: Iterable[Path] = (),
    *,
    decimal: DecimalMark | None = None,
    dates: DayOrder | None = None,
) -> Collected:
    """Copies the files (or the tables in folders) to data/incoming, and reads everything that lies there.

    A new file that held nothing for us isn't kept. `decimal` and `dates` stand for the workspace's settings where an
    export can be read in two ways.

    Raises:
        SourceUnreadable: a file doesn't exist, or nothing could be read at all.
        StoreError: the workspace can't be written.
    """
    from clientplan.collect.read import read  # pandas loads here, and only for this
    from clientplan.collect.tidy import write

    had = set(exports(workspace))
    new = [kept for file in list(_each(list(files))) if (kept := keep(file, workspace.incoming)) not in had]
    settings = workspace.settings
    try:
        collected = read(
            exports(workspace),
            currency=settings.currency,
            decimal=decimal or settings.collect.decimal,
            dates=dates or settings.collect.dates,
            today=workspace.today,
        )
    except SourceUnreadable:
        _drop(new)
        raise
    used = {file.file for file in collected.report.files}
    _drop(path for path in new if path.name not in used)
    write(collected, workspace.data)
    return collected


def exports(workspace: Workspace) -> list[Path]:
    """What was taken in so far, the oldest first: the newer export has the last word."""
    workspace.incoming.mkdir(parents=True, exist_ok=True)
    files = [path for path in workspace.incoming.iterdir() if path.is_file() and not path.name.startswith((".", "~"))]
    return sorted(files, key=lambda path: (path.stat().st_mtime, *_numbered(path)))


def keep(file: Path, folder: Path) -> Path:
    """Copies an export into the folder; another file of the same name stays, and this one gets a number.

    Raises:
        StoreError: it can't be copied.
    """
    if file.resolve().parent == folder.resolve():
        return folder / file.name
    for number in range(1, MOST_OF_A_NAME):
        target = folder / (file.name if number == 1 else f"{file.stem}-{number}{file.suffix}")
        try:
            if not target.exists():
                return Path(shutil.copy2(file, target))
            if target.read_bytes() == file.read_bytes():
                return target
        except OSError as error:
            raise StoreError(f"{file.name} can't be copied to {folder}: {error.strerror}") from error
    raise StoreError(f"{file.name}: {folder} has {MOST_OF_A_NAME} files of this name. Remove the old ones")


def _numbered(path: Path) -> tuple[str, int, str]:
    """Sorts `report.csv` before `report-2.csv`, and that before `report-10.csv`."""
    name, _, number = path.stem.rpartition("-")
    return (name, int(number), path.suffix) if name and number.isdecimal() else (path.stem, 1, path.suffix)


def _drop(copies: Iterable[Path]) -> None:
    """Copies of files that held nothing for us: the originals are where they were, and a better one may come."""
    for copy in copies:
        copy.unlink(missing_ok=True)


def _each(files: list[Path]) -> Iterator[Path]:
    missing = [file for file in files if not file.exists()]
    if missing:
        raise SourceUnreadable("\n".join(f"{file}: there is no such file. Look at the spelling" for file in missing))
    for file in files:
        if file.is_dir():
            yield from sorted(path for path in file.iterdir() if path.suffix.lower() in TABLES and path.is_file())
        else:
            yield file
