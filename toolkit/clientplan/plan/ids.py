"""Ids for objectives and actions that have none: the one thing missing in a plan that a machine can make up."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

from ruamel.yaml import YAML
from ruamel.yaml.nodes import MappingNode, Node, SequenceNode

from clientplan.plan.source import read_source

_LETTER = {"objectives": "o", "actions": "a"}


def with_ids(text: str) -> str:
    """The text of a plan file in which each objective and action has an id; else as it was written, to the byte.

    Raises:
        PlanUnreadable: the text isn't YAML as a plan file has it.
    """
    read_source(text)
    root = YAML(typ="safe", pure=True).compose(text)
    end = "\r\n" if text.count("\n") == text.count("\r\n") else "\n"
    for at, words in sorted(_missing(text, root), reverse=True):  # from behind, so that the places before stay true
        text = text[:at] + words.replace("\n", end) + text[at:]
    return text


def _missing(text: str, root: Node | None) -> Iterator[tuple[int, str]]:
    """What to write where."""
    for key, value in root.value if isinstance(root, MappingNode) else ():
        letter = _LETTER.get(key.value)
        if letter and isinstance(value, SequenceNode):
            items = [item for item in value.value if isinstance(item, MappingNode)]
            taken = {written.value for item in items if (written := _id(item)) is not None}
            free = (f"{letter}{number}" for number in count(1) if f"{letter}{number}" not in taken)
            for item in items:
                if (place := _place(text, item)) is not None:
                    at, words = place
                    yield at, words.format(id=next(free))


def _id(item: MappingNode) -> Node | None:
    return next((value for key, value in item.value if key.value == "id"), None)


def _place(text: str, item: MappingNode) -> tuple[int, str] | None:
    """Where in the text an id is to stand, and how it is written there; None where it has one, or a blank in quotes."""
    for key, value in item.value:
        if key.value == "id":
            begun = value.start_mark.index == value.end_mark.index
            return (text.index(":", key.end_mark.index) + 1, " {id}") if begun else None
    if item.flow_style:
        return item.start_mark.index + 1, "id: {id}, " if item.value else "id: {id}"
    return item.start_mark.index, "id: {id}\n" + " " * item.start_mark.column
