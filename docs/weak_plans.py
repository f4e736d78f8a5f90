"""Writes what the checks say of the plans in weak-plans/ into weak-plans.md. Run it after a change: start.py docs."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

DOCS = Path(__file__).parent
PAGE = DOCS / "weak-plans.md"
BLOCK = re.compile(r"```console\n\$ clientplan (?P<command>[^\n]*)\n.*?```\n", re.DOTALL)


def page(text: str) -> str:
    """The page with the output of each command made anew."""
    return BLOCK.sub(lambda block: f"```console\n$ clientplan {block['command']}\n{said(block['command'])}```\n", text)


def said(command: str) -> str:
    """What the command prints, in the folder of the weak plans."""
    program = [sys.executable, "-c", "from clientplan.cli import main; main()", *command.split()]
    run = subprocess.run(  # noqa: S603 - our own command
        program, cwd=DOCS / "weak-plans", capture_output=True, text=True, check=False, env={"COLUMNS": "110"}
    )
    return run.stdout + run.stderr


if __name__ == "__main__":
    PAGE.write_text(page(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
