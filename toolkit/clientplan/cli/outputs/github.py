"""For GitHub: workflow commands, which its runner turns into annotations beside the lines of a pull request."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from clientplan.checks import Severity
from clientplan.cli.outputs.checked import NOWHERE, Checked, Located

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def notices(checked: Sequence[Checked]) -> Iterator[str]:
    """One line a finding: `::error file=…,line=…::message`."""
    return (_annotation(one.file, located) for one in checked for located in one.findings)


def _annotation(file: str, located: Located) -> str:
    finding = located.finding
    values = {"file": file, "title": f"{finding.code} {finding.name}"}
    if located.start != NOWHERE:
        values |= {"line": str(located.start[0]), "endLine": str(located.end[0]), "col": str(located.start[1])}
        if located.end[0] == located.start[0]:  # GitHub takes columns only within one line
            values["endColumn"] = str(located.end[1])
        else:
            del values["col"]
    properties = ",".join(f"{key}={_property(value)}" for key, value in values.items())
    return f"::{_COMMANDS[finding.severity]} {properties}::{_data(finding.message)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
