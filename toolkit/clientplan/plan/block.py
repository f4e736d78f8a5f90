"""Plain values as YAML in blocks, one key a line: what a new plan file is written in.

A library's emitter takes thirty milliseconds for a plan, as long as a tenth of its print. What is written here is a
small part of YAML, and the strict reader reads it back in the tests.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from textwrap import wrap
from typing import Any

_WIDTH = 110
_STEP = "  "
_SAFE = re.compile(r"[\w€£$“‘(](?:[\w .,;/()&%+’‘“”€£$–—…=!?'-]|:(?! |$))*")  # needs no quotes wherever it stands
_FOLDABLE = re.compile(r"\S+(?: \S+)+")  # words with one space between them: lines may be broken there

Scalar = Callable[[Any], str]


def block(values: dict[str, Any], scalar: Scalar, quoted: re.Pattern[str]) -> str:
    """The lines of a mapping.

    Args:
        values: keys to text, lists, mappings, and what else `scalar` writes.
        scalar: how a value that isn't text is written.
        quoted: texts that other readers take for something else; they get quotes.
    """
    return "".join(f"{line}\n" for line in _mapping(values, "", _Writer(scalar, quoted)))


class _Writer:
    def __init__(self, scalar: Scalar, quoted: re.Pattern[str]) -> None:
        self._scalar = scalar
        self._quoted = quoted

    def inline(self, value: Any) -> str:
        """A value that stands behind its key."""
        if type(value) is not str:
            return self._scalar(value)
        if _SAFE.fullmatch(value) and value[-1] != " " and not self._quoted.fullmatch(value):
            return value
        return "'" + value.replace("'", "''") + "'"


def _mapping(values: dict[str, Any], indent: str, writer: _Writer) -> Iterator[str]:
    for key, value in values.items():
        yield from _entry(f"{indent}{key}:", value, indent, writer)


def _entry(head: str, value: Any, indent: str, writer: _Writer) -> Iterator[str]:
    """A key, or the dash of a list, and what belongs to it; `indent` is that of the key."""
    inner = indent + _STEP
    if isinstance(value, dict) and value:
        yield head
        yield from _mapping(value, inner, writer)
    elif isinstance(value, list | tuple) and value:
        yield head
        for item in value:
            yield from _item(item, inner, writer)
    elif isinstance(value, dict | list | tuple):
        yield f"{head} {'{}' if isinstance(value, dict) else '[]'}"
    elif type(value) is str and "\n" in value and _can_stand(value):
        yield f"{head} |-"
        yield from (f"{inner}{line}" if line else "" for line in value.split("\n"))
    elif type(value) is str and len(head) + len(value) > _WIDTH and _FOLDABLE.fullmatch(value):
        yield f"{head} >-"
        for line in wrap(value, _WIDTH - len(inner), break_long_words=False, break_on_hyphens=False):
            yield inner + line
    else:
        yield f"{head} {writer.inline(value)}"


def _item(item: Any, indent: str, writer: _Writer) -> Iterator[str]:
    """An item of a list: the first key of a mapping stands behind the dash."""
    if not isinstance(item, dict) or not item:
        yield from _entry(f"{indent}-", item, indent, writer)
        return
    first, *rest = _mapping(item, indent + _STEP, writer)
    yield f"{indent}- {first.lstrip()}"
    yield from rest


def _can_stand(text: str) -> bool:
    """Whether a text of several lines needs no more than its indent: a first line that begins with a space would."""
    return not text.startswith((" ", "\n", "\t")) and not text.endswith("\n")
