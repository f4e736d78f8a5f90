"""What the checks say about one form's part of the plan: on the field, and the rest under the form."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from clientplan.checks import Finding, Severity
from clientplan.checks.places import subject
from clientplan.checks.said import Said
from clientplan.forms.markup import Markup, joined, tag, with_code
from clientplan.forms.remarks import Remark
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


def remark(finding: Finding, plan: Plan, language: str) -> Remark:
    """A finding as it stands on its field, where the place needn't be named."""
    about = subject(plan, finding.path)
    named = Said("{about}: {said}", about=about, said="").within(language) if about else ""
    word = tag("span", f"{WORDS[finding.severity]}:", class_="cp-severity")
    words = with_code(finding.message.removeprefix(named))
    return Remark(
        tag("div", word, " ", words, class_=f"cp-remark cp-{finding.severity}", title=_code(finding)), finding.fix
    )


def shown(listed: Sequence[Finding], unvisited: Sequence[Finding], above: Sequence[Finding], *, begun: bool) -> Markup:
    """What stands under a form: how much there is in all, the sentences that stand on no field, and a count that opens.

    Args:
        listed: what is about the whole form.
        unvisited: what is about fields that nobody has come to yet.
        above: what stands on its field already.
        begun: whether there is something to speak about; before that everything is only counted.
    """
    found = [*above, *listed, *unvisited]
    if not found:
        return tag("p", "The checks have nothing to add here.", class_="cp-fine") if begun else Markup("")
    if not begun:
        listed, unvisited = [], [*listed, *unvisited]
    head = tag("p", _head(found, len(above), more=bool(listed)), class_="cp-findings-head")
    still_open = tag("details", tag("summary", f"Still open here: {len(unvisited)}"), items(unvisited))
    return joined(
        *([head] if above or listed else []),
        *([items(listed)] if listed else []),
        *([still_open] if unvisited else []),
    )


def items(findings: Iterable[Finding]) -> Markup:
    """Whole sentences, each with its place."""
    return tag("ul", *map(item, findings), class_="cp-findings")


def item(finding: Finding, *ways: Markup) -> Markup:
    """A whole sentence, and the ways to where it is mended."""
    word = tag("span", WORDS[finding.severity], class_="cp-severity")
    return tag(
        "li", word, " ", with_code(finding.message), *ways, class_=f"cp-{finding.severity}", title=_code(finding)
    )


def told(findings: list[Finding]) -> str:
    """The same as plain text."""
    return "\n".join([f"Findings: {len(findings) or 'none'}", *(f"  {finding}" for finding in findings)])


def counted(findings: Iterable[Finding]) -> str:
    """`2 to mend, 1 to weigh`."""
    found = [finding.severity for finding in findings]
    return ", ".join(f"{found.count(one)} {words.lower()}" for one, words in WORDS.items() if one in found)


def _head(found: Sequence[Finding], above: int, *, more: bool) -> str:
    """`3 to mend, 2 of them on their fields:`."""
    where = "" if not above else ", on their fields" if above == len(found) else f", {above} of them on their fields"
    return f"{counted(found)}{where}{':' if more else ''}"


def _code(finding: Finding) -> str:
    return f"{finding.code} {finding.name}"
