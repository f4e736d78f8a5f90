"""Text that a spreadsheet would take for a formula: written with a leading ', which reading takes off again."""

from __future__ import annotations

import re

# = + - @ and their full-width forms, tab, CR and NUL, also behind white space. A text that already begins with '
# before one of them gets another, so that nothing is lost on the way there and back.
_FORMULA = re.compile(r"'*\s*[=+\-@\t\r\0\uff1d\uff0b\uff0d\uff20]")


def put_on(text: str) -> str:
    return f"'{text}" if _FORMULA.match(text) else text


def taken_off(text: str) -> str:
    return text[1:] if text.startswith("'") and _FORMULA.match(text, 1) else text
