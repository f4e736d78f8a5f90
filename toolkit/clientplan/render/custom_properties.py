"""The custom properties of style sheets, put in for `var()` before the sheets are parsed.

WeasyPrint would work them out for each element anew, which is a tenth of a layout; and so a page's density is a set of
values, not a set of rules.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping

_ASIDE = re.compile(r'("(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\')|/\*.*?\*/', re.DOTALL)
_ROOT = re.compile(r":root(?:\.([a-z]+))?\s*\{([^{}]*)\}")
_PROPERTY = re.compile(r"(--[\w-]+)\s*:\s*([^;]*)")
_VAR = re.compile(r"var\(\s*(--[\w-]+)\s*(?:,([^()]*))?\)")
_DEEPEST = 8  # properties that name properties


def resolved(sheets: Mapping[str, str], *classes: str) -> dict[str, str]:
    """The same sheets with the values of `:root` in their places, those of `:root.<class>` before the others.

    Classes are the page's density and, where it runs so, `rtl`. A property that any other rule sets too means something
    else there: WeasyPrint works that one out. Lines stay where they are, since complaints name them.
    """
    bare = {name: _ASIDE.sub(_without_comment, text) for name, text in sheets.items()}
    elsewhere = {match[1] for text in bare.values() for match in _PROPERTY.finditer(_ROOT.sub("", text))}
    found = {**_values(bare.values(), {None}), **_values(bare.values(), set(classes))}
    values = {name: value for name, value in found.items() if name not in elsewhere}
    return {name: _put_in(_ROOT.sub(lambda root: _left(root, values), text), values) for name, text in bare.items()}


def _without_comment(found: re.Match[str]) -> str:
    return found[1] or "\n" * found[0].count("\n")


def _values(sheets: Iterable[str], blocks: Collection[str | None]) -> dict[str, str]:
    found = (root for text in sheets for root in _ROOT.finditer(text) if root[1] in blocks)
    return {name: value.strip() for root in found for name, value in _PROPERTY.findall(root[2])}


def _left(root: re.Match[str], values: Mapping[str, str]) -> str:
    """A block without the properties that are put in."""
    rest = _PROPERTY.sub(lambda one: "\n" * one[0].count("\n") if one[1] in values else one[0], root[2])
    if not rest.strip("; \t\r\n"):
        return "\n" * root[0].count("\n")
    return f"{root[0].partition('{')[0]}{{{rest}}}"


def _put_in(text: str, values: Mapping[str, str]) -> str:
    for _ in range(_DEEPEST):
        text, count = _VAR.subn(lambda var: values.get(var[1], var[0]), text)
        if not count or not any(var[1] in values for var in _VAR.finditer(text)):
            break
    return text
