"""What the checks say about one form's part of the plan, under the form."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from clientplan.checks import Finding, Severity, registered
from clientplan.checks.rule import THEMES
from clientplan.forms.markup import Markup, joined, tag
from clientplan.plan.plan import Plan

WORDS = {Severity.ERROR: "To mend", Severity.WARNING: "To weigh", Severity.NOTE: "To know"}


def about(findings: Iterable[Finding], parts: Collection[str]) -> list[Finding]:
    """Those about these parts of the plan, what must be mended first."""
    rank = list(WORDS)
    found = [finding for finding in findings if finding.path and finding.path[0] in parts]
    return sorted(found, key=lambda finding: rank.index(finding.severity))


def begun(plan: Plan, parts: Collection[str]) -> bool:
    """Whether anything is written in these parts."""
    return any(getattr(plan, part) != Plan.model_fields[part].get_default() for part in parts)


def shown(findings: list[Finding], *, begun: bool) -> Markup:
    """A list once there is something to speak about; before that only a count that opens."""
    if not findings:
        return tag("p", "The checks have nothing to add here.", class_="cp-fine") if begun else Markup("")
    listed = tag("ul", *(_item(finding) for finding in findings), class_="cp-findings")
    if begun:
        return joined(tag("p", f"{counted(findings)}:", class_="cp-findings-head"), listed)
    return tag("details", tag("summary", f"Still open here: {len(findings)}"), listed)


def told(findings: list[Finding]) -> str:
    """The same as plain text."""
    return "\n".join([f"Findings: {len(findings) or 'none'}", *(f"  {finding}" for finding in findings)])


def counted(findings: list[Finding]) -> str:
    """`2 to mend, 1 to weigh`."""
    counts = {words: sum(finding.severity is severity for finding in findings) for severity, words in WORDS.items()}
    return ", ".join(f"{count} {words.lower()}" for words, count in counts.items() if count)


def _item(finding: Finding) -> Markup:
    word = tag("span", WORDS[finding.severity], class_="cp-severity")
    return tag(
        "li", word, " ", finding.message, class_=f"cp-{finding.severity}", title=f"{finding.code} {finding.name}"
    )


def by_theme(findings: list[Finding]) -> Markup:
    """All of them, grouped by what they are about, each with the way to the step where it is mended."""
    if not findings:
        return tag("p", "The checks have nothing to add.", class_="cp-fine")
    groups: dict[str, list[Finding]] = {}
    for finding in findings:
        groups.setdefault(THEMES[registered()[finding.code].theme], []).append(finding)
    listed = [
        joined(tag("p", theme.capitalize(), class_="cp-heading"), tag("ul", *map(_item, found), class_="cp-findings"))
        for theme, found in groups.items()
    ]
    return joined(tag("p", f"{counted(findings)}:", class_="cp-findings-head"), *listed)
