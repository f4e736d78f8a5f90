"""An edit as a change of the text: what it doesn't touch stays as it was written, to the byte.

The file is a row of pieces: the lines of each key or list item, with what stands above them. A piece is kept, changed
inside, added, left out or moved; comments above a piece that is left out stay.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from textwrap import dedent
from typing import Any, NamedTuple

Dump = Callable[..., str]
Node = Any  # of libyaml's parser or of ruamel.yaml's: both call kinds, marks and styles alike
_COLLECTION = (dict, tuple, list)


class Piece(NamedTuple):
    """Where the text of a key or list item begins and ends, and where what stands above it begins."""

    above: int
    start: int
    end: int


def spliced(text: str, root: Node, old: Mapping[str, Any], new: Mapping[str, Any], dump: Dump) -> str:
    """The text with the values of `new` where `old` had others.

    Args:
        text: ends with a line end.
        root: the text's nodes, a block of keys.
        old: what the text says.
        new: what it is to say.
        dump: the YAML of a mapping or list of values; with `flow=True` on one line.
    """
    splice = _Splice(text, dump)
    start = root.start_mark.index
    return _begun(text[:start], splice.mapping(root, start, old, new), root) + text[splice.end(root) :]


class _Splice:
    def __init__(self, text: str, dump: Dump) -> None:
        self.text = text
        self.dump = dump

    def mapping(self, node: Node, start: int, old: Mapping[str, Any], new: Mapping[str, Any]) -> str:
        """The lines of a block of keys, each with its indentation."""
        column = node.start_mark.column
        stays = [key.value for key, _ in node.value if key.value in new or key.value not in old]
        added = _by_place(list(new), stays)
        out = ""
        for (key, value), piece in zip(node.value, self.pieces(node, start), strict=True):
            name, above = key.value, self.text[piece.above : piece.start]
            if name not in stays:
                out += _comments(above)
                continue
            same = old.get(name) == new.get(name)
            lines = self.text[piece.start : piece.end] if same else self.pair(key, value, piece, old, new)
            indent = " " * (column - (key.start_mark.index - piece.start))  # the first key's stands before the block
            out += above + indent + lines
            out += "".join(_indented(self.dump({name: new[name]}), column) for name in added[name])
        return out if stays else out + _indented(self.dump(new), column)

    def pair(self, key: Node, value: Node, piece: Piece, old: Mapping[str, Any], new: Mapping[str, Any]) -> str:
        """The lines of a key with another value; a comment behind it stays."""
        before, after = old.get(key.value), new[key.value]
        colon = self.text.index(":", key.end_mark.index) + 1
        below = self.text.index("\n", colon) + 1
        if _is_block(value) and value.id == "mapping" and before and after:
            begin = value.start_mark.index
            return _begun(self.text[piece.start : begin], self.mapping(value, begin, before, after), value)
        if _is_block(value) and value.id == "sequence" and before and after:
            return self.text[piece.start : below] + self.sequence(value, below, before, after)
        inline = self.inline(value, before, after)
        if inline is not None:
            return (
                self.text[piece.start : value.start_mark.index] + inline + self.text[value.end_mark.index : piece.end]
            )
        lines = _indented(self.dump({key.value: after}), key.start_mark.column)[key.start_mark.column :]
        first, others = lines.split("\n", 1)
        return self.text[piece.start : key.start_mark.index] + first + self.remark(value, colon) + others

    def sequence(self, node: Node, start: int, old: tuple[Any, ...], new: tuple[Any, ...]) -> str:
        """The lines of a list, from the line below its key."""
        column = node.start_mark.column
        listed = list(zip(node.value, self.pieces(node, start), strict=True))
        if [_when(item) for item in node.value] != [str(value.get("when", "")) for value in old]:
            listed.sort(key=lambda pair: _when(pair[0]))  # the model sorts readings and reviews
        partners = _partners(old, new)
        above, waiting = {}, ""
        for place, (_, piece) in enumerate(listed):
            if place in partners:
                above[place], waiting = waiting + self.text[piece.above : piece.start], ""
            else:
                waiting += _comments(self.text[piece.above : piece.start])
        out = ""
        for value, at in zip(new, partners, strict=True):
            if at is None:
                out += _indented(dedent(self.dump([value])), column)
                continue
            item, piece = listed[at]
            same = value == old[at]
            out += above[at] + (self.text[piece.start : piece.end] if same else self.item(item, piece, old[at], value))
        return out + waiting

    def item(self, node: Node, piece: Piece, old: Any, new: Any) -> str:
        begin, end = node.start_mark.index, node.end_mark.index
        if _is_block(node) and node.id == "mapping":
            return _begun(self.text[piece.start : begin], self.mapping(node, begin, old, new), node)
        inline = self.inline(node, old, new)
        if inline is not None:
            return self.text[piece.start : begin] + inline + self.text[end : piece.end]
        return _indented(dedent(self.dump([new])), self.text.index("-", piece.start) - piece.start)

    def inline(self, node: Node, old: Any, new: Any) -> str | None:
        """Another value where one stands within a line; None where it needs lines of its own."""
        if _is_block(node) or _is_blank(node):
            return None
        if node.id != "scalar":
            return self.flow(node, old, new)
        lines = self.dump({"k": new})
        simple = lines.count("\n") == 1 and not isinstance(new, _COLLECTION) and not _is_folded(node)
        return lines[len("k: ") : -1] if simple else None

    def flow(self, node: Node, old: Any, new: Any) -> str:
        """Another value inside brackets, with the keys that keep theirs as they were written."""
        if not (node.id == "mapping" and isinstance(new, dict) and isinstance(old, dict)):
            return self.dump({"k": new}, flow=True)[len("{k: ") : -len("}\n")]
        parts = []
        for key, value in node.value:
            name = key.value
            if old.get(name) == new.get(name):
                parts.append(self.text[key.start_mark.index : value.end_mark.index])
            elif name in new:
                parts.append(f"{name}: {self.flow(value, old.get(name), new[name])}")
        written = {key.value for key, _ in node.value}
        parts += [self.dump({name: new[name]}, flow=True)[1 : -len("}\n")] for name in new if name not in written]
        return "{" + ", ".join(parts) + "}"

    def remark(self, value: Node, colon: int) -> str:
        """What stands behind a key's value on its line: a line end, mostly, or a comment."""
        if _is_block(value) or _is_blank(value):
            begin = colon
        elif _is_folded(value):
            begin = value.start_mark.index + 1
            while self.text[begin] in "+-123456789":
                begin += 1
        else:
            begin = value.end_mark.index
        rest = self.text[begin : self.text.index("\n", begin) + 1]
        return rest if rest.strip() else "\n"

    def pieces(self, node: Node, start: int) -> Iterator[Piece]:
        at = start
        for child in node.value:
            first, last = child if isinstance(child, tuple) else (child, child)
            begin = first.start_mark.index
            if first is last:
                begin = self.text.rindex("-", at, begin)
            begin = max(self.text.rfind("\n", 0, begin) + 1, at)
            end = self.end(first if _is_blank(last) else last)
            yield Piece(at, begin, end)
            at = end

    def end(self, node: Node) -> int:
        """Behind the last line that a node stands on. A block's own end mark lies behind the comments below it."""
        last = node
        while _is_block(last):
            item = last.value[-1]
            key, last = item if isinstance(item, tuple) else (item, item)
            last = key if _is_blank(last) else last
        start, end = last.start_mark.index, last.end_mark.index
        return self.text.index("\n", start + len(self.text[start:end].rstrip())) + 1


