"""Writing several files so that a crash leaves each one whole, the old or the new."""

from __future__ import annotations

import contextlib
import os
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from clientplan.errors import StoreError

_TEMPORARY = ".collecting"


def save_all(folder: Path, writers: Mapping[str, Callable[[TextIO], None]]) -> None:
    """Writes all files beside their old versions first, and puts them in place only when all are on the disk.

    Raises:
        StoreError: what the system refused; the old files stand.
    """
    waiting: dict[Path, Path] = {}
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _sweep(folder)
        for name, writer in writers.items():
            with _temporary(folder, name) as (file, path):
                waiting[path] = folder / name
                writer(file)
        while waiting:
            path, target = next(iter(waiting.items()))
            path.replace(target)
            del waiting[path]
        _sync(folder)
    except OSError as error:
        raise StoreError(
            f"The tables weren't saved: {error.strerror or error} ({folder}). "
            "Make room or choose another folder, then collect again"
        ) from error
    finally:
        for left in waiting:
            with contextlib.suppress(OSError):
                left.unlink()


@contextmanager
def _temporary(folder: Path, name: str) -> Iterator[tuple[TextIO, Path]]:
    descriptor, path = tempfile.mkstemp(prefix=f".{name}.", suffix=_TEMPORARY, dir=folder)
    with os.fdopen(descriptor, "w", encoding="utf-8", newline="") as file:
        yield file, Path(path)
        file.flush()
        os.fsync(file.fileno())


def _sweep(folder: Path) -> None:
    """Removes what a crash in mid-save left behind."""
    for left in folder.glob(f".*{_TEMPORARY}"):
        left.unlink(missing_ok=True)


def _sync(folder: Path) -> None:
    if os.name == "nt":  # Windows can't open a folder; its rename is journaled
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
