"""Files that a person chooses in the browser."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from clientplan.forms.nodes import Node


@dataclass(frozen=True)
class Uploaded:
    name: str  # as the browser says it: it may be anything
    content: bytes


class Upload(Node):
    """Chosen files. One that is larger than `largest` is refused in the browser, which then says `instead`.

    `files` holds what came; whoever observes is told when the last of a choice is there.
    """

    kind = "upload"

    def __init__(self, label: str, accept: str, largest: int, instead: str) -> None:
        super().__init__("cp-upload", label=label, accept=accept, largest=largest, instead=instead)
        self.files: tuple[Uploaded, ...] = ()
        self._listeners: list[Callable[[tuple[Uploaded, ...]], None]] = []
        self.on("file", self._came)

    def observe(self, listener: Callable[[tuple[Uploaded, ...]], None]) -> None:
        self._listeners.append(listener)

    def take(self, files: Sequence[Uploaded]) -> None:
        for at, file in enumerate(files, 1):
            self._came(file.name, len(file.content), at == len(files), [file.content])

    def _came(self, name: str, size: int, last: bool, buffers: Sequence[Any] = ()) -> None:
        content = bytes(buffers[0]) if buffers else b""
        if len(content) == size:
            self.files = (*self.files, Uploaded(name, content))
        if last:
            files, self.files = self.files, ()
            for listener in self._listeners:
                listener(files)
