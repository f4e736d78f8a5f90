from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="the harness forks; Windows can't")


def killed(folder: Path, *how: str, kills: int, script: str = "kill_nine.py") -> dict[str, int]:
    command = [sys.executable, str(Path(__file__).with_name(script)), str(folder), str(kills), *how]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=True)
    return json.loads(done.stdout)


def test_the_harness_tears_a_naive_save(tmp_path: Path) -> None:
    assert killed(tmp_path, "naive", kills=40)["torn"] > 0


def test_a_killed_save_leaves_a_whole_file_and_loses_no_acknowledged_save(tmp_path: Path) -> None:
    result = killed(tmp_path, "ours", kills=60)
    assert result["torn"] == 0
    assert result["lost"] == 0
    assert result["saves"] >= 20  # it did save, even on a busy disk


def test_a_killed_save_leaves_no_torn_version_in_the_history(tmp_path: Path) -> None:
    result = killed(tmp_path, kills=25, script="kill_history.py")
    assert result["torn"] == 0
    assert result["missed"] == 0
    assert result["states"] >= 25
