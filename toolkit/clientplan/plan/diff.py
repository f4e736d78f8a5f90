"""What changed between two versions of a plan, a sentence a change, for people."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from clientplan.plan.money import Money
from clientplan.plan.pairing import paired
from clientplan.plan.plan import Plan
from clientplan.plan.source import Path
from clientplan.plan.spoken import moved, said
from clientplan.plan.value import Value


@dataclass(frozen=True)
class Change:
    """`path` is the place in the later plan; of what was taken away, in the earlier one."""

    path: Path
    sentence: str

    def __str__(self) -> str:
        return self.sentence


@dataclass(frozen=True)
class _List:
    """A list of a plan: what one of its items is called, and by what the same item is known again."""

    one: str
    known: Callable[[Any], object]
    words: Callable[[Any], object]
    named: Callable[[Any], object] | None = None  # how it is spoken of, where not by its words
    reworded: bool = False  # whether it is known by nothing but words, which may be edited


_LISTS = {
    "objectives": _List("objective", lambda one: one.id, lambda one: one.words, lambda one: one.id),
    "actions": _List("action", lambda one: one.id, lambda one: one.what, lambda one: one.id),
    "people": _List(
        "person", lambda one: one.name.casefold(), lambda one: one.name, lambda one: one.name, reworded=True
    ),
    "reviews": _List("review", lambda one: one.when, lambda one: one.agreed, lambda one: said(one.when)),
    "stops": _List("stop", lambda one: one.what, lambda one: one.what, reworded=True),
    "risks": _List("risk", lambda one: one.what, lambda one: one.what, reworded=True),
    "evidence": _List("evidence", lambda one: one.what, lambda one: one.what, reworded=True),
    "readings": _List("reading", lambda one: one.when, lambda one: said(one.value), lambda one: f"of {said(one.when)}"),
    "months": _List("month", lambda one: one.month, lambda one: said(one.plan), lambda one: one.month),
    "verdicts": _List("verdict on", lambda one: one.objective, lambda one: one.status, lambda one: one.objective),
}
_NAMES = {
    "manager": "relationship manager",
    "phase_reason": "why this phase",
    "value_proposition": "value proposition",
    "next_review": "next review",
    "they_gain": "how they gain",
    "we_gain": "how we gain",
    "done_when": "done when",
    "checks_off": "checks switched off",
    "half_more": "half as many hours again",
}
_PASSED_OVER = {"measure"}  # a word of the model that nobody needs to read a change


def changes(before: Plan, after: Plan) -> list[Change]:
    """In the order of the model; none where the plans are equal.

    Example: `objective o2: target 480,000 → 520,000`, `action a7 added: Walk line 5 with the shift leads`.
    """
    return [Change(path, sentence) for path, sentence in _of(before, after, ())]


def _of(before: Value, after: Value, at: Path, head: str = "") -> Iterator[tuple[Path, str]]:
    for name in type(after).model_fields:
        old, new = getattr(before, name, None), getattr(after, name, None)
        if old != new:
            yield from _field(name, old, new, (*at, name), head)


def _field(name: str, old: Any, new: Any, at: Path, head: str) -> Iterator[tuple[Path, str]]:
    if name in _LISTS:
        yield from _items(_LISTS[name], old or (), new or (), at, head)
        return
    known, called = type(old if new is None else new), _NAMES.get(name, name.replace("_", " "))
    if issubclass(known, Value) and known is not Money:
        lower = head if name in _PASSED_OVER else f"{head}{', ' if head else ''}{called}"
        if name in _PASSED_OVER or (old is not None and new is not None):
            yield from _of(_present(old, known), _present(new, known), at, lower)
        else:
            yield at, f"{lower} {'added' if old is None else 'removed'}{_first_words(new if old is None else old)}"
    else:
        yield at, f"{_joined(head, called)} {moved(old, new)}"


def _present(value: Any, model: type[Value]) -> Value:
    """A part that isn't there has all its fields open; what must be in it is then said as new."""
    return model.model_construct() if value is None else value


def _items(kind: _List, old: Sequence[Any], new: Sequence[Any], at: Path, head: str) -> Iterator[tuple[Path, str]]:
    pairs = paired(old, new, kind.known, reworded=kind.reworded)
    for before, after in pairs:
        if before is None and after is not None:
            yield (*at, after), f"{_subject(kind, new[after], head)} added{_words(kind, new[after])}"
        elif before is not None and after is None:
            yield (*at, before), f"{_subject(kind, old[before], head)} removed{_words(kind, old[before])}"
        elif before is not None and after is not None and old[before] != new[after]:
            yield from _of(old[before], new[after], (*at, after), _subject(kind, old[before], head))
    kept = [before for before, after in pairs if before is not None and after is not None]
    if kept != sorted(kept):
        yield at, f"{head}{', ' if head else ''}{at[-1]}: in another order"


def _subject(kind: _List, item: Any, head: str) -> str:
    named = kind.named(item) if kind.named else f"“{said(kind.words(item))}”"
    return f"{f'{head}, ' if head else ''}{kind.one} {named}"


def _words(kind: _List, item: Any) -> str:
    """What an item says, where that isn't its name already."""
    words = kind.words(item) if kind.named else None
    return f": {said(words)}" if words and words != kind.named(item) else ""  # type: ignore[misc]  # words are there only with a name


def _first_words(part: Value) -> str:
    words = next((text for name in type(part).model_fields if isinstance(text := getattr(part, name), str)), None)
    return f": {said(words)}" if words else ""


def _joined(head: str, called: str) -> str:
    return f"{head}: {called}" if head else f"{called}:"
