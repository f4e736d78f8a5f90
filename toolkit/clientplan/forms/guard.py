"""One guard round every callback: what one raises is swallowed in a test, and printed as a traceback in a notebook."""

from __future__ import annotations

import logging
import traceback
from collections.abc import Callable
from datetime import datetime
from functools import wraps
from pathlib import Path
from typing import Any

from clientplan.errors import ClientPlanError

LOG = "clientplan-errors.log"
logger = logging.getLogger("clientplan.forms")
logger.addHandler(logging.NullHandler())  # a traceback belongs into the file, not under the form

Guard = Callable[[Callable[..., None]], Callable[..., None]]


def guard(tell: Callable[[str], None], folder: Path) -> Guard:
    """A wrapper for callbacks: the user's mistakes are told in words, our bugs too, with their details in a file."""

    def wrap(callback: Callable[..., None]) -> Callable[..., None]:
        @wraps(callback)
        def guarded(*given: Any, **named: Any) -> None:
            try:
                callback(*given, **named)
            except ClientPlanError as error:
                tell(str(error))
            except Exception:  # the last stop before the widget library swallows it
                logger.exception("A form's callback failed")
                tell(f"Something went wrong in this form, and it isn't your doing. {_kept(folder)}")

        return guarded

    return wrap


def _kept(folder: Path) -> str:
    log = folder / LOG
    try:
        with log.open("a", encoding="utf-8") as file:
            file.write(f"{datetime.now().astimezone():%Y-%m-%d %H:%M:%S}\n{traceback.format_exc()}\n")
    except OSError:
        return "Your plan file is untouched."
    return f"Your plan file is untouched; the details are in {log.name}, in the folder of your workspace."
