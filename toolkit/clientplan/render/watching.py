"""An eye on a process that works through what others made: it is ended at its limits, which not every system holds."""

from __future__ import annotations

import subprocess
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from clientplan.render import limits

TIME, MEMORY = "time", "memory"
_LOOK = 0.1  # seconds between two looks


@contextmanager
def watched(process: subprocess.Popen[bytes], seconds: float) -> Iterator[list[str]]:
    """Ends the process at a limit, which then stands in the list."""
    reached: list[str] = []
    done = threading.Event()
    watch = threading.Thread(target=_watch, args=(process, seconds, done, reached), daemon=True)
    watch.start()
    try:
        yield reached
    except BaseException:  # Ctrl-C: half an answer is in the pipe
        process.kill()
        raise
    finally:
        done.set()
        watch.join()


def _watch(process: subprocess.Popen[bytes], seconds: float, done: threading.Event, reached: list[str]) -> None:
    import psutil

    end = time.monotonic() + seconds
    with suppress(psutil.Error):  # it has ended
        seen = psutil.Process(process.pid)
        while not done.wait(_LOOK):
            late = time.monotonic() > end
            if late or seen.memory_info().rss > limits.MEMORY:
                reached.append(TIME if late else MEMORY)
                process.kill()
                return
