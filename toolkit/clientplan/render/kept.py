"""The folder of this user in which what takes long to make is kept for the next time."""

from __future__ import annotations

import os
from pathlib import Path

from platformdirs import user_cache_path


def folder_for(what: str) -> Path | None:
    """The folder of that name, made where it isn't there yet; None where the home isn't ours to write in."""
    folder = user_cache_path("clientplan", appauthor=False) / what
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        return folder if os.access(folder, os.W_OK) else None
    except OSError:
        return None
