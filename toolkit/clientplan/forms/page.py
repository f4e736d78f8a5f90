"""A tree of nodes on the page: one widget for a whole panel, told only what changed.

Each change that a person makes is numbered by the page. The answer to it says whether what was typed is on the disk;
until then the page keeps a draft, and gives it back after a reload, a killed kernel or a server that was away.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

import anywidget
import traitlets

from clientplan.forms.field import Field
from clientplan.forms.guard import Guard
from clientplan.forms.nodes import Group, Node

_HERE = Path(__file__).parent


@cache
def _joined(folder: str, kind: str) -> str:
    """The files of a folder as one, in the order of their names: what the browser loads has no imports."""
    return "\n".join(path.read_text(encoding="utf-8") for path in sorted((_HERE / folder).glob(f"*.{kind}")))


class Page(anywidget.AnyWidget):
    """Shows `root`. Messages to the browser: `patches` of nodes, `acks` of changes, a whole `tree`, a `file`."""

    _esm = _joined("page", "js")
    _css = _joined("styles", "css")
    tree = traitlets.Dict().tag(sync=True)

    def __init__(self, guard: Guard = lambda act: act) -> None:
        """`guard` goes round whatever the browser asks for."""
        self.root = Group([], "cp-panel")
        self._dirty: dict[str, tuple[Node, set[str]]] = {}
        self._told: dict[str, tuple[Node, ...]] = {}  # the children of each node that the browser has
        self._acks: list[dict[str, Any]] = []
        self._held = 0
        self._drawn = self._stale = False  # whether there is a tree, and whether it is an old one by now
        super().__init__()
        self.root.listener = self._node_changed
        self.on_msg(guard(self._received))

    @property
    def children(self) -> tuple[Node, ...]:
        return self.root.children

    @children.setter
    def children(self, children: Iterable[Node]) -> None:
        self.root.children = tuple(children)

    def kept(self, field: Field) -> bool:
        """Whether what was typed into a field is where it belongs; until then the browser keeps it."""
        return field.taken

    def seen(self) -> None:
        """A browser shows it now: the time for what only a person who looks has any use for."""

    def draw(self) -> None:
        """Shows the tree for the first time; from then on the browser is told what changes in it."""
        self._dirty.clear()
        self.tree = self._whole(self.root)
        self._drawn = True

    def send_file(self, name: str, mime: str, content: bytes) -> None:
        """Has the browser save it, as a download."""
        self.send({"file": {"name": name, "mime": mime}}, [content])

    @contextmanager
    def at_once(self) -> Iterator[None]:
        """All changes in here go to the browser together."""
        self._held += 1
        try:
            yield
        finally:
            self._held -= 1
            if not self._held and self._drawn:
                self._flush()

    def _node_changed(self, node: Node, names: Iterable[str]) -> None:
        self._dirty.setdefault(node.id, (node, set()))[1].update(names)
        if not self._held and self._drawn:
            self._flush()

    def _received(self, _widget: Any, content: Mapping[str, Any], buffers: list[Any]) -> None:
        with self.at_once():
            if "ready" in content:
                self.seen()
                self._answer_ready(content["ready"])
                return
            node = next((one for one in self.root.within() if one.id == content.get("id")), None)
            if "value" in content:
                self._typed(node, content)
            elif node is not None and "event" in content:
                extra = {"buffers": buffers} if buffers else {}
                node.happen(str(content["event"]), **content.get("data", {}), **extra)

    def _answer_ready(self, view: Any) -> None:
        """From now on a view shows the plan as it is: only then can it judge the drafts that it finds.

        One that comes late, such as after a reload, has drawn the tree as it was at first.
        """
        self.send({"fresh": view, **({"tree": self._whole(self.root)} if self._stale else {})})

    def _typed(self, node: Node | None, content: Mapping[str, Any]) -> None:
        kept = False
        if isinstance(node, Field):
            node.typed(content["value"], str(content.get("view")))
            kept = self.kept(node)
        self._acks.append({"id": content["id"], "seq": content["seq"], "view": content["view"], "kept": kept})

    def _flush(self) -> None:
        patches = []
        for node, names in list(self._dirty.values()):
            patch = {"id": node.id, **node.attributes(names)}
            if "children" in names:
                patch["children"] = [self._part(child) for child in self._renewed(node)]
            patches.append(patch)
        self._dirty.clear()
        acks, self._acks = self._acks, []
        if patches or acks:
            self._stale = self._stale or bool(patches)
            self.send({"patches": patches, "acks": acks})

    def _renewed(self, node: Node) -> tuple[Node, ...]:
        for gone in self._told.get(node.id, ()):
            if gone not in node.children:
                self._forget(gone)
        self._told[node.id] = node.children
        return node.children

    def _forget(self, node: Node) -> None:
        for child in self._told.pop(node.id, ()):
            self._forget(child)

    def _part(self, node: Node) -> Any:
        """Only its name where the browser has it already."""
        return node.id if node.id in self._told else self._whole(node)

    def _whole(self, node: Node) -> dict[str, Any]:
        self._told[node.id] = node.children
        told = {"id": node.id, "kind": node.kind, **node.attributes(), "by": None}  # drawn anew it is nobody's typing
        return told | ({"children": [self._whole(child) for child in node.children]} if node.children else {})
