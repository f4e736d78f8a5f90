"""What a panel shows, as plain values: each node has a kind, attributes and children, and tells what changes in it."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import count
from typing import Any

_numbers = count(1)
_KINDS = {"primary": "cp-primary", "mend": "cp-mend", "remove": "cp-remove", "quiet": "cp-quiet-button"}


class Node:
    """A box of others. Attributes are JSON; `on` listens to what a person does with the element on the page."""

    kind = "group"

    def __init__(self, *classes: str, **attributes: Any) -> None:
        self.id = f"n{next(_numbers)}"
        self.parent: Node | None = None
        self.listener: Callable[[Node, Iterable[str]], None] | None = None  # of the topmost one: told of every change
        self._attributes: dict[str, Any] = {"classes": list(classes), **attributes}
        self._children: tuple[Node, ...] = ()
        self._handlers: dict[str, list[Callable[..., None]]] = {}

    @property
    def children(self) -> tuple[Node, ...]:
        return self._children

    @children.setter
    def children(self, children: Iterable[Node]) -> None:
        """The page keeps the elements of those that stay, and whatever is being typed in them."""
        before, self._children = self._children, tuple(children)
        for child in before:
            if child.parent is self:
                child.parent = None
        for child in self._children:
            child.parent = self
        if before != self._children:
            self._tell("children")

    @property
    def classes(self) -> list[str]:
        return list(self._attributes["classes"])

    def add_class(self, name: str) -> None:
        if name not in self._attributes["classes"]:
            self.set(classes=[*self._attributes["classes"], name])

    def remove_class(self, name: str) -> None:
        self.set(classes=[one for one in self._attributes["classes"] if one != name])

    def get(self, name: str) -> Any:
        return self._attributes.get(name)

    def set(self, **attributes: Any) -> None:
        """What stays as it was is never told: a page has hundreds of elements."""
        changed = [name for name, value in attributes.items() if self._attributes.get(name) != value]
        self._attributes |= attributes
        if changed:
            self._tell(*changed)

    def on(self, event: str, handler: Callable[..., None]) -> None:
        self._handlers.setdefault(event, []).append(handler)

    def happen(self, event: str, **data: Any) -> None:
        """What a person did, as the page tells it."""
        for handler in self._handlers.get(event, []):
            handler(**data)

    def attributes(self, names: Iterable[str] | None = None) -> dict[str, Any]:
        """As the page is told them."""
        return {name: self._attributes[name] for name in (names or self._attributes) if name in self._attributes}

    def within(self) -> Iterator[Node]:
        """Itself and all below it."""
        yield self
        for child in self._children:
            yield from child.within()

    def _tell(self, *names: str) -> None:
        top = self
        while top.parent is not None:
            top = top.parent
        if top.listener is not None:
            top.listener(self, names)


class Group(Node):
    def __init__(self, children: Sequence[Node] = (), *classes: str, **attributes: Any) -> None:
        super().__init__(*classes, **attributes)
        self.children = children


class Line(Group):
    """Side by side."""

    def __init__(self, children: Sequence[Node] = (), *classes: str, **attributes: Any) -> None:
        super().__init__(children, "cp-line", *classes, **attributes)


class Html(Node):
    """Markup, whose texts are escaped already (`markup.tag`)."""

    kind = "html"

    def __init__(self, value: str = "", *classes: str, **attributes: Any) -> None:
        super().__init__(*classes, value=value, **attributes)

    @property
    def value(self) -> str:
        return str(self.get("value"))

    @value.setter
    def value(self, value: str) -> None:
        self.set(value=str(value))


class Picture(Node):
    """A PNG; changing it doesn't flicker."""

    kind = "picture"

    def __init__(self, png: bytes, alt: str, *classes: str) -> None:
        super().__init__(*classes, alt=alt, source=_address(png))

    def show(self, png: bytes, alt: str) -> None:
        self.set(source=_address(png), alt=alt)


class Button(Node):
    kind = "button"

    def __init__(self, description: str = "", kind: str = "", **attributes: Any) -> None:
        super().__init__("cp-button", *([_KINDS[kind]] if kind else []), label=description, **attributes)

    @property
    def description(self) -> str:
        return str(self.get("label"))

    @description.setter
    def description(self, words: str) -> None:
        self.set(label=words)

    @property
    def disabled(self) -> bool:
        return bool(self.get("disabled"))

    @disabled.setter
    def disabled(self, disabled: bool) -> None:
        self.set(disabled=disabled)

    def on_click(self, handler: Callable[..., None]) -> None:
        """`handler` is called with the button."""
        self.on("click", lambda: handler(self))

    def click(self) -> None:
        if not self.disabled:
            self.happen("click")


class Copy(Node):
    """A button that puts a text on the clipboard."""

    kind = "copy"

    def __init__(self, label: str, text: str) -> None:
        super().__init__("cp-button", "cp-quiet-button", label=label, text=text)


def _address(png: bytes) -> str:
    return f"data:image/png;base64,{b64encode(png).decode()}"
