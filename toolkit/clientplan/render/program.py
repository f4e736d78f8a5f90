"""Small programs of our own for one question: they work through a file that somebody else made, with limits.

In comes the file. Out go a line with one word, how it went, and then bytes.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Mapping

from clientplan.render import limits
from clientplan.render.watching import MEMORY, TIME, watched

_START = 10.0  # seconds that it may take to start, on a busy machine
_FAILED = 1  # the exit status of Python after an exception that nobody took
_HANDED_ON = (
    "DYLD_FALLBACK_LIBRARY_PATH",
    "LANG",
    "LC_ALL",
    "LD_LIBRARY_PATH",
    "PATH",
    "PYTHONHOME",
    "PYTHONPATH",
    "SYSTEMROOT",
    "VIRTUAL_ENV",
    "WEASYPRINT_DLL_DIRECTORIES",
)


def command(module: str) -> list[str]:
    """With the bytes of memory that it may take: how much that is, our process says."""
    return [sys.executable, "-P", "-m", module, str(limits.MEMORY)]


def environment() -> Mapping[str, str]:
    """Of ours, only what Python and its libraries need to start."""
    return {name: os.environ[name] for name in _HANDED_ON if name in os.environ}


def ask(module: str, content: bytes) -> tuple[str, bytes]:
    """What the program answers; the word is `time` or `memory` where it took more than it may.

    Raises:
        RuntimeError: it has a bug.
    """
    pipe = subprocess.PIPE
    started = subprocess.Popen(  # noqa: S603  # our own program, without an argument from outside
        command(module), stdin=pipe, stdout=pipe, stderr=pipe, env=environment()
    )
    with started as process, watched(process, limits.SECONDS + _START) as reached:
        said, complaint = process.communicate(content)
    if reached:
        return reached[0], b""
    if process.returncode == _FAILED:
        raise RuntimeError(f"{module} failed:\n{complaint.decode('utf-8', 'replace')}")
    if process.returncode:  # ended by a signal: mostly a library that got no memory
        return TIME if -process.returncode == limits.OUT_OF_TIME else MEMORY, b""
    word, _, answer = said.partition(b"\n")
    return word.decode("ascii", "replace"), answer


def answer(work: Callable[[bytes], tuple[str, bytes]]) -> None:
    """The other side: all that such a program does."""
    limits.limit_memory(int(sys.argv[1]))
    limits.limit_time(limits.SECONDS)
    try:
        word, content = work(sys.stdin.buffer.read())
    except MemoryError:
        word, content = MEMORY, b""
    sys.stdout.buffer.write(f"{word}\n".encode() + content)
