"""A process that typesets, started before it is asked: it loads WeasyPrint while ours reads the plan.

On two cores one print takes two thirds of the time, from the command to the file. It is for the command that prints
one or a few plans; whoever prints many shares the plans out. A form has one of its own for its preview, so that nobody
waits while typing.
"""

from __future__ import annotations

import atexit
import pickle
import subprocess
import sys
from contextlib import suppress
from importlib import import_module
from typing import IO, TYPE_CHECKING, Any

if TYPE_CHECKING:
    from clientplan.render.live import Glance, Look
    from clientplan.render.order import Composed, Order, Rehearsal

_PATIENCE = 1.0  # seconds that it has to clear away its temporary files
_begun: list[Ahead] = []  # one, or none


class Ahead:
    """The process, seen from ours. It is our own program with our own orders, so what it says is believed."""

    def __init__(self) -> None:
        command = [sys.executable, "-P", "-m", "clientplan.render.ahead_child"]
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)  # noqa: S603  # ours
        self._asked: Order | Glance | None = None  # what it hasn't answered yet

    def rehearse(self, order: Order) -> None:
        """Has it get ready with an order of this style: as far as it comes before a real one does."""
        from clientplan.render.order import Rehearsal

        self._send(Rehearsal(order))

    def ask(self, order: Order) -> None:
        """Has it begin; nobody waits. Whoever wants the answer asks for the same again with `typeset`."""
        self._say(order)

    def typeset(self, order: Order) -> Composed:
        """As `typesetting.typeset`; raises what that raises.

        Raises:
            OSError, EOFError: it has ended.
        """
        if order != self._asked:
            self._say(order)
        import_module("clientplan.render.completeness")  # by which the print is read back: here nobody waits for it
        composed: Composed = self._answer()
        return composed

    def look(self, glance: Glance) -> Look:
        """As `live.Live.look`, for the page of that name; raises what that raises, and as `typeset`."""
        self._say(glance)
        look: Look = self._answer()
        return look

    def close(self) -> None:
        for stream in (self._process.stdin, self._process.stdout):
            with suppress(OSError, AttributeError):
                stream.close()  # type: ignore[union-attr]  # both are pipes
        try:
            self._process.wait(_PATIENCE)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()

    def _say(self, asked: Order | Glance) -> None:
        if self._asked is not None:  # it says no more until somebody has listened, and listens no more until it has
            self._heard()
        self._send(asked)
        self._asked = asked

    def _send(self, message: Order | Glance | Rehearsal) -> None:
        into: IO[bytes] = self._process.stdin  # type: ignore[assignment]  # a pipe
        pickle.dump(message, into)
        into.flush()

    def _answer(self) -> Any:
        found, answer = self._heard()
        if found == "failed":
            raise RuntimeError(f"typesetting failed:\n{answer}")
        if found == "refused":
            raise answer
        return answer

    def _heard(self) -> tuple[str, Any]:
        self._asked = None
        found: tuple[str, Any] = pickle.load(self._process.stdout)  # type: ignore[arg-type]  # noqa: S301  # ours, a pipe
        return found


def begin() -> None:
    """Starts it, where the system lets us."""
    if not _begun:
        with suppress(OSError):
            _begun.append(Ahead())


def begun() -> bool:
    return bool(_begun)


def rehearse(order: Order) -> None:
    """Gives it something to get ready with; nothing where it wasn't begun."""
    for process in _begun:
        with suppress(OSError):
            process.rehearse(order)


def ask(order: Order) -> None:
    """Has it begin with what will most likely be wanted; nothing where it wasn't begun."""
    for process in _begun:
        with suppress(OSError, EOFError, pickle.UnpicklingError):
            process.ask(order)


def typeset(order: Order) -> Composed:
    """In that process where it was begun, in ours where it wasn't, or where it has ended before its time."""
    for process in _begun:
        try:
            return process.typeset(order)
        except (OSError, EOFError, pickle.UnpicklingError):
            end()
    from clientplan.render import typesetting

    return typesetting.typeset(order)


@atexit.register
def end() -> None:
    """Ends it; what is asked from here on is done in our own process."""
    while _begun:
        _begun.pop().close()
