"""Writing the tables: all of them are on the disk before the first takes its place."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import BinaryIO, TextIO

from clientplan.atomic import replace_files, sweep
from clientplan.errors import StoreError


def save_all(folder: Path, writers: Mapping[str, Callable[[TextIO], None]]) -> None:
    """Writes the files as UTF-8, lines ending as the writers end them.

    Raises:
        StoreError: what the system refused; the old files stand.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        sweep(folder)
        replace_files(folder, {name: _encoded(writer) for name, writer in writers.items()})
    except OSError as error:
        raise StoreError(
            f"The tables weren't saved: {error.strerror or error} ({folder}). "
            "Make room or choose another folder, then collect again"
        ) from error


def _encoded(writer: Callable[[TextIO], None]) -> Callable[[BinaryIO], object]:
    def write(file: BinaryIO) -> None:
        text = io.TextIOWrapper(file, encoding="utf-8", newline="")
        writer(text)
        text.flush()
        text.detach()  # the file is flushed to the disk and closed by whoever opened it

    return write
