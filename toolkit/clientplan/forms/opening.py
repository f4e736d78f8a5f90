"""What a cell shows that couldn't be run: a sentence in the place of a traceback."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from clientplan.errors import ClientPlanError
from clientplan.forms.guard import logger
from clientplan.forms.kept import details, keep


class NotOpened(Exception):
    """Stops a notebook with a sentence in the place of a traceback."""

    def _render_traceback_(self) -> list[str]:
        return [str(self)]


@contextmanager
def opening(what: str, where: Callable[..., Any], folder: Path | None) -> Iterator[None]:
    """Whatever goes wrong in here stops the notebook in words; our bugs are kept in the log of the folder.

    Raises:
        NotOpened: something did.
    """
    try:
        yield
    except NotOpened:
        raise
    except ClientPlanError as error:
        raise NotOpened(str(error)) from None
    except Exception as error:
        logger.exception("A cell failed")
        known = details(where, error)
        told = (
            keep(known, folder) if folder else "Your plan files are untouched. What is missing, says: clientplan doctor"
        )
        raise NotOpened(f"{what} can't be shown, and it isn't your doing. {told}") from error
