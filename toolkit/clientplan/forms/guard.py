"""One guard round every callback: what one raises is swallowed in a test, and printed as a traceback in a notebook."""

from __future__ import annotations

import logging
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any

from clientplan.errors import ClientPlanError
from clientplan.forms.kept import details, keep

logger = logging.getLogger("clientplan.forms")
logger.addHandler(logging.NullHandler())  # a traceback belongs into the file, not under the form

Guard = Callable[[Callable[..., None]], Callable[..., None]]


def guard(tell: Callable[..., None], folder: Path) -> Guard:
    """A wrapper for callbacks: the user's mistakes are told in words, our bugs too, with their details in a file.

    `tell` gets a sentence, and as a second argument the details of a bug.
    """

    def wrap(callback: Callable[..., None]) -> Callable[..., None]:
        @wraps(callback)
        def guarded(*given: Any, **named: Any) -> None:
            try:
                callback(*given, **named)
            except ClientPlanError as error:
                tell(str(error))
            except Exception as error:  # the last stop before the widget library swallows it
                logger.exception("A form's callback failed")
                known = details(callback, error)
                tell(f"Something went wrong in this form, and it isn't your doing. {keep(known, folder)}", known)

        return guarded

    return wrap
