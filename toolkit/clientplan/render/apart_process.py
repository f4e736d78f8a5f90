"""The process that foreign packs are worked through in, seen from ours: started, asked, ended."""

from __future__ import annotations

import json
import pickle
import shutil
import subprocess
import tempfile
from base64 import b64decode
from contextlib import suppress
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from clientplan.errors import RenderRefused
from clientplan.render import apart_child, limits, program
from clientplan.render.watching import MEMORY, TIME, watched

if TYPE_CHECKING:
    from clientplan.render.composing import Job

_GRACE = 2.0  # seconds that it has beyond its own alarm, to say where it was
_START = 20.0  # seconds that it may take to start, on a busy machine
_LARGEST = 200_000_000  # bytes of an answer
_COMPLAINT = "complaint.txt"


class Apart:
    """One process. It gets jobs and no more: no plan, none of our environment, no folder but its own."""

    def __init__(self) -> None:
        self._folder = Path(tempfile.mkdtemp(prefix="clientplan-apart-"))
        with (self._folder / _COMPLAINT).open("wb") as complaint:
            self._process = subprocess.Popen(  # noqa: S603  # our own program, without an argument from outside
                program.command(apart_child.__name__),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=complaint,
                cwd=self._folder,
                env={**program.environment(), **dict.fromkeys(("TMPDIR", "TEMP", "TMP"), str(self._folder))},
            )
        self._used = False

    def ask(self, job: Job) -> dict[str, Any] | None:
        """Its answer; None where it had gone idle and ended before it was asked.

        Raises:
            RenderRefused: a limit was reached.
        """
        with watched(self._process, limits.SECONDS + _GRACE + (0 if self._used else _START)) as reached:
            content = self._exchange(pickle.dumps((limits.SECONDS, job)))
        if content and not reached:
            self._used = True
            answer: dict[str, Any] = json.loads(content, object_hook=_unpacked)
            return answer
        self._process.wait()
        if self._process.returncode == 0 and self._used and not reached:
            return None
        raise self._stopped(job, *reached)

    def close(self) -> None:
        for stream in (self._process.stdin, self._process.stdout):
            with suppress(OSError, AttributeError):
                stream.close()  # type: ignore[union-attr]  # both are pipes
        try:
            self._process.wait(1)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        shutil.rmtree(self._folder, ignore_errors=True)

    def _exchange(self, content: bytes) -> bytes:
        into: IO[bytes] = self._process.stdin  # type: ignore[assignment]  # both are pipes
        out: IO[bytes] = self._process.stdout  # type: ignore[assignment]
        with suppress(OSError):  # it is gone, and may have said why
            into.write(len(content).to_bytes(apart_child.HEAD) + content)
            into.flush()
        length = int.from_bytes(out.read(apart_child.HEAD))
        said = out.read(min(length, _LARGEST))
        if len(said) < length:  # it was ended while it spoke, or says more than any PDF has
            self._process.kill()
            return b""
        return said

    def _stopped(self, job: Job, *reached: str) -> Exception:
        pack, status = job.pack.name, self._process.returncode
        if MEMORY in reached or status == apart_child.OUT_OF_MEMORY:
            return RenderRefused(
                f"The pack {pack} needs more than {limits.MEMORY / 10**9:g} GB of memory: look in {job.pack.template} "
                "and what it uses for text or pictures that grow and grow"
            )
        if TIME in reached or -status == limits.OUT_OF_TIME:
            return RenderRefused(
                f"The pack {pack} ran longer than {limits.SECONDS} s: look for an endless loop in {job.pack.template} "
                "and what it uses, for boxes deep inside each other, and for cells over thousands of columns"
            )
        complaint = (self._folder / _COMPLAINT).read_text(encoding="utf-8", errors="replace")
        if status > 0 and complaint:
            return RuntimeError(f"the process for foreign packs failed:\n{complaint}")
        return RenderRefused(
            f"The pack {pack} brought down the process that prints it (signal {-status}), mostly for want of memory: "
            f"look for what is very large in {job.pack.template} and what it uses"
        )


def _unpacked(found: dict[str, Any]) -> Any:
    return b64decode(found["base64"]) if set(found) == {"base64"} else found
