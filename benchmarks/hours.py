"""Sharing hours out over a portfolio: Client Plan beside the full dynamic program, the next hour where it helps most,
and a MILP solver (HiGHS), on the same books of random S-shaped responses in one run.

The MILP needs `highspy`; without it its column is empty. A peer that would take longer than its limit isn't run. Gaps
are to the dual bound, and CPU seconds are those of this process and its threads, from responses to hours.

    python benchmarks/hours.py            # books of 40, 300, 1,000 and 10,000 clients
    python benchmarks/hours.py --full     # with the full dynamic program on 10,000 clients: minutes
"""

from __future__ import annotations

import argparse
import heapq
from collections.abc import Callable
from dataclasses import dataclass
from importlib.metadata import version
from importlib.util import find_spec

import numpy as np
from numpy.typing import NDArray

from clientplan.insight.hours import Response, allocate
from method.clock import spent
from method.machine import described
from method.table import table

LEVELS = 51  # 0 to 50 hours
SIZES = (40, 300, 1_000, 10_000)
SOLVER_LIMIT = 120.0  # s
MOST_STEPS = 2e9  # of the full dynamic program, unless it is asked for

Vector = NDArray[np.float64]


@dataclass(frozen=True)
class Case:
    responses: list[Response]
    weights: Vector
    now: NDArray[np.int64]
    budget: int

    def worth(self) -> Vector:
        """What each level of each client is worth (n x 51)."""
        hours = np.arange(LEVELS, dtype=float)
        rows = [
            weight * response(hours / now)
            for response, weight, now in zip(self.responses, self.weights, self.now, strict=True)
        ]
        return np.array(rows)


def made(count: int, seed: int) -> Case:
    """Half of the clients have S-shaped responses; there are six hours for each."""
    chance = np.random.default_rng(seed)
    shapes = np.column_stack(
        [
            chance.uniform(0.0, 0.7, count),
            1 + chance.uniform(0.05, 2.5, count),
            np.where(chance.random(count) < 0.5, chance.uniform(0.6, 1.0, count), chance.uniform(1.0, 4.0, count)),
        ]
    )
    halfway = chance.uniform(0.3, 2.0, count)
    responses = [
        Response(*shape, d=at ** shape[2]) for shape, at in zip(shapes.tolist(), halfway.tolist(), strict=True)
    ]
    return Case(responses, chance.lognormal(10, 1, count), chance.integers(1, 12, count), 6 * count)


def ours(case: Case) -> tuple[float, float]:
    found = allocate(case.responses, case.weights, case.now, case.budget, ceiling=LEVELS - 1)
    return found.value, found.bound


def every_hour(case: Case) -> float:
    """Dynamic programming over all hours of the budget."""
    most = np.zeros(case.budget + 1)
    for row in case.worth():
        then = most + row[0]
        for level in range(1, LEVELS):
            np.maximum(then[level:], most[:-level] + row[level], out=then[level:])
        most = then
    return float(most[-1])


def hour_by_hour(case: Case) -> float:
    """The next hour where it helps most."""
    worth = case.worth()
    gains = np.diff(worth, axis=1)
    level = np.zeros(len(worth), int)
    queue = [(-gain, client) for client, gain in enumerate(gains[:, 0].tolist())]
    heapq.heapify(queue)
    for _ in range(case.budget):
        if not queue:
            break
        _, client = heapq.heappop(queue)
        level[client] += 1
        if level[client] < LEVELS - 1:
            heapq.heappush(queue, (-float(gains[client, level[client]]), client))
    return float(worth[np.arange(len(worth)), level].sum())


def solver(case: Case) -> float | None:
    """One binary variable a client and level, one level a client, the budget; one thread. None: nothing in time."""
    import highspy

    worth = case.worth()
    count = len(worth)
    highs = highspy.Highs()
    highs.silent()
    for option, value in {"output_flag": False, "threads": 1, "time_limit": SOLVER_LIMIT, "mip_rel_gap": 1e-7}.items():
        highs.setOptionValue(option, value)
    model = highspy.HighsLp()
    model.num_col_, model.num_row_ = count * LEVELS, count + 1
    model.sense_ = highspy.ObjSense.kMaximize
    model.col_cost_ = worth.ravel()
    model.col_lower_, model.col_upper_ = np.zeros(count * LEVELS), np.ones(count * LEVELS)
    model.row_lower_ = np.append(np.ones(count), -np.inf)
    model.row_upper_ = np.append(np.ones(count), case.budget)
    model.integrality_ = [highspy.HighsVarType.kInteger] * (count * LEVELS)
    model.a_matrix_.format_ = highspy.MatrixFormat.kColwise
    model.a_matrix_.start_ = 2 * np.arange(count * LEVELS + 1)
    rows = np.column_stack([np.repeat(np.arange(count), LEVELS), np.full(count * LEVELS, count)])
    model.a_matrix_.index_ = rows.ravel()
    hours = np.column_stack([np.ones(count * LEVELS), np.tile(np.arange(LEVELS), count)])
    model.a_matrix_.value_ = hours.ravel().astype(float)
    highs.passModel(model)
    highs.run()
    found = highs.getInfo()
    there = found.primal_solution_status == highspy.SolutionStatus.kSolutionStatusFeasible
    return float(found.objective_function_value) if there else None


def row(name: str, took: float, value: float | None, bound: float, us: float) -> list[str]:
    if value is None:
        return [name, f"{took:,.2f}", f"{took / us:,.0f}", "nothing found", ""]
    return [name, f"{took:,.3f}", f"{took / us:,.1f}", f"{value:,.2f}", f"{100 * (bound - value) / bound:.6f}"]


def compared(count: int, seed: int, *, full: bool) -> list[list[str]]:
    case = made(count, seed)
    allocate(case.responses[:2], 1, 1, 3)  # what is loaded once isn't anybody's time
    time, (value, bound) = spent(lambda: ours(case))
    name = f"{count:,} clients, {case.budget:,} hours"
    rows = [row(f"{name}: Client Plan", time.cpu, value, bound, time.cpu)]
    peers: dict[str, Callable[[Case], float | None]] = {"hour by hour": hour_by_hour}
    if full or count * case.budget * LEVELS <= MOST_STEPS:
        peers["full dynamic program"] = every_hour
    if find_spec("highspy"):
        peers[f"HiGHS, at most {SOLVER_LIMIT:.0f} s"] = solver
    for peer, work in peers.items():
        took, found = spent(lambda work=work: work(case))
        rows.append(row(peer, took.cpu, found, bound, time.cpu))
        if work is every_hour and abs(found - value) > 1e-9 * abs(value):
            raise SystemExit(f"{name}: {value} is worth less than the optimum {found}")
    return rows


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--full", action="store_true", help="the full dynamic program at every size")
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES, help="clients")
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    found = [f"{name} {version(name)}" for name in ("numpy", "highspy") if find_spec(name)]
    print(f"{described()} {', '.join(found)}.")
    rows = [line for count in given.sizes for line in compared(count, given.seed, full=given.full)]
    print(table(["", "CPU s", "times ours", "worth", "gap to the bound, %"], rows))


if __name__ == "__main__":
    main()
