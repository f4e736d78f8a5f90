"""Whether texts name a person: by the full name or a part of it, as people do."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable

from clientplan.checks.language import fold

_WORD = re.compile(r"\w+")
_SHORTEST = 3  # letters of a part of a name that says whom it means
_TITLES = {"herr", "frau", "prof", "mrs", "miss", "madame", "monsieur", "don", "dona", "von", "van", "der"}


class Mentions:
    """The words of some texts, looked up by their beginnings: “Vetterleins” names Vetterlein."""

    def __init__(self, texts: Iterable[str | None]) -> None:
        said = [text for text in texts if text]
        self._whole = "\n".join(f" {' '.join(_WORD.findall(fold(text)))} " for text in said)
        words = {word for text in said for word in _WORD.findall(text)}
        self._words = sorted({fold(word) for word in words if not word[0].islower()})  # “may” isn't May

    def name(self, name: str) -> bool:
        """Whether any part of a name is there."""
        parts = {fold(word) for word in _WORD.findall(name)} - _TITLES
        return any(self._begins(part) for part in parts if len(part) >= _SHORTEST) or self.phrase(name)

    def phrase(self, phrase: str | None) -> bool:
        """Whether these words stand there in a row."""
        words = _WORD.findall(fold(phrase or ""))
        return bool(words) and f" {' '.join(words)} " in self._whole

    def _begins(self, part: str) -> bool:
        at = bisect_left(self._words, part)
        return at < len(self._words) and self._words[at].startswith(part)
