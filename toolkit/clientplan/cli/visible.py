"""Text from files as a terminal may be given it."""

from __future__ import annotations

import unicodedata

_TAB = "    "
_PICTURES = 0x2400  # where Unicode keeps the pictures of control characters
_CONTROLS = 0x20


def visible(text: str) -> str:
    """On one line, and without the characters that move the cursor, change colours or turn the writing around."""
    return marks(text.replace("\r\n", " ").replace("\n", " "))


def visible_lines(text: str) -> str:
    """The same for each line of a text that may have several, such as an error that lists what is wrong."""
    return "\n".join(map(visible, text.replace("\r\n", "\n").split("\n")))


def marks(text: str) -> str:
    """Each character as it is shown."""
    return "".join(map(_mark, text))


def _mark(mark: str) -> str:
    if mark == "\t":
        return _TAB
    if ord(mark) < _CONTROLS:
        return chr(_PICTURES + ord(mark))
    kind = unicodedata.category(mark)
    turns = unicodedata.bidirectional(mark) in {"LRE", "RLE", "PDF", "LRO", "RLO", "LRI", "RLI", "FSI", "PDI"}
    return "\N{REPLACEMENT CHARACTER}" if kind in {"Cc", "Zl", "Zp", "Cs"} or turns else mark
