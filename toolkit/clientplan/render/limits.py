"""What a process that works through foreign files may take, and do."""

from __future__ import annotations

import contextlib
import os
import sys
import tempfile
from typing import Any

SECONDS = 30  # for one print, of the clock and of the processor
MEMORY = 2_000_000_000  # bytes
OUT_OF_TIME = 24  # the signal SIGXCPU
_WRITTEN = 100_000_000  # bytes of one file

_NEVER = (
    "ctypes.dlopen",
    "os.exec",
    "os.fork",
    "os.forkpty",
    "os.kill",
    "os.killpg",
    "os.posix_spawn",
    "os.spawn",
    "os.startfile",
    "os.system",
    "pty.spawn",
    "signal.pthread_kill",
    "socket.",
    "subprocess.",
    "urllib.",
    "webbrowser.",
    "winreg.",
)
_CHANGES = ("os.chmod", "os.chown", "os.link", "os.mkdir", "os.remove", "os.rename", "os.rmdir", "os.symlink")
_LOOKS = ("os.listdir", "os.scandir", "os.walk")


def limit_memory(most: int) -> None:
    """The system refuses more memory from here on. Windows and macOS don't: there the parent looks, and ends it."""
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (most, most))
        resource.setrlimit(resource.RLIMIT_FSIZE, (_WRITTEN, _WRITTEN))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def limit_time(seconds: int) -> None:
    """The system ends this process when it has computed for so much longer."""
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource

        spent = resource.getrusage(resource.RUSAGE_SELF)
        _, hard = resource.getrlimit(resource.RLIMIT_CPU)
        resource.setrlimit(resource.RLIMIT_CPU, (int(spent.ru_utime + spent.ru_stime) + seconds + 1, hard))


def confine() -> None:
    """From here on Python opens no connection, starts no program, and sees only itself and a folder of its own.

    The sandbox keeps templates from Python at all; this is for the day when one finds a way out. A hook can't be
    taken off again, but it knows nothing of what C libraries do.
    """
    mine = (_real(tempfile.gettempdir()),)
    python = {_real(place) for place in (*sys.path, sys.prefix, sys.base_prefix) if place}
    seen = (*mine, *python, "/dev/null", "/dev/urandom", "/usr/share/zoneinfo")

    def watch(event: str, arguments: tuple[Any, ...]) -> None:
        if event == "open":
            path, mode, flags = arguments
            _hold(path, mine if _writes(mode, flags) else seen)
        elif event in _LOOKS:
            _hold(arguments[0] or ".", seen)
        elif event in _CHANGES:
            for path in arguments[:2]:
                _hold(path, mine)
        elif event.startswith(_NEVER):
            raise PermissionError(f"{event} isn't open to a template pack")

    sys.addaudithook(watch)


def _writes(mode: Any, flags: Any) -> bool:
    if isinstance(mode, str):
        return not set(mode).isdisjoint("wax+")
    return isinstance(flags, int) and bool(flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC))


def _hold(path: Any, places: tuple[str, ...]) -> None:
    if not isinstance(path, (str, bytes, os.PathLike)):  # what is open already, by its number
        return
    real = _real(path)
    if not any(real == place or real.startswith(place.rstrip(os.sep) + os.sep) for place in places):
        raise PermissionError(f"{os.fsdecode(path)} isn't open to a template pack")


def _real(path: Any) -> str:
    return os.path.realpath(os.fsdecode(path))
