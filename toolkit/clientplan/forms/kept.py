"""What is kept of our own mistakes: a text to copy for whoever is asked to help, and a log that has an end."""

from __future__ import annotations

import platform
import traceback
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

from clientplan import __version__

LOG = "clientplan-errors.log"
BEFORE = "clientplan-errors.old.log"
LARGEST = 200_000  # bytes; then it becomes the old one, which is kept until the next one is full


def details(where: Callable[..., Any], error: BaseException) -> str:
    """The version, where it happened and the traceback; nothing of a plan but what an error's own words say of it."""
    return "\n".join(
        [
            f"Client Plan {__version__}, Python {platform.python_version()} on {platform.system()}",
            f"In {where.__module__}.{where.__qualname__}, {datetime.now().astimezone():%Y-%m-%d %H:%M:%S}",
            "".join(traceback.format_exception(error)),
        ]
    )


def keep(details: str, folder: Path) -> str:
    """Puts them into the log of this folder, and says where they are."""
    log = folder / LOG
    try:
        if log.exists() and log.stat().st_size > LARGEST:
            log.replace(folder / BEFORE)
        with log.open("a", encoding="utf-8") as file:
            file.write(f"{details}\n")
    except OSError:
        return "Your plan file is untouched."
    return f"Your plan file is untouched; the details are in {log.name}, in the folder of your workspace."
