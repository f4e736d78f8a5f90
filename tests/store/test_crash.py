from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="the harness forks; Windows can't")


def killed(folder: Path, how: str, kills: int) -> dict[str, int]:
    command = [sys.executable, str(Path(__file__).with_name("kill_nine.py")), str(folder), str(kills), how]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=True)
    return json.loads(done.stdout)


def test_the_harness_tears_a_naive_save(tmp_path: Path) -> None:
    assert killed(tmp_path, "naive", 40)["torn"] > 0


def test_a_killed_save_leaves_a_whole_file_and_loses_no_acknowledged_save(tmp_path: Path) -> None:
    result = killed(tmp_path, "ours", 60)
    assert result["torn"] == 0
    assert result["lost"] == 0
    assert result["saves"] >= 20  # it did save, even on a busy disk
