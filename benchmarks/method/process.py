"""A command as a process: what it took with everything that it started, and what it said when it failed."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from method.clock import Spent
from peers.command import Command

_LAUNCHER = Path(__file__).with_name("launcher.py")
LIMIT = 900  # s


class Failed(Exception):
    """A command ended badly; with the end of what it said."""


def run(command: Command) -> Spent:
    """Runs it to its end.

    Raises:
        Failed: it ended badly, or made no PDF.
    """
    if command.pdf is not None:
        command.pdf.unlink(missing_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.json"
        line = [sys.executable, "-I", "-S", str(_LAUNCHER), str(report), str(LIMIT), *command.line]
        environment = {**os.environ, **command.environment}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)  # a tool's own user waits for its compilation only once
        done = subprocess.run(
            line, cwd=command.folder, env=environment, capture_output=True, text=True, errors="replace", check=False
        )
        said = (done.stderr or done.stdout).strip()[-500:]
        if not report.exists():
            raise Failed(said)
        found = json.loads(report.read_text(encoding="utf-8"))
    if found["code"] != 0 or (command.pdf is not None and not command.pdf.exists()):
        raise Failed(f"ended with {found['code']}: {said}")
    return Spent(found["wall"], found["cpu"], found["memory"])
