"""Runs a command, and writes as JSON what it took with all that it started: wall, processor, largest process.

A process of its own, and a small one, for two reasons. The system carries the memory of whoever starts a program over
into the program's own record. And processes whose parent ends first, as those of browsers do, come to us to be counted.

    python -I -S launcher.py report.json 300 command …
"""

from __future__ import annotations

import ctypes
import json
import os
import resource
import signal
import sys
import time

_SUBREAPER = 36  # PR_SET_CHILD_SUBREAPER of Linux; elsewhere such processes are lost to the count


def main() -> int:
    report, limit, *line = sys.argv[1:]
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_SUBREAPER, 1, 0, 0, 0)
    began = time.perf_counter()
    child = os.posix_spawnp(line[0], line, os.environ, setpgroup=0)
    signal.signal(signal.SIGALRM, lambda *_: os.killpg(child, signal.SIGKILL))
    signal.alarm(int(limit))
    _, status = os.waitpid(child, 0)
    wall = time.perf_counter() - began
    while True:
        try:
            os.wait()
        except ChildProcessError:
            break
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    kilo = 1024 if sys.platform == "linux" else 1  # macOS counts bytes
    found = {"wall": wall, "cpu": used.ru_utime + used.ru_stime, "memory": used.ru_maxrss * kilo / 1e6}
    with open(report, "w", encoding="utf-8") as file:  # noqa: PTH123  # pathlib would make us larger
        json.dump({**found, "code": os.waitstatus_to_exitcode(status)}, file)
    return 0


if __name__ == "__main__":
    sys.exit(main())
