"""A process is ended at its limits by us as well: some systems hold none."""

from __future__ import annotations

import subprocess
import sys
from typing import NoReturn

import pytest

from clientplan.render import limits
from clientplan.render.watching import MEMORY, TIME, watched


def started(code: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen([sys.executable, "-c", code])


def test_one_that_takes_too_long() -> None:
    with started("import time; time.sleep(60)") as process, watched(process, 0.3) as reached:
        process.wait()
    assert reached == [TIME]


def test_one_that_takes_too_much(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MEMORY", 100_000_000)
    with started("import time; a = b'x' * 200_000_000; time.sleep(60)") as process, watched(process, 60) as reached:
        process.wait()
    assert reached == [MEMORY]


def test_one_that_ends_by_itself() -> None:
    with started("pass") as process, watched(process, 60) as reached:
        assert process.wait() == 0
    assert reached == []


def test_one_that_nobody_waits_for_any_longer() -> None:
    def interrupted() -> NoReturn:
        raise KeyboardInterrupt

    with started("import time; time.sleep(60)") as process:
        with pytest.raises(KeyboardInterrupt), watched(process, 60):
            interrupted()
        assert process.wait() == -9
