"""All findings of a plan by what they are about, each with the way to the step where it is mended."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from clientplan.checks import Finding, Fix, registered
from clientplan.checks.rule import THEMES
from clientplan.forms.findings import counted, item
from clientplan.forms.markup import Markup, tag
from clientplan.forms.nodes import Html
from clientplan.forms.remarks import mending
from clientplan.forms.steps import STEPS


def by_theme(findings: list[Finding], mend: Callable[[Fix], None]) -> list[Any]:
    """The findings as widgets, a theme after the other, each with the buttons of its fixes."""
    if not findings:
        return [Html(tag("p", "The checks have nothing to add.", class_="cp-fine"))]
    groups: dict[str, list[Finding]] = {}
    for finding in findings:
        groups.setdefault(THEMES[registered()[finding.code].theme], []).append(finding)
    shown = [Html(tag("p", f"{counted(findings)}:", class_="cp-findings-head"))]
    for theme, found in groups.items():
        shown.append(Html(tag("p", theme.capitalize(), class_="cp-heading")))
        shown += _listed(found, mend)
    return shown


def _listed(found: list[Finding], mend: Callable[[Fix], None]) -> Iterator[Any]:
    """The sentences of a theme; the list ends after each that has a button, so that this stands under its own."""
    waiting: list[Markup] = []
    for finding in found:
        waiting.append(item(finding, Markup(" "), way(finding)))
        if finding.fix or finding is found[-1]:
            yield Html(tag("ul", *waiting, class_="cp-findings"))
            waiting.clear()
        if finding.fix:
            yield mending(finding.fix, mend)


def way(finding: Finding) -> Markup:
    """Where it is mended: in a step, or, where no step asks for it, in the plan's file."""
    step = next((step for step in STEPS if finding.path and finding.path[0] in step.parts), None)
    if step is not None:
        return tag("a", step.name, href=f"{step.notebook}.ipynb", class_="cp-way")
    return tag("span", f"In the plan’s file: {finding.place}", class_="cp-way") if finding.place else Markup("")
