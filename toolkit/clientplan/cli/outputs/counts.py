"""How often each check spoke, over all plans."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import asdict, dataclass

from rich.table import Table

from clientplan.checks import Finding, Severity
from clientplan.cli.outputs.checked import Checked
from clientplan.cli.outputs.tables import show


@dataclass(frozen=True, slots=True)
class Count:
    code: str
    name: str
    severities: tuple[str, ...]  # the worst first
    findings: int
    plans: int


def counts(checked: Sequence[Checked]) -> list[Count]:
    """By code, the most frequent first."""
    found: dict[str, list[tuple[str, Finding]]] = defaultdict(list)
    for one in checked:
        for located in one.findings:
            found[located.finding.code].append((one.file, located.finding))
    each = [_count(code, rows) for code, rows in found.items()]
    return sorted(each, key=lambda count: (-count.findings, -count.plans, count.code))


def counts_json(checked: Sequence[Checked]) -> str:
    return json.dumps({"version": 1, "counts": [asdict(count) for count in counts(checked)]}, indent=1)


def print_counts(checked: Sequence[Checked]) -> None:
    table = Table("findings", "plans", "check", "name", "severity")
    for count in counts(checked):
        table.add_row(str(count.findings), str(count.plans), count.code, count.name, ", ".join(count.severities))
    if table.row_count:
        show(table)


def _count(code: str, rows: list[tuple[str, Finding]]) -> Count:
    findings = [finding for _, finding in rows]
    spoken = {finding.severity for finding in findings}
    severities = tuple(severity.value for severity in Severity if severity in spoken)
    return Count(code, findings[0].name, severities, len(rows), len({file for file, _ in rows}))
