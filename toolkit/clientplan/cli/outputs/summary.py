"""The last lines for a person: how much was found, and what was switched off."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from clientplan.checks import Severity, registered
from clientplan.cli.outputs.checked import Checked
from clientplan.cli.visible import visible


def summary(checked: Sequence[Checked], off: Mapping[str, str]) -> Iterator[str]:
    """Sentences. `off`: what the workspace switches off for all its plans, where all were checked and could be."""
    found = Counter(located.finding.severity for one in checked for located in one.findings)
    if found:
        plans = counted(sum(bool(one.findings) for one in checked), "plan")
        each = ", ".join(counted(found[severity], severity) for severity in Severity if found[severity])
        yield f"{counted(found.total(), 'finding')} in {plans}: {each}. Why they matter: clientplan explain CODE"
    else:
        yield f"No findings in {counted(len(checked), 'plan')}."
    for (code, name, reason), count in _silenced(checked).items():
        yield visible(f"Switched off: {code} in {name} ({reason}), {counted(count, 'finding')}")
    spoken = {code for code, _, _ in _silenced(checked)}
    for code in idle(off, spoken):
        yield visible(f"Switched off for the workspace, and without a finding in any plan: {code} ({off[code]})")


def idle(off: Mapping[str, str], spoken: set[str]) -> Iterator[str]:
    """Codes that are off for nothing; a check that looks at more than the plan may not have been able to look."""
    rules = registered()
    return (code for code in off if code in rules and code not in spoken and not rules[code].uses)


def counted(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"


def _silenced(checked: Sequence[Checked]) -> Counter[tuple[str, str, str]]:
    return Counter((found.finding.code, one.name, found.reason) for one in checked for found in one.silenced)
