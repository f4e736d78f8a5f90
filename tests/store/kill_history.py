"""Kills a process that saves a plan again and again, and prints what its history is worth.

Run as a script by test_crash.py, in a process of its own: it forks. usage: kill_history.py FOLDER KILLS
"""

from __future__ import annotations

import json
import os
import random
import signal
import sys
import time
from pathlib import Path

from clientplan.errors import StoreError
from clientplan.plan.plan import Client, Period, Plan
from clientplan.store.folder import FolderStore
from clientplan.store.history import marked

PERIOD = Period.model_validate({"first": "2026-01-01", "last": "2026-12-31"})


def saving(store: FolderStore, name: str, pipe: int) -> None:
    stored, number = store.load(name), 0
    os.write(pipe, b"begun\n")
    while True:
        number += 1
        stored = store.save(stored, stored.plan.replace(notes=f"{os.getpid()} {number} " + "words " * 600))


def main(folder: Path, kills: int) -> dict[str, int]:
    store = FolderStore(folder)
    name = store.create(Plan(client=Client(name="Harrow"), period=PERIOD)).name
    chance = random.Random(1)
    missed = 0
    for _ in range(kills):
        reader, writer = os.pipe()
        child = os.fork()
        if child == 0:
            saving(store, name, writer)
        os.close(writer)
        os.read(reader, 16)
        time.sleep(chance.uniform(0.01, 0.1))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        os.close(reader)
        left = store.load(name)  # its version may not have been kept any more: the next save makes up for that
        store.save(left, left.plan.replace(notes=f"after {child}"))
        missed += marked(left.data) not in {state.mark for state in store.history.states(name)[-3:]}
    torn = 0
    for state in store.history.states(name):
        try:
            store.history.read(state)
        except StoreError:
            torn += 1
    return {"torn": torn, "missed": missed, "states": len(store.history.states(name))}


if __name__ == "__main__":
    print(json.dumps(main(Path(sys.argv[1]), int(sys.argv[2]))))
