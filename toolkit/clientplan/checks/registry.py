"""The rules that there are: ours, and those of plug-ins."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields
from functools import cache
from importlib.metadata import EntryPoint, entry_points
from inspect import cleandoc
from typing import Any

from clientplan.checks.meant import closest
from clientplan.checks.rule import THEMES, About, Check, Described, Rule
from clientplan.errors import WorkspaceError

ENTRY_POINTS = "clientplan.checks"
_RULES: dict[str, Rule] = {}
_OTHERS: dict[str, Described] = {}  # codes that no rule speaks


def rule(about: About) -> Callable[[Check], Check]:
    """Registers the function below it under the code of `about`."""

    def register(find: Check) -> Check:
        _RULES[about.code] = Rule(**_said(about), what=_paragraphs(find.__doc__ or ""), find=find)
        return find

    return register


def describe(about: About, what: str) -> Described:
    """Registers a code that no function over a plan speaks, since what it tells of keeps the plan from being read."""
    _OTHERS[about.code] = Described(**_said(about), what=what)
    return _OTHERS[about.code]


def _paragraphs(text: str) -> str:
    return "\n\n".join(" ".join(part.split()) for part in cleandoc(text).split("\n\n"))


def _said(about: About) -> dict[str, Any]:
    if about.code in _RULES or about.code in _OTHERS:
        raise ValueError(f"two checks are called {about.code}")
    return {field.name: getattr(about, field.name) for field in fields(about)}


def registered() -> dict[str, Rule]:
    """The rules by code, in the order of their codes; those of plug-ins last.

    Raises:
        WorkspaceError: a plug-in can't be loaded, or takes a code of ours.
    """
    if refused := load_plug_ins():
        raise WorkspaceError("\n".join(refused))
    return {code: _RULES[code] for code in _ordered(_RULES)}


def described() -> dict[str, Described]:
    """Every code that a finding may have, in the same order: the rules, and what keeps them from running."""
    everything = _OTHERS | registered()
    return {code: everything[code] for code in _ordered(everything)}


def _ordered(known: Mapping[str, Described]) -> list[str]:
    return sorted(known, key=lambda code: (known[code].theme, len(code), code))


@cache  # the sentences too: a module is imported once, and must be refused each time
def load_plug_ins() -> list[str]:
    """Imports what other packages name in the group `clientplan.checks`, which registers their rules.

    Gives a sentence for each that is refused; nothing of it stays.
    """
    refused = []
    for plug_in in entry_points(group=ENTRY_POINTS):
        before = set(_RULES)
        try:
            _load(plug_in, before)
        except WorkspaceError as error:
            refused.append(str(error))
            for code in _RULES.keys() - before:
                del _RULES[code]
    return refused


def _load(plug_in: EntryPoint, before: set[str]) -> None:
    try:
        plug_in.load()
    except Exception as error:
        owner = plug_in.dist.name if plug_in.dist else plug_in.value
        raise WorkspaceError(
            f"The checks of {owner} can't be loaded ({type(error).__name__}: {error}). Update it, or uninstall it"
        ) from error
    taken = sorted(code for code in _RULES.keys() - before if code.startswith("CP"))
    if taken:
        raise WorkspaceError(f"{plug_in.value}: codes that begin with CP are Client Plan's own ({', '.join(taken)})")


def chosen(words: Iterable[str]) -> set[str]:
    """The codes that these words mean: a code (CP405), a name (vague-verb), a theme by number (CP4) or name.

    Raises:
        WorkspaceError: a word means none.
    """
    rules = described()
    by_word: dict[str, set[str]] = {}
    for code, found in rules.items():
        for word in (code, found.name, f"CP{found.theme}", THEMES[found.theme].replace(" ", "-")):
            by_word.setdefault(word.casefold(), set()).add(code)
    wanted = [word.strip() for words_ in words for word in words_.split(",") if word.strip()]
    unknown = [word for word in wanted if word.casefold() not in by_word]
    if unknown:
        known = [*rules, *(rule.name for rule in rules.values()), *(THEMES[rule.theme] for rule in rules.values())]
        raise WorkspaceError("\n".join(f"There is no check {word}.{_hint(word, known)}" for word in unknown))
    return {code for word in wanted for code in by_word[word.casefold()]}


def _hint(word: str, known: Iterable[str]) -> str:
    close = closest(word, known)
    return f" Did you mean {close}?" if close else " All of them: clientplan explain"
