"""The catalogues of messages, locale/<language>.po: `python -m clientplan.checks.catalogue` brings them up to date.

What is new in the code stands in them untranslated afterwards; what is gone from the code is left out.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po

from clientplan.checks.said import CATALOGUES

_ROOM = Path(__file__).parent
_SAYS = {"error": 1, "warning": 1, "note": 1, "fix": 0, "Said": 0}  # which argument the sentence is
_WIDTH = 110


class Message(NamedTuple):
    one: str
    several: str
    file: str

    @property
    def id(self) -> str | tuple[str, str]:
        """As a catalogue knows it."""
        return (self.one, self.several) if self.several else self.one


def messages() -> Iterator[Message]:
    """Every sentence that the checks can say, in the order of the files."""
    for path in sorted(_ROOM.glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and (found := _message(node, path.name)):
                yield found


def updated(text: str, language: str) -> Catalog:
    """A catalogue's text with the sentences that the code has now."""
    old = read_po(text.splitlines(keepends=True), locale=language)
    new = Catalog(locale=language, fuzzy=False)
    new.header_comment = f"# What the checks say, in {new.locale.english_name if new.locale else language}."
    for message in messages():
        known = old.get(message.one)
        kept = known.string if known is not None and known.id == message.id else ""
        added = new.add(message.id, string=kept or (("", "") if message.several else ""), locations=[(message.file, 0)])
        added.flags.discard("python-format")  # a per cent sign in a sentence is only that
    return new


def _message(call: ast.Call, file: str) -> Message | None:
    name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
    if name not in _SAYS or len(call.args) <= _SAYS[name]:
        return None
    one = _text(call.args[_SAYS[name]])
    several = next((_text(word.value) for word in call.keywords if word.arg == "several"), "")
    return Message(one, several, file) if one else None


def _text(node: ast.expr) -> str:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


def _write(path: Path, catalog: Catalog) -> None:
    """With the two headers that matter: dates and addresses would change with each run and say nothing."""
    head = (
        f"{catalog.header_comment}\n\n"
        'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n'
        f'"Plural-Forms: {catalog.plural_forms}\\n"\n\n'
    )
    body = BytesIO()
    write_po(body, catalog, width=_WIDTH, omit_header=True, include_lineno=False)
    path.write_bytes(head.encode() + body.getvalue())


if __name__ == "__main__":
    for found in sorted(CATALOGUES.glob("*.po")):
        _write(found, updated(found.read_text(encoding="utf-8"), found.stem))
