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
import traceback
from base64 import b64encode
from dataclasses import fields
from typing import IO, TYPE_CHECKING, Any, NoReturn

from clientplan.errors import ClientPlanError, RenderRefused
from clientplan.render import limits

if TYPE_CHECKING:
    from clientplan.render.composing import Job

IDLE = 120  # seconds without a job before it ends itself
OUT_OF_MEMORY = 3  # exit status
HEAD = 8  # bytes


class TooLong(BaseException):
    """Raised by the clock, wherever the job happens to be; no handler of exceptions takes it for its own."""


def main() -> None:
    jobs = sys.stdin.buffer
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # what anything prints mustn't stand among the answers
    limits.limit_memory()
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
        answer: dict[str, Any]
        last = False  # afterwards what was left half done isn't used again
        try:
            done = compose_here(job)
            answer = {"composed": {field.name: getattr(done, field.name) for field in fields(done)}}
        except ClientPlanError as error:
            answer = _refusal(error)
        except TooLong as error:
            answer, last = _refusal(_took_too_long(job, seconds, error)), True
        except MemoryError:
            os._exit(OUT_OF_MEMORY)
        except Exception:  # noqa: BLE001  # our own bug, or what a pack made of us: told, and raised over there
            answer, last = {"bug": traceback.format_exc()}, True
        _alarm(0, _too_long)
        _say(answers, {**answer, "last": last})
        if last:
            return


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
