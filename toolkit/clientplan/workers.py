"""Work shared out over processes, one piece at a time; one that dies takes no other piece along.

Each process is started anew (spawn): that works alike on every system, leaves no half-copied locks or threads, and
ends with the exit functions run, which clear away temporary folders. A fork of one that has loaded WeasyPrint saves
its loading, a second of computing; but that is done by all processes at once, so nobody waits a shorter time for it.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import traceback
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from importlib.machinery import ModuleSpec
from multiprocessing.connection import Connection, wait
from types import FrameType
from typing import Generic, NoReturn, TypeVar

from clientplan.errors import ClientPlanError
from clientplan.patient_collector import look_seldom

Piece = TypeVar("Piece")
Result = TypeVar("Result")
Act = Callable[[Piece], Result]

_TRIES = 2  # a process may be ended for want of memory that others took: its piece gets a second chance
_STARTS = 3  # processes in a row that end before they have begun; then none will
_PATIENCE = 2.0  # seconds that a process has to clear away its temporary files


class _Ready:
    """What a process says when it is set up."""


@dataclass(frozen=True)
class Died:
    """Its process ended before it was done."""

    status: int  # as the system says it: -9 was ended by signal 9


@dataclass(frozen=True)
class Failed:
    """Our own bug came up."""

    traceback: str

    @property
    def last(self) -> str:
        """The line that says what it was."""
        return self.traceback.strip().rsplit("\n", 1)[-1]


def cores() -> int:
    """Those that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def share_out(
    make: Callable[[], Act[Piece, Result]], pieces: Sequence[Piece], processes: int
) -> Iterator[tuple[Piece, Result | Died | Failed]]:
    """Each piece with what came of it, as they are done.

    `make` is called once in each process and gives what is called with the pieces; it must be one that can be pickled,
    and not of the program's own file. With one process the work is done in ours.

    Raises:
        ClientPlanError: the processes don't start.
    """
    processes = min(processes, len(pieces))
    if processes <= 1:
        act = make() if pieces else None
        yield from ((piece, _done(act, piece)) for piece in pieces if act)
        return
    crew = _Crew(make, pieces, processes)
    try:
        yield from crew.work()
    except BaseException:  # Ctrl-C, or nobody wants the rest
        crew.stop()
        raise
    crew.dismiss()


class _Crew(Generic[Piece, Result]):
    def __init__(self, make: Callable[[], Act[Piece, Result]], pieces: Sequence[Piece], processes: int) -> None:
        self._make = make
        self._waiting = deque((piece, 1) for piece in pieces)
        self._processes = processes
        self._members: list[_Member[Piece, Result]] = []
        self._lost_starts = 0

    def work(self) -> Iterator[tuple[Piece, Result | Died | Failed]]:
        while self._hand_out() or any(one.busy for one in self._members):
            ready = wait([one.pipe for one in self._members if one.busy])
            for one in [one for one in self._members if one.pipe in ready]:
                piece, tries = one.held
                done = one.answer()
                if isinstance(done, _Ready):
                    self._lost_starts = 0
                    continue
                if isinstance(done, Died):
                    self._members.remove(one)
                    self._count_start(one, done)
                    if tries < _TRIES:
                        self._waiting.append((piece, tries + 1))
                        continue
                yield piece, done

    def _count_start(self, one: _Member[Piece, Result], died: Died) -> None:
        self._lost_starts += not one.ready
        if self._lost_starts == _STARTS:
            raise ClientPlanError(f"Processes to share the work end at once (status {died.status}). Use one: --jobs 1")

    def _hand_out(self) -> bool:
        """Gives each process that is free something to do, and starts those that are missing."""
        while len(self._members) < self._processes and len(self._waiting) > sum(not one.busy for one in self._members):
            self._members.append(_Member(self._make))
        for one in self._members:
            if self._waiting and not one.busy:
                one.take(*self._waiting.popleft())
        return bool(self._waiting)

    def dismiss(self) -> None:
        for one in self._members:
            with suppress(OSError):
                one.pipe.send(None)
        self._end()

    def stop(self) -> None:
        for one in self._members:
            one.process.terminate()
        self._end()

    def _end(self) -> None:
        for one in self._members:
            one.process.join(_PATIENCE)
            if one.process.is_alive():
                one.process.kill()
                one.process.join()
            one.pipe.close()


class _Member(Generic[Piece, Result]):
    """One process, seen from ours."""

    def __init__(self, make: Callable[[], Act[Piece, Result]]) -> None:
        context = multiprocessing.get_context("spawn")
        self.pipe, theirs = context.Pipe()
        self.process = context.Process(target=_work, args=(theirs, make), daemon=True)
        with _deaf(), _without_program():
            self.process.start()
        theirs.close()
        self.busy = self.ready = False

    def take(self, piece: Piece, tries: int) -> None:
        self.held = (piece, tries)
        self.busy = True
        with suppress(OSError):  # it is gone, and the answer will say so
            self.pipe.send((piece,))

    def answer(self) -> Result | Died | Failed | _Ready:
        try:
            answer: Result | Failed | _Ready = self.pipe.recv()
        except (EOFError, OSError):
            self.process.join()
            self.pipe.close()
            return Died(self.process.exitcode or 0)
        self.busy = isinstance(answer, _Ready)
        self.ready = True
        return answer


@contextmanager
def _deaf() -> Iterator[None]:
    """A process started in here never hears of Ctrl-C: ours does, and ends it. Nor do we until it has started."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


@contextmanager
def _without_program() -> Iterator[None]:
    """A process started in here doesn't run the file of our program once more, as those of the library do.

    That file may be anybody's, without the guard that this asks for; and it loads what nobody needs there. A program
    that is a package's `__main__` is left alone, so ours is named like one.
    """
    program = sys.modules["__main__"]
    before = program.__spec__
    program.__spec__ = ModuleSpec("clientplan.__main__", None)
    try:
        yield
    finally:
        program.__spec__ = before


def _work(pipe: Connection, make: Callable[[], Act[Piece, Result]]) -> None:
    """In the other process: until there is no more, or nobody who asks."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, _leave)
    look_seldom()
    with suppress(EOFError, OSError):
        act = make()
        pipe.send(_Ready())
        while asked := pipe.recv():
            pipe.send(_done(act, *asked))


def _done(act: Act[Piece, Result], piece: Piece) -> Result | Failed:
    try:
        return act(piece)
    except Exception:  # noqa: BLE001  # our bug; the other pieces may do without what is wrong
        return Failed(traceback.format_exc())


def _leave(_signal: int, _frame: FrameType | None) -> NoReturn:
    sys.exit(1)
