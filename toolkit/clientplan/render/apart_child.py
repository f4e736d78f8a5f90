"""Composes jobs of foreign packs, one after the other: a program of its own, so that a hostile pack harms nothing.

Each way a length of eight bytes goes before its content. In comes a job, pickled, from our own process. Out goes JSON,
since nothing that this process says is believed more than a plan file would be.
"""

from __future__ import annotations

import contextlib
import json
import os
import pickle
import signal
import sys
import time
import traceback
from base64 import b64encode
from dataclasses import fields
from typing import IO, TYPE_CHECKING, Any, NoReturn

from clientplan.errors import ClientPlanError, RenderRefused
from clientplan.render import limits

if TYPE_CHECKING:
    from collections.abc import Callable

    from clientplan.render.composing import Job
    from clientplan.render.order import Composed

IDLE = 120  # seconds without a job before it ends itself
OUT_OF_MEMORY = 3  # exit status
HEAD = 8  # bytes


class TooLong(BaseException):
    """Raised by the clock, wherever the job happens to be; no handler of exceptions takes it for its own."""


def main() -> None:
    jobs = sys.stdin.buffer
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # what anything prints mustn't stand among the answers
    limits.limit_memory(int(sys.argv[1]))
    try:
        from clientplan.render.composing import compose_here
        from clientplan.render.typesetter import typesetter

        typesetter()  # what it loads and starts while it is made isn't open afterwards
    except ClientPlanError as error:
        _say(answers, _refusal(error))
        return
    limits.confine()
    while (asked := _asked(jobs)) is not None:
        seconds, job = asked
        limits.limit_time(seconds)
        _alarm(seconds, _too_long)
        answer, last = _answer(compose_here, job, seconds)
        _say(answers, {**answer, "last": last})
        if last:
            return


def _answer(compose: Callable[[Job], Composed], job: Job, seconds: int) -> tuple[dict[str, Any], bool]:
    """What comes of a job; whether it left something half done, so that this process isn't used again."""
    try:
        return _composed(compose, job, seconds), False
    except ClientPlanError as error:
        return _refusal(error), False
    except TooLong as error:
        return _refusal(_took_too_long(job, seconds, error)), True
    except MemoryError:
        os._exit(OUT_OF_MEMORY)
    except Exception as error:  # noqa: BLE001  # most likely what the pack asks for; told with its trace
        return {**_refusal(_broke(job, error)), "trace": traceback.format_exc()}, True
    finally:
        _alarm(0, _too_long)


def _asked(stream: IO[bytes]) -> tuple[int, Job] | None:
    """The next job and the seconds it has; None when there is none."""
    _alarm(IDLE, _leave)
    head = stream.read(HEAD)
    content = stream.read(int.from_bytes(head))
    _alarm(0, _leave)
    if not content:
        return None
    asked: tuple[int, Job] = pickle.loads(content)  # noqa: S301  # from our own process, over a pipe of ours
    return asked


def _say(stream: IO[bytes], answer: dict[str, Any]) -> None:
    content = json.dumps(answer, default=_bytes).encode()
    stream.write(len(content).to_bytes(HEAD) + content)
    stream.flush()


def _bytes(value: Any) -> dict[str, str]:
    if not isinstance(value, bytes):
        raise TypeError(f"a {type(value).__name__} can't be sent")
    return {"base64": b64encode(value).decode()}


def _refusal(error: ClientPlanError) -> dict[str, Any]:
    return {"refused": type(error).__name__, "message": str(error), "facts": vars(error)}


def _composed(compose: Callable[[Job], Composed], job: Job, seconds: int) -> dict[str, Any]:
    end = time.monotonic() + seconds
    done = compose(job)
    if time.monotonic() > end:
        raise TooLong  # WeasyPrint took the clock's for a fault of an SVG picture, and went on without it
    return {"composed": {field.name: getattr(done, field.name) for field in fields(done)}}


def _broke(job: Job, error: Exception) -> RenderRefused:
    return RenderRefused(
        f"The page of the pack {job.pack.name} can't be laid out ({type(error).__name__}: {error}). Look in "
        f"{job.pack.template} and the styles for what is unusual, such as hundreds of boxes inside each other"
    )


def _took_too_long(job: Job, seconds: int, error: TooLong) -> RenderRefused:
    from clientplan.render.environment import place

    found = place(error, job.pack)
    took = f"The pack {job.pack.name} ran longer than {seconds} s"
    if found:
        return RenderRefused(f"{took}, in template {found}: look for an endless loop there")
    return RenderRefused(
        f"{took} while its page was laid out: look in {job.pack.template} and the styles for boxes deep inside each "
        "other (flex, grid), and for cells over thousands of columns"
    )


def _alarm(seconds: int, act: Any) -> None:
    """Windows has none: there only the parent looks at the clock."""
    with contextlib.suppress(AttributeError):
        signal.signal(signal.SIGALRM, act)
        signal.setitimer(signal.ITIMER_REAL, seconds)


def _too_long(*_: Any) -> NoReturn:
    raise TooLong


def _leave(*_: Any) -> NoReturn:
    os._exit(0)


if __name__ == "__main__":
    main()
