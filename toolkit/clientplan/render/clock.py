"""A clock that stands still while a file is written: fontTools stamps each font of emoji with the time."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager

_NAME = "SOURCE_DATE_EPOCH"  # where fontTools, and nothing else that writes for us, looks for the time
_lock = threading.Lock()  # the environment is that of all threads


@contextmanager
def still() -> Iterator[None]:
    with _lock:
        before = os.environ.get(_NAME)
        os.environ[_NAME] = "0"
        try:
            yield
        finally:
            if before is None:
                del os.environ[_NAME]
            else:
                os.environ[_NAME] = before
