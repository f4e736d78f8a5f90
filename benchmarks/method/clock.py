"""What a piece of work takes: time on the wall, and the processor's, which other work stretches less."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

Clock = Callable[[], float]  # seconds of the processor so far


@dataclass(frozen=True)
class Spent:
    wall: float  # s
    cpu: float  # s, of all processes that took part
    memory: float | None = None  # MB, the most that the largest of its processes held


def spent(work: Callable[[], Any], cpu: Clock = time.process_time) -> tuple[Spent, Any]:
    """Sweeps up first what others left behind, so that nobody's garbage falls into somebody else's time."""
    gc.collect()
    began, before = time.perf_counter(), cpu()
    result = work()
    after, ended = cpu(), time.perf_counter()
    return Spent(ended - began, after - before), result
