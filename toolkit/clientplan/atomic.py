"""Writing files so that a crash, a full disk or a power cut leaves each one whole: the old or the new."""

from __future__ import annotations

import contextlib
import os
import secrets
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import BinaryIO

from clientplan.errors import StoreError

TEMPORARY = ".saving"


def write_atomically(path: Path, data: bytes) -> None:
    """Returns only when the data is on the disk.

    Raises:
        StoreError: what the system refused; the file is as it was.
    """
    try:
        replace_files(path.parent, {path.name: lambda file: file.write(data)})
    except OSError as error:
        reason = error.strerror or str(error)
        raise StoreError(f"Not saved: {reason} ({path.parent}). Your last saved version is untouched") from error


def replace_files(folder: Path, writers: Mapping[str, Callable[[BinaryIO], object]]) -> None:
    """Temp file and fsync for each, then the renames, then fsync of the folder.

    Raises:
        OSError: before the first rename every file is as it was; after it, each is whole.
    """
    waiting: dict[Path, Path] = {}
    try:
        for name, writer in writers.items():
            target = folder / name
            temporary = folder / f".{name}.{secrets.token_hex(6)}{TEMPORARY}"
            waiting[temporary] = target
            with temporary.open("xb") as file:
                writer(file)
                file.flush()
                os.fsync(file.fileno())
            if target.exists():
                temporary.chmod(target.stat().st_mode & 0o777)
        while waiting:
            temporary, target = next(iter(waiting.items()))
            temporary.replace(target)
            del waiting[temporary]
    finally:
        for left in waiting:
            with contextlib.suppress(OSError):
                left.unlink()
    _sync(folder)


def sweep(folder: Path) -> None:
    """Removes what a crash in mid-save left behind."""
    for left in folder.glob(f".*{TEMPORARY}"):
        left.unlink(missing_ok=True)


def _sync(folder: Path) -> None:
    if os.name == "nt":  # Windows can't open a folder; its rename is journaled
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
