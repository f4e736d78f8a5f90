"""Whether an action begins with a verb; where that isn't sure, it does."""

from __future__ import annotations

import re
from collections.abc import Collection
from enum import Enum, auto

from clientplan.checks.language import Language, fold, spoken

_TOKEN = re.compile(r"(?P<word>[^\W_]+(?:[-‐][^\W_]+)*)|(?P<stop>[()]|[,;:.!?/–—]+(?=\s|$)|\s[-–—]\s)")
_NUMBERING = re.compile(r"\s*\W*\(?(\d{1,2}|[a-z])[.)]\s+", re.IGNORECASE)  # 1. Send, b) Send
_LABEL = re.compile(r":\s+|\s[-–—]\s")  # Line 2: train six setters
_LONGEST_LABEL = 4  # words
_SHORTEST = 6  # letters of a word whose ending is judged: Jung is a name


class Kind(Enum):
    VERB = auto()  # listed as one
    NO_VERB = auto()  # listed as none
    VERB_SHAPED = auto()
    NOUN_SHAPED = auto()


def no_verb(action: str, locale: str | None) -> str | None:
    """The word with which the action begins and that surely is no verb; None where it is one, or may be one.

    Where the locale isn't said, a verb of any language will do.
    """
    known = list(spoken(locale))
    label, *rest = _LABEL.split(_NUMBERING.sub("", action, count=1), maxsplit=1)
    first = _surely_none(label if not rest else action, known)
    if first and rest and len(label.split()) <= _LONGEST_LABEL and not _surely_none(rest[0], known):
        return None
    return first


def _surely_none(sentence: str, known: Collection[Language]) -> str | None:
    words = [found for found in _TOKEN.finditer(_NUMBERING.sub("", sentence, count=1)) if found["word"]]
    words = words[_before_the_verb([found[0] for found in words], known) :]
    written = [found[0] for found in words]
    if not written or any(_ends_in_infinitive(sentence, language) for language in known if language.verb_last):
        return None
    kinds = {_kind(written, language) for language in known}
    told = Kind.NO_VERB in kinds or (Kind.NOUN_SHAPED in kinds and Kind.VERB_SHAPED not in kinds)
    return written[0] if told and Kind.VERB not in kinds else None


def _before_the_verb(written: list[str], known: Collection[Language]) -> int:
    """How many words lead in: “Then jointly …”. The last one stands for itself."""
    count = 0
    while count < len(written) - 1 and any(fold(written[count]) in language.lead_ins for language in known):
        count += 1
    return count


def _kind(written: list[str], language: Language) -> Kind | None:
    first, after = fold(written[0]), fold(written[1]) if len(written) > 1 else ""
    if first[0].isdigit():
        if _is_verb(after, language):
            return Kind.VERB  # a number of the list without its dot
        return None if any(mark.isalpha() for mark in first) else Kind.NO_VERB
    return _listed(first, after, language) or _shaped(first, language)


def _listed(first: str, after: str, language: Language) -> Kind | None:
    imperative = bool(language.imperative_adds) and first + language.imperative_adds in language.verbs
    if imperative and after in language.articles:
        return Kind.VERB  # « visite le site »
    if language.imperative_adds and first in language.articles and _shaped_like_verb(after, language):
        return Kind.VERB  # « leur envoyer »
    if _is_noun(first, language):
        return Kind.NO_VERB
    if not imperative and not _is_verb(first, language):
        return None
    noun = bool(after) and after == language.noun_mark and first not in language.marked_verbs  # “review of prices”
    return Kind.NO_VERB if noun else Kind.VERB


def _shaped(first: str, language: Language) -> Kind | None:
    if not language.verb_last and _shaped_like_verb(first, language):
        return Kind.VERB_SHAPED
    return Kind.NOUN_SHAPED if _shaped_like_noun(first, language) else None


def _is_verb(word: str, language: Language) -> bool:
    if word in language.verbs:
        return True
    before, hyphen, rest = word.partition("-")
    return bool(hyphen) and before in language.verb_prefixes and rest in language.verbs


def _is_noun(word: str, language: Language) -> bool:
    return word in language.no_verbs or word in language.nouns or (word.endswith("s") and word[:-1] in language.nouns)


def _shaped_like_verb(word: str, language: Language) -> bool:
    return bool(language.verb_endings) and word.endswith(language.verb_endings) and not _is_noun(word, language)


def _shaped_like_noun(word: str, language: Language) -> bool:
    if len(word) < _SHORTEST or not language.noun_endings:
        return False
    return word.endswith(language.noun_endings) or word.removesuffix("s").endswith(language.noun_endings)


def _ends_in_infinitive(sentence: str, language: Language) -> bool:
    """A word in small letters that ends like an infinitive, where one stands: an adjective has its noun behind it."""
    found = list(_TOKEN.finditer(sentence.lower() if sentence.isupper() else sentence))
    for at, token in enumerate(found):
        word = token["word"] or ""
        after = found[at + 1]["word"] if at + 1 < len(found) else None
        stands = after is None or not (after[0].isupper() or after[0].isdigit())
        if stands and word.islower() and _is_infinitive(fold(word), language):
            return True
    return False


def _is_infinitive(word: str, language: Language) -> bool:
    return word in language.verbs or (word.endswith(language.verb_endings) and word not in language.no_infinitives)
