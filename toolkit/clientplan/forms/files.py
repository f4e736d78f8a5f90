"""Files from the browser and to it, over the widget's own channel: a link to a file gives a page of JupyterLab."""

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


class Download(Node):
    """A button; `make` gives the name, the media type and the bytes of what is saved, when it is clicked."""

    kind = "download"

    def __init__(self, label: str, make: Callable[[], tuple[str, str, bytes]], send: Callable[..., None]) -> None:
        super().__init__("cp-button", label=label)
        self._make, self._send = make, send

    def click(self) -> None:
        self.happen("click")

    def on_click(self, guard: Callable[[Callable[..., None]], Callable[..., None]]) -> None:
        """Makes the file when it is clicked, within a guard: what goes wrong is said in the form."""
        self.on("click", guard(lambda: self._send(*self._make())))
