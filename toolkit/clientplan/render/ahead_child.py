"""Typesets what it is asked for, one order after the other; `ahead.py` starts it and speaks with it."""

from __future__ import annotations

import atexit
import contextlib
import os
import pickle
import select
import signal
import sys
import traceback
from typing import TYPE_CHECKING, Any, NoReturn

from clientplan.errors import ClientPlanError
from clientplan.patient_collector import look_seldom

if TYPE_CHECKING:
    from clientplan.render.live import Glance, Live, Look
    from clientplan.render.order import Order, Rehearsal

_lives: dict[str, Live] = {}


def main() -> None:
    look_seldom()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the one who asked: it ends this process too
    orders = sys.stdin.buffer
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # what anything prints mustn't stand among the answers
    _ready()
    while True:
        try:
            asked: Order | Glance | Rehearsal = pickle.load(orders)  # noqa: S301  # from our own process, over a pipe of ours
        except EOFError:
            _leave()
        if _rehearsed(asked):
            continue
        pickle.dump(_answer(asked), answers)
        answers.flush()


def _ready() -> None:
    """What every page takes; where it can't be had, the first answer says so."""
    from clientplan.render.typesetter import typesetter

    with contextlib.suppress(ClientPlanError):
        typesetter()


def _rehearsed(asked: Any) -> bool:
    """Whether it was only a rehearsal. What goes wrong in it is said when it is asked for in earnest."""
    from clientplan.render.order import Rehearsal
    from clientplan.render.typesetting import rehearse

    if not isinstance(asked, Rehearsal):
        return False
    with contextlib.suppress(Exception):
        rehearse(asked.order, _wanted)
    return True


def _wanted() -> bool:
    """Whether an order waits; where the system can't tell that of a pipe, none does."""
    try:
        return bool(select.select([sys.stdin], [], [], 0)[0])
    except (OSError, ValueError):
        return False


def _leave() -> NoReturn:
    """At once: nobody waits for Python to take itself apart, but temporary folders are cleared away."""
    atexit._run_exitfuncs()  # noqa: SLF001  # there is no other way to have them run
    os._exit(0)


def _answer(asked: Any) -> tuple[str, Any]:
    from clientplan.render.order import Order
    from clientplan.render.typesetting import typeset

    try:
        return "done", typeset(asked) if isinstance(asked, Order) else _looked(asked)
    except ClientPlanError as error:
        return "refused", error
    except Exception:  # noqa: BLE001  # our own bug: told, and raised over there
        return "failed", traceback.format_exc()


def _looked(glance: Glance) -> Look:
    from clientplan.render.live import Live

    if glance.page not in _lives:
        _lives.clear()  # one form shows one page
        _lives[glance.page] = Live()
    return _lives[glance.page].look(glance.order)


if __name__ == "__main__":
    main()
