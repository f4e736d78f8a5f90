"""Ids for objectives and actions that have none: the one thing missing in a plan that a machine can make up."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import count
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.nodes import MappingNode, Node, SequenceNode

from clientplan.errors import PlanUnreadable
from clientplan.plan.parsing import read_source

_LETTER = {"objectives": "o", "actions": "a"}
_COLON = re.compile(r"[ \t]*:")


def with_ids(text: str) -> str:
    """The text of a plan file in which each objective and action has an id; else as it was written, to the byte.

    One that is written so oddly that an id has no sure place is left to its writer.

    Raises:
        PlanUnreadable: the text isn't YAML as a plan file has it.
    """
    wanted = read_source(text).root
    root = YAML(typ="safe", pure=True).compose(text)
    end = "\r\n" if text.count("\n") == text.count("\r\n") else "\n"
    numbered = text
    for at, words in sorted(_missing(text, root, wanted), reverse=True):  # from behind: the places before stay true
        numbered = numbered[:at] + words.replace("\n", end) + numbered[at:]
    return numbered if numbered == text or _says(numbered, wanted) else text


def _says(text: str, wanted: Any) -> bool:
    try:
        return bool(read_source(text).root == wanted)
    except PlanUnreadable:
        return False


def _missing(text: str, root: Node | None, wanted: Any) -> Iterator[tuple[int, str]]:
    """What to write where; each id is put into `wanted`, the same nodes as plain values, too."""
    for key, value in root.value if isinstance(root, MappingNode) else ():
        letter = _LETTER.get(key.value)
        if letter and isinstance(value, SequenceNode):
            items = [
                (item, plain)
                for item, plain in zip(value.value, wanted[key.value], strict=True)
                if isinstance(item, MappingNode)
            ]
            taken = [plain.get("id") for _, plain in items]
            free = (f"{letter}{number}" for number in count(1) if f"{letter}{number}" not in taken)
            for item, plain in items:
                if (place := _place(text, item)) is not None:
                    at, words = place
                    plain["id"] = next(free)
                    yield at, words.format(id=plain["id"])


def _place(text: str, item: MappingNode) -> tuple[int, str] | None:
    """Where in the text an id is to stand, and how it is written there; None where it has one, or no sure place."""
    for key, value in item.value:
        if key.value == "id":
            colon = _COLON.match(text, key.end_mark.index)
            begun = value.start_mark.index == value.end_mark.index
            return (colon.end(), " {id}") if colon and begun else None
    if not item.flow_style:
        return item.start_mark.index, "id: {id}\n" + " " * item.start_mark.column
    if text[item.start_mark.index] != "{":  # [words: Grow] is a list of one block of keys
        return None
    return item.start_mark.index + 1, "id: {id}, " if item.value else "id: {id}"
