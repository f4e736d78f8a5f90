"""For programs: everything as JSON. A change that breaks readers of it raises `version`."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from typing import Any

from clientplan.cli.outputs.checked import Checked, Located

VERSION = 1


def as_json(checked: Sequence[Checked], *, today: date) -> str:
    """Findings and those of switched-off checks, each with its file; lines and columns from 1, 0 for a whole file."""
    content = {
        "version": VERSION,
        "today": today.isoformat(),
        "plans": [_plan(one) for one in checked],
        "findings": [_row(one.file, found) for one in checked for found in one.findings],
        "silenced": [{**_row(one.file, found), "reason": found.reason} for one in checked for found in one.silenced],
    }
    return json.dumps(content, indent=1)


def _plan(one: Checked) -> dict[str, Any]:
    return {"file": one.file, "name": one.name, "readable": one.readable, "unprinted": list(one.unprinted)}


def _row(file: str, located: Located) -> dict[str, Any]:
    finding = located.finding
    return {
        "file": file,
        "line": located.start[0],
        "column": located.start[1],
        "end_line": located.end[0],
        "end_column": located.end[1],
        "severity": finding.severity,
        "code": finding.code,
        "name": finding.name,
        "place": finding.place,
        "path": list(finding.path),
        "message": finding.message,
        "fix": {"what": finding.fix.what, "safe": finding.fix.safe} if finding.fix else None,
    }
