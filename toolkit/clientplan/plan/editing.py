"""A plan's file edited: what didn't change keeps its words, its comments and the order of its keys."""

from __future__ import annotations

import re
from enum import StrEnum
from io import StringIO
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.resolver import VersionedResolver
from ruamel.yaml.scalarstring import DoubleQuotedScalarString, LiteralScalarString, SingleQuotedScalarString

from clientplan.errors import PlanUnreadable
from clientplan.plan.parsing import composed
from clientplan.plan.plan import Plan
from clientplan.plan.reading import read
from clientplan.plan.splice import spliced
from clientplan.plan.writing import NOT_TEXT, scalar, values, write

_ENDLESS = 1_000_000  # so that an edit leaves long lines as they are


class _AllText(VersionedResolver):
    """Every plain scalar is text: the file is changed where the plan changed and nowhere else."""

    def resolve(self, kind: Any, value: Any, implicit: Any) -> Any:
        tag = super().resolve(kind, value, implicit)
        return self.DEFAULT_SCALAR_TAG if str(tag).startswith("tag:yaml.org") and isinstance(value, str) else tag


def update(text: str, plan: Plan) -> str:
    """The file's text changed so that it reads as `plan`; what didn't change keeps its words, order and comments.

    A file whose layout can't be followed is written anew: the plan is never wrong for the sake of a comment.
    """
    old = read(text)
    if old == plan:
        return text
    try:
        edited = _edited(text, old, plan)
        if read(edited) == plan:
            return edited
    except (ValueError, PlanUnreadable):
        pass
    return write(plan)


def _edited(text: str, old: Plan, new: Plan) -> str:
    mark = "\ufeff" if text.startswith("\ufeff") else ""
    whole = text.removeprefix(mark) + ("" if text.endswith("\n") else "\n")
    root = composed(whole)
    if root is None or root.id != "mapping" or root.flow_style:
        raise ValueError("not a block of keys")
    edited = spliced(whole, root, values(old), values(new), _dump)
    if text.count("\n") == text.count("\r\n"):
        edited = re.sub(r"(?<!\r)\n", "\r\n", edited)
    return mark + (edited if text.endswith("\n") else edited.rstrip("\r\n"))


def _dump(value: Any, *, flow: bool = False) -> str:
    """The YAML of a mapping or a list; with `flow` on one line."""
    yaml = YAML(typ="rt", pure=True)
    yaml.Resolver = _AllText
    yaml.width = _ENDLESS
    yaml.indent(mapping=2, sequence=4, offset=2)
    yaml.default_flow_style = flow
    out = StringIO()
    yaml.dump(_node(value, flow=flow), out)
    return out.getvalue()


def _node(value: Any, *, flow: bool) -> Any:
    """A value as ruamel writes it: text quoted where another reader would take it for a number, a date or a bool."""
    if isinstance(value, dict):
        keys = CommentedMap({key: _node(item, flow=flow) for key, item in value.items()})
        return _flowing(keys) if flow else keys
    if isinstance(value, list | tuple):
        items = CommentedSeq([_node(item, flow=flow) for item in value])
        return _flowing(items) if flow else items
    if not isinstance(value, str) or isinstance(value, StrEnum):
        return scalar(value)
    if "\n" in value:
        return DoubleQuotedScalarString(value) if flow else LiteralScalarString(value)
    return SingleQuotedScalarString(value) if NOT_TEXT.fullmatch(value) else value


def _flowing(node: CommentedMap | CommentedSeq) -> CommentedMap | CommentedSeq:
    node.fa.set_flow_style()
    return node
