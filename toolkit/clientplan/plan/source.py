"""A plan file as text with positions: YAML 1.2 read strictly.

No anchors, aliases, tags, directives, second documents or repeated keys; every scalar stays the text that was
written (`no` is a word, `1:30` isn't ninety) and the model gives it its type. The limits keep a hostile file cheap.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.events import (
    AliasEvent,
    CollectionStartEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from clientplan.errors import PlanUnreadable, Problem

_ADVICE = "Check the indentation, and put a text in quotes that begins with a sign (? % @ -) or has “: ” in it"
MAX_BYTES = 2_000_000
MAX_DEPTH = 20
MAX_NODES = 100_000

Path = tuple[str | int, ...]
Position = tuple[int, int]  # line and column, both from 1


@dataclass
class Source:
    """The nodes of a file as dicts, lists and text, and where each one stands."""

    root: Any = None
    keys: dict[Path, Position] = field(default_factory=dict)
    values: dict[Path, Position] = field(default_factory=dict)
    ends: dict[Path, Position] = field(default_factory=dict)  # just after the value, or the key if that is lines above
    orders: dict[Path, list[int]] = field(default_factory=dict)  # of lists that the model sorts: its items in the file

    def nearest(self, path: Path) -> Path:
        """The path in the file where something stands at it, else that of the nearest thing around it."""
        path = self._in_file(path)
        while path and path not in self.keys and path not in self.values:
            path = path[:-1]
        return path

    def position(self, path: Path) -> Position:
        """Of the key where there is one, else of the value, else of the nearest thing around it; (0, 0) without any."""
        found = self.nearest(path)
        return self.keys.get(found) or self.values.get(found) or (0, 0)

    def end(self, path: Path) -> Position:
        """Where the same thing ends: its value, or its key where that stands alone on its line."""
        return self.ends.get(self.nearest(path)) or self.position(path)

    def _in_file(self, path: Path) -> Path:
        """A path as in the model with its items where the file has them."""
        for at in range(1, len(path)):
            order, item = self.orders.get(path[:at]), path[at]
            if order is not None and isinstance(item, int) and item < len(order):
                path = (*path[:at], order[item], *path[at + 1 :])
        return path


def read_source(text: str | bytes) -> Source:
    """The nodes of a plan file.

    Raises:
        PlanUnreadable: with every repeated key, or with the first thing that stops the reading.
    """
    text = _decoded(text)
    reader = _Reader(YAML(typ="safe", pure=True).parse(text))
    try:
        reader.document()
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (0, 0)
        what = " ".join(part for part in (error.context, error.problem) if part)
        raise PlanUnreadable([Problem(line, column, "", f"this isn't YAML ({what}). {_ADVICE}")]) from None
    except (YAMLError, RecursionError) as error:
        raise PlanUnreadable([Problem(0, 0, "", f"this isn't YAML ({error})")]) from None
    if reader.problems:
        raise PlanUnreadable(reader.problems)
    return reader.source


def _decoded(text: str | bytes) -> str:
    size = len(text) if isinstance(text, bytes) else len(text.encode("utf-8", "surrogatepass"))
    if size > MAX_BYTES:
        raise PlanUnreadable([Problem(0, 0, "", f"the file has {size:,} bytes. A plan has at most {MAX_BYTES:,}")])
    if isinstance(text, str):
        return text.removeprefix("\ufeff")
    try:
        return text.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = text.count(b"\n", 0, error.start) + 1
        message = f"byte {error.start + 1} isn't UTF-8. Save the file as UTF-8"
        raise PlanUnreadable([Problem(line, 1, "", message)]) from None


class _Reader:
    """Builds the nodes from the parser's events, and refuses what the format leaves out."""

    def __init__(self, events: Iterator[Event]) -> None:
        self.events = events
        self.source = Source()
        self.problems: list[Problem] = []
        self.nodes = 0

    def document(self) -> None:
        documents = 0
        for event in self.events:
            if isinstance(event, DocumentStartEvent):
                documents += 1
                if documents > 1:
                    self.refuse(event, "a second document begins here. Keep one plan a file")
                if event.version or event.tags:
                    self.refuse(event, "a % directive. Leave it out: plan files are YAML 1.2")
            elif isinstance(event, NodeEvent):
                self.source.root = self.node(event, ())
        if documents == 0:
            raise PlanUnreadable([Problem(0, 0, "", "the file is empty. A plan begins with `schema: 1`")])

    def node(self, event: Event, path: Path) -> Any:
        self.nodes += 1
        if self.nodes > MAX_NODES:
            self.refuse(event, f"more than {MAX_NODES:,} values. That isn't a plan")
        if len(path) > MAX_DEPTH:
            self.refuse(event, f"more than {MAX_DEPTH} levels. That isn't a plan")
        if isinstance(event, AliasEvent):
            self.refuse(event, f"the alias *{event.anchor}. Write the value out")
        if isinstance(event, NodeEvent) and event.anchor is not None:
            self.refuse(event, f"the anchor &{event.anchor}. Leave it out: plan files have none")
        if isinstance(event, ScalarEvent | CollectionStartEvent) and event.tag is not None and str(event.tag) != "!":
            self.refuse(event, f"the tag {event.tag}. Leave it out: plan files have none")
        self.source.values[path] = _position(event)
        if isinstance(event, MappingStartEvent):
            return self.mapping(event, path)
        if isinstance(event, SequenceStartEvent):
            return self.sequence(event, path)
        if not isinstance(event, ScalarEvent):
            return None
        if event.value or event.style:  # what is left empty ends with its key
            self.ended(event, event, path)
        return event.value

    def mapping(self, start: MappingStartEvent, path: Path) -> dict[str, Any]:
        found: dict[str, Any] = {}
        while not isinstance(event := next(self.events), MappingEndEvent):
            if not isinstance(event, ScalarEvent):
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

    def sequence(self, start: SequenceStartEvent, path: Path) -> list[Any]:
        found: list[Any] = []
        while not isinstance(event := next(self.events), SequenceEndEvent):
            found.append(self.node(event, (*path, len(found))))
        if start.flow_style:
            self.ended(start, event, path)
        return found

    def ended(self, start: Event, last: Event, path: Path) -> None:
        key = self.source.keys.get(path)
        if key is None or key[0] == _position(start)[0]:
            self.source.ends[path] = _end(last)

    def refuse(self, event: Event, what: str) -> None:
        raise PlanUnreadable([*self.problems, Problem(*_position(event), "", what)])


def _position(event: Event) -> Position:
    return event.start_mark.line + 1, event.start_mark.column + 1


def _end(event: Event) -> Position:
    return event.end_mark.line + 1, event.end_mark.column + 1
