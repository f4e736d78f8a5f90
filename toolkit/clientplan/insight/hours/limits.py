"""The fewest and the most hours of a client by its phase: an optimum alone would drop whole clients."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import ArrayLike, NDArray

from clientplan.plan.words import Phase

# Hours a month. They are those under which the check of planned hours (CP801) warns.
FLOORS = {
    # The first hours of an S-shaped curve bring nearly nothing, so an optimum starves whoever is being built: two hours
    # a month are a meeting and what it takes to prepare it.
    Phase.BUILD: 2.0,
    Phase.MAINTENANCE: 1.0,  # a call a month: silence is how maintenance turns into erosion
    Phase.EROSION: 2.0,  # somebody has to go and ask
}
# Times today's hours. The last judgment before saturation is at half as many hours again: what the curve says far
# beyond is drawn, not judged.
CEILINGS = {
    Phase.BUILD: 3.0,  # today's hours are few, and saturation was judged to be far off
    Phase.MAINTENANCE: 2.0,
    Phase.EROSION: 2.0,
}


def by_phase(
    phases: Sequence[Phase | None], now_hours: ArrayLike, times: float = 1.0
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Floor and ceiling of each client (two arrays of n, hours).

    Args:
        phases: of each client; without one it is held as a client in maintenance.
        now_hours: n, what each gets today. A ceiling is never under twice the floor.
        times: months in the time that the hours are counted over: 12 for hours a year.
    """
    now = np.asarray(now_hours, dtype=float)
    known = [phase or Phase.MAINTENANCE for phase in phases]
    floors = np.array([FLOORS[phase] for phase in known]) * times
    ceilings = np.array([CEILINGS[phase] for phase in known]) * now
    return floors, np.maximum(ceilings, 2 * floors)
