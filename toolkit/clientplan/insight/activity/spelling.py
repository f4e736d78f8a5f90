"""Words as they are compared: folded, cut down to a stem, and one slip of the pen apart."""

from __future__ import annotations

import re
import unicodedata

_WORD = re.compile(r"[^\W_]+")
_SHORTEST = 4  # letters that a stem keeps: shorter ones are no longer anybody's
_ENDINGS = sorted(
    (
        # English
        *("ization", "isation", "ations", "ation", "ments", "ment", "ings", "ing", "ies", "ied", "edly", "ed", "ers"),
        *("er", "es", "s", "ly", "ness", "ity", "ities", "ion", "ions", "al", "als", "ate", "ates", "y", "e"),
        # German
        *("ungen", "ung", "en", "ern", "em", "n", "heit", "keit", "heiten", "keiten", "isch", "ische", "ischen"),
        # French
        *("ement", "ements", "eur", "eurs", "euse", "euses", "ee", "ees", "ez", "ons", "ent", "age", "ages", "aux"),
        # Spanish
        *("acion", "aciones", "cion", "ciones", "amiento", "imiento", "mente", "ado", "ada", "ados", "adas", "ido"),
        *("ida", "idos", "idas", "ando", "iendo", "ar", "ir", "o", "a", "os", "as"),
    ),
    key=len,
    reverse=True,
)
_BY_LENGTH = [
    (length, frozenset(ending for ending in _ENDINGS if len(ending) == length))
    for length in sorted({len(ending) for ending in _ENDINGS}, reverse=True)
]
_TIMES = 3  # "deliveries" has an ending, "deliver" has another


def fold(text: str) -> str:
    """Without capitals and accents; Mueller is Müller, ß is ss."""
    folded = text.casefold()
    if not folded.isascii():
        marks = unicodedata.normalize("NFKD", folded)
        folded = "".join(mark for mark in marks if not unicodedata.combining(mark))
    return folded


def words(folded: str) -> list[str]:
    """The words of a folded text in their order; hyphens and apostrophes divide."""
    return _WORD.findall(folded)


def stem(word: str) -> str:
    """What is left without the endings of English, German, French and Spanish, four letters at the least.

    One list for all, since a log doesn't tell its language, and both sides of a comparison are cut alike. Light on
    purpose, after Porter, An algorithm for suffix stripping, Program 14(3), 1980: it needs no dictionary.
    """
    if not word.isalpha():
        return word
    word = word.replace("ae", "a").replace("oe", "o").replace("ue", "u")
    for _ in range(_TIMES):
        shorter = _without_ending(word)
        if shorter == word:
            break
        word = shorter
    return word[:-1] if len(word) > _SHORTEST and word[-1] == word[-2] else word


def _without_ending(word: str) -> str:
    for length, endings in _BY_LENGTH:
        if len(word) - length >= _SHORTEST and word[-length:] in endings:
            return word[:-length]
    return word


def one_slip_apart(left: str, right: str) -> bool:
    """One letter too many, too few, another one, or two that changed places (Damerau 1964)."""
    if left == right:
        return True
    if len(left) > len(right):
        left, right = right, left
    if len(right) - len(left) > 1:
        return False
    start = next((at for at, sign in enumerate(left) if sign != right[at]), len(left))
    if len(left) < len(right):
        return left[start:] == right[start + 1 :]
    swapped = left[start + 1 : start + 2] + left[start : start + 1]
    return left[start + 1 :] == right[start + 1 :] or (
        swapped == right[start : start + 2] and left[start + 2 :] == right[start + 2 :]
    )
