"""Whether a field that is filled in says anything yet."""

from __future__ import annotations

from clientplan.checks.language import languages
from clientplan.checks.spelling import words

_LONGEST = 40  # letters of words that keep a place


def unsaid(text: str | None) -> bool:
    """Nothing, only signs (“?”, “…”), or a word that keeps the place (“tbd”, “noch offen”), in any language."""
    if text and len(text) > _LONGEST:
        return not any(mark.isalnum() for mark in text)
    said = " ".join(word.folded for word in words(text or ""))
    return not said or any(said in language.unsaid for language in languages().values())
