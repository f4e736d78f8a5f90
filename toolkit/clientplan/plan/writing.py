"""A plan as the text of its file. An edit keeps the comments, the order of keys and whatever it didn't touch."""

from __future__ import annotations

import re
from decimal import Decimal
from enum import StrEnum
from io import StringIO
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.resolver import VersionedResolver
from ruamel.yaml.scalarstring import LiteralScalarString, SingleQuotedScalarString

from clientplan.plan.plan import Plan
from clientplan.plan.reading import read
from clientplan.plan.schema import SCHEMA_FILE
from clientplan.plan.value import plain

SCHEMA_LINE = f"# yaml-language-server: $schema={SCHEMA_FILE}\n"

# What YAML 1.2 or 1.1 takes for something other than text: quoted, so that other readers see the text we mean.
_NOT_TEXT = re.compile(
    r"true|false|yes|no|on|off|y|n|null|~|<<|=|[-+.\d][\d_.:eExXoabcdefABCDEF+-]*|\.(nan|inf)|\d{4}-\d\d?-\d\d?.*",
    re.IGNORECASE,
)
_WIDTH = 110
_ENDLESS = 1_000_000  # so that an edit leaves long lines as they are


class _AllText(VersionedResolver):
    """Every plain scalar is text: the file is changed where the plan changed and nowhere else."""

    def resolve(self, kind: Any, value: Any, implicit: Any) -> Any:
        tag = super().resolve(kind, value, implicit)
        return self.DEFAULT_SCALAR_TAG if str(tag).startswith("tag:yaml.org") and isinstance(value, str) else tag


def write(plan: Plan) -> str:
    """The text of a new plan file: only what is filled in, in the order of the model."""
    out = StringIO()
    _yaml().dump(_node(_dump(plan)), out)
    return SCHEMA_LINE + out.getvalue()


def update(text: str, plan: Plan) -> str:
    """The file's text changed so that it reads as `plan`; what didn't change keeps its words, order and comments."""
    old = read(text)
    if old == plan:
        return text
    yaml = _yaml(_ENDLESS)
    root = yaml.load(text)
    _update_mapping(root, _dump(old), _dump(plan))
    out = StringIO()
    yaml.dump(root, out)
    edited = out.getvalue()
    return edited if read(edited) == plan else write(plan)  # never a wrong plan for the sake of a comment


def _yaml(width: int = _WIDTH) -> YAML:
    yaml = YAML(typ="rt", pure=True)
    yaml.Resolver = _AllText
    yaml.preserve_quotes = True
    yaml.width = width
    yaml.indent(mapping=2, sequence=4, offset=2)
    return yaml


def _dump(plan: Plan) -> dict[str, Any]:
    return {"schema": plan.schema_, **plan.model_dump(by_alias=True, exclude_defaults=True)}


def _node(value: Any) -> Any:
    """A value as ruamel writes it: text quoted where another reader would take it for a number, a date or a bool."""
    if isinstance(value, dict):
        return CommentedMap({key: _node(item) for key, item in value.items()})
    if isinstance(value, list | tuple):
        return CommentedSeq([_node(item) for item in value])
    if not isinstance(value, str) or isinstance(value, StrEnum):
        return _scalar(value)
    if "\n" in value:
        return LiteralScalarString(value)
    return SingleQuotedScalarString(value) if _NOT_TEXT.fullmatch(value) else value


def _scalar(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return plain(value) if isinstance(value, Decimal) else str(value)


def _update_mapping(node: CommentedMap, old: dict[str, Any], new: dict[str, Any]) -> None:
    for key in [key for key in node if key in old and key not in new]:
        del node[key]
    for place, (key, value) in enumerate(new.items()):
        if key in node and old.get(key) == value:
            continue
        before = old.get(key)
        if isinstance(value, dict) and isinstance(before, dict) and isinstance(node.get(key), CommentedMap):
            _update_mapping(node[key], before, value)
        elif isinstance(value, tuple) and isinstance(before, tuple) and isinstance(node.get(key), CommentedSeq):
            _update_sequence(node[key], before, value)
        elif key in node:
            node[key] = _node(value)
        else:
            node.insert(min(place, len(node)), key, _node(value))


def _update_sequence(node: CommentedSeq, old: tuple[Any, ...], new: tuple[Any, ...]) -> None:
    """Items are the same item when their ids are, else when their values are, else when their places are."""
    free = dict(enumerate(old))
    items = [(value, _partner(free, place, value)) for place, value in enumerate(new)]
    kept = []
    for value, partner in items:
        item = node[partner] if partner is not None else None
        if partner is None:
            item = _node(value)
        elif old[partner] != value:
            if isinstance(item, CommentedMap) and isinstance(value, dict):
                _update_mapping(item, old[partner], value)
            else:
                item = _node(value)
        kept.append(item)
    node[:] = kept


def _partner(free: dict[int, Any], place: int, value: Any) -> int | None:
    def name(item: Any) -> Any:
        return item.get("id") if isinstance(item, dict) else None

    if (wanted := name(value)) is not None:
        found = next((at for at, item in free.items() if name(item) == wanted), None)
    else:
        found = next((at for at, item in free.items() if item == value), place if place in free else None)
    if found is not None:
        del free[found]
    return found
