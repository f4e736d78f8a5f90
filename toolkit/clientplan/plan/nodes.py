"""The nodes of a plan file from the events of a parser; what the format leaves out is refused.

No anchors, aliases, tags, directives, second documents or repeated keys; every scalar stays the text that was written
(`no` is a word, `1:30` isn't ninety) and the model gives it its type. The limits keep a hostile file cheap.
"""

from __future__ import annotations

from collections.abc import Iterator
from types import ModuleType
from typing import Any

from clientplan.errors import PlanUnreadable, Problem
from clientplan.plan.source import Path, Position, Source

MAX_DEPTH = 20
MAX_NODES = 100_000


class Nodes:
    """Builds the nodes from a parser's events.

    Args:
        events: of the text.
        kinds: the module of the parser that has their classes. PyYAML and ruamel.yaml call them alike.
    """

    def __init__(self, events: Iterator[Any], kinds: ModuleType) -> None:
        self.events, self.kinds = events, kinds
        self.source = Source()
        self.problems: list[Problem] = []
        self.nodes = 0

    def document(self) -> None:
        documents = 0
        for event in self.events:
            if isinstance(event, self.kinds.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    self.refuse(event, "a second document begins here. Keep one plan a file")
                if event.version or event.tags:
                    self.refuse(event, "a % directive. Leave it out: plan files are YAML 1.2")
            elif isinstance(event, self.kinds.NodeEvent):
                self.source.root = self.node(event, ())
        if documents == 0:
            raise PlanUnreadable([Problem(0, 0, "", "the file is empty. A plan begins with `schema: 1`")])

    def node(self, event: Any, path: Path) -> Any:
        self.nodes += 1
        if self.nodes > MAX_NODES:
            self.refuse(event, f"more than {MAX_NODES:,} values. That isn't a plan")
        if len(path) > MAX_DEPTH:
            self.refuse(event, f"more than {MAX_DEPTH} levels. That isn't a plan")
        if isinstance(event, self.kinds.AliasEvent):
            self.refuse(event, f"the alias *{event.anchor}. Write the value out")
        if isinstance(event, self.kinds.NodeEvent) and event.anchor is not None:
            self.refuse(event, f"the anchor &{event.anchor}. Leave it out: plan files have none")
        tag = getattr(event, "tag", None)
        if tag is not None and str(tag) != "!":
            self.refuse(event, f"the tag {tag}. Leave it out: plan files have none")
        self.source.values[path] = _position(event)
        if isinstance(event, self.kinds.MappingStartEvent):
            return self.mapping(event, path)
        if isinstance(event, self.kinds.SequenceStartEvent):
            return self.sequence(event, path)
        if not isinstance(event, self.kinds.ScalarEvent):
            return None
        if event.value or event.style:  # what is left empty ends with its key
            self.ended(event, event, path)
        return event.value

    def mapping(self, start: Any, path: Path) -> dict[str, Any]:
        found: dict[str, Any] = {}
        while not isinstance(event := next(self.events), self.kinds.MappingEndEvent):
            if not isinstance(event, self.kinds.ScalarEvent):
                self.refuse(event, "a key that isn't a word")
            key = str(self.node(event, (*path, "?")))
            line, column = _position(event)
            if key in found:
                first = self.source.keys[*path, key][0]
                message = f"the key is already on line {first}. Keep one of them"
                self.problems.append(Problem(line, column, key, message))
            self.source.keys[*path, key] = (line, column)
            self.source.ends[*path, key] = _end(event)
            found[key] = self.node(next(self.events), (*path, key))
        if start.flow_style:
            self.ended(start, event, path)
        elif found and path not in self.source.ends:  # an item of a list ends where its first line does
            self.source.ends[path] = self.source.ends[*path, next(iter(found))]
        return found

    def sequence(self, start: Any, path: Path) -> list[Any]:
        found: list[Any] = []
        while not isinstance(event := next(self.events), self.kinds.SequenceEndEvent):
            found.append(self.node(event, (*path, len(found))))
        if start.flow_style:
            self.ended(start, event, path)
        return found

    def ended(self, start: Any, last: Any, path: Path) -> None:
        key = self.source.keys.get(path)
        if key is None or key[0] == _position(start)[0]:
            self.source.ends[path] = _end(last)

    def refuse(self, event: Any, what: str) -> None:
        raise PlanUnreadable([*self.problems, Problem(*_position(event), "", what)])


def _position(event: Any) -> Position:
    return event.start_mark.line + 1, event.start_mark.column + 1


def _end(event: Any) -> Position:
    return event.end_mark.line + 1, event.end_mark.column + 1
