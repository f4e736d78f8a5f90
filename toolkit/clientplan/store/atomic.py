"""Writing a file so that a crash, a full disk or a power cut leaves either the old one or the new one, whole."""

from __future__ import annotations

import contextlib
import os
import tempfile
from pathlib import Path

from clientplan.errors import StoreError

TEMPORARY = ".saving"


def write_atomically(path: Path, data: bytes) -> None:
    """Returns only when the data is on the disk: temp file, fsync, rename, fsync of the folder.

    Raises:
        StoreError: what the system refused; the file is as it was.
    """
    try:
        _replace(path, data)
    except OSError as error:
        reason = error.strerror or str(error)
        raise StoreError(f"Not saved: {reason} ({path.parent}). Your last saved version is untouched") from error


def _replace(path: Path, data: bytes) -> None:
    descriptor, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=TEMPORARY, dir=path.parent)
    temporary = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if path.exists():
            temporary.chmod(path.stat().st_mode & 0o777)
        temporary.replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise
    _sync_folder(path.parent)


def _sync_folder(folder: Path) -> None:
    if os.name == "nt":  # Windows can't open a folder; its rename is journaled
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def sweep(folder: Path) -> None:
    """Removes what a crash in mid-save left behind."""
    for left in folder.glob(f".*{TEMPORARY}"):
        left.unlink(missing_ok=True)
