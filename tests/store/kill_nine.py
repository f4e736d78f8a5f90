"""Kills a saving process again and again, and prints how often the file was torn or an acknowledged save lost.

Run as a script by test_crash.py, in a process of its own: it forks. usage: kill_nine.py FOLDER KILLS naive|ours
"""

from __future__ import annotations

import json
import os
import random
import signal
import sys
import time
from pathlib import Path

from clientplan.atomic import write_atomically


def content(version: int) -> bytes:
    body = json.dumps({"version": version, "text": "plan " * 12_000})
    return f"{body}\nend {version}\n".encode()


def version(data: bytes) -> int | None:
    """The version of a whole file; None of a torn one."""
    try:
        found = json.loads(data.split(b"\n")[0])["version"]
    except (ValueError, KeyError):
        return None
    return found if data == content(found) else None


def naive(path: Path, data: bytes) -> None:
    path.write_bytes(data)


def saving(path: Path, save, number: int, pipe: int) -> None:
    os.write(pipe, b"%d\n" % number)
    while True:
        number += 1
        save(path, content(number))
        os.write(pipe, b"%d\n" % number)


def main(folder: Path, kills: int, save) -> dict[str, int]:
    path = folder / "plan.yaml"
    path.write_bytes(content(0))
    chance = random.Random(1)
    torn = lost = saves = 0
    for _ in range(kills):
        reader, writer = os.pipe()
        start = version(path.read_bytes()) or 0
        child = os.fork()
        if child == 0:
            saving(path, save, start, writer)
        os.close(writer)
        told = os.read(reader, 16)
        time.sleep(chance.uniform(0.002, 0.03))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        while more := os.read(reader, 65536):
            told += more
        os.close(reader)
        acknowledged = int(told.split(b"\n")[-2])
        saves += acknowledged - start
        found = version(path.read_bytes())
        torn += found is None
        lost += found is not None and found < acknowledged
        if found is None:
            path.write_bytes(content(acknowledged))
    return {"torn": torn, "lost": lost, "saves": saves}


if __name__ == "__main__":
    print(json.dumps(main(Path(sys.argv[1]), int(sys.argv[2]), naive if sys.argv[3] == "naive" else write_atomically)))
