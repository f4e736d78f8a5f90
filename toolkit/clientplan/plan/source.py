"""The nodes of a plan file, and where each of them stands."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

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