def _is_block(node: Node) -> bool:
    return node.id != "scalar" and node.flow_style is False


def _is_blank(node: Node) -> bool:
    """Nothing after a key. Its marks may lie on a line below."""
    return bool(node.start_mark.index == node.end_mark.index)


def _is_folded(node: Node) -> bool:
    """A scalar of lines of its own, below `|` or `>`."""
    return node.id == "scalar" and node.style in {"|", ">"}


def _comments(text: str) -> str:
    return "".join(line for line in text.splitlines(keepends=True) if line.lstrip().startswith("#"))


def _begun(before: str, lines: str, node: Node) -> str:
    """The lines of a block behind what stands before it: an indentation, or an item's dash, which comments go above."""
    edge = before.rfind("\n") + 1
    if not before[edge:].strip():
        return before[:edge] + lines
    key = next(line for line in lines.splitlines(keepends=True) if line.strip() and not line.lstrip().startswith("#"))
    above, rest = lines[: (at := lines.index(key))], lines[at:]
    return before[:edge] + above + before[edge:] + rest[node.start_mark.column :]


def _indented(lines: str, column: int) -> str:
    return "".join(" " * column + line if line.strip() else line for line in lines.splitlines(keepends=True))


def _by_place(wanted: list[str], there: list[str]) -> dict[str, list[str]]:
    """The keys that are new, by the key that they come after: the nearest before them that is there."""
    found: dict[str, list[str]] = {name: [] for name in there}
    last = next(iter(there), None)
    for name in wanted:
        if name in found:
            last = name
        elif last is not None:
            found[last].append(name)
    return found


def _when(item: Node) -> str:
    return next((value.value.strip() for key, value in item.value if key.value == "when"), "")


def _partners(old: tuple[Any, ...], new: tuple[Any, ...]) -> list[int | None]:
    """Which old item each new one is: the one with its id, else the one with its value, else the one in its place."""
    free = dict(enumerate(old))
    found: list[int | None] = [None] * len(new)

    def pair(place: int, at: int | None) -> None:
        if found[place] is None and at in free:
            found[place] = at
            del free[at]

    for place, value in enumerate(new):
        pair(place, next((at for at, item in free.items() if item.get("id", item) == value.get("id", value)), None))
    for place, value in enumerate(new):
        if "id" not in value:
            pair(place, place)
    return found
