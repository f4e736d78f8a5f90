"""Composing apart from our own process, with limits: for packs that use files which aren't ours."""

from __future__ import annotations

import atexit
import os
import threading
from typing import Any

from pydantic import TypeAdapter

from clientplan.errors import ClientPlanError, DoesNotFit, Missing, RenderRefused
from clientplan.render import pack_files
from clientplan.render.apart_process import Apart
from clientplan.render.composing import Job
from clientplan.render.order import Composed

_KEPT = 2  # processes, 80 MB each

Key = tuple[object, ...]
_processes: dict[Key, Apart] = {}  # the one used last stands last; a process serves one pack, and no other ever
_lock = threading.Lock()


def compose_apart(job: Job) -> Composed:
    """As `compose`, in a process that is kept for the next job of the same pack; each job has its limits anew.

    Raises:
        RenderRefused: it took more than 30 s or 2 GB, or the pack has a mistake.
        DoesNotFit, Missing: as `compose`.
    """
    with _lock:
        answer = _ask(job)
    if "composed" in answer:
        return _ADAPTER.validate_python(answer["composed"])
    raise _refusal(answer) from (RuntimeError(answer["trace"]) if "trace" in answer else None)


_ADAPTER = TypeAdapter(Composed)
_REFUSALS: dict[str, type[ClientPlanError]] = {kind.__name__: kind for kind in (DoesNotFit, Missing)}


def _ask(job: Job) -> dict[str, Any]:
    # A forked process must not speak into its parent's pipes, and a font is loaded once for good.
    key = (os.getpid(), job.pack.name, job.pack.folders, pack_files.digest(job.pack.files or {}, pack_files.FONTS))
    answer = None
    try:
        while answer is None:
            process = _processes.pop(key, None) or Apart()
            _processes[key] = process
            answer = process.ask(job)
            if answer is None:
                _forget(key)
    except BaseException:
        _forget(key)
        raise
    for old in list(_processes)[:-_KEPT]:
        _forget(old)
    if answer.get("last"):
        _forget(key)
    return answer


def _forget(key: Key) -> None:
    process = _processes.pop(key, None)
    if process and key[0] == os.getpid():
        process.close()


def _refusal(answer: dict[str, Any]) -> ClientPlanError:
    """The refusal as it was raised over there; of what it says of itself, only text and numbers are taken."""
    kind = _REFUSALS.get(str(answer.get("refused")), RenderRefused)
    facts = {str(name): _tuples(value) for name, value in dict(answer.get("facts", {})).items()}
    return kind(str(answer.get("message")), **facts)


def _tuples(value: Any) -> Any:
    return tuple(map(_tuples, value)) if isinstance(value, list) else value


@atexit.register
def _close() -> None:
    for key in list(_processes):
        _forget(key)
