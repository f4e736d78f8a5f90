"""Whether an action says that it comes again and again."""

from __future__ import annotations

from collections.abc import Sequence

from clientplan.checks.language import Language, spoken
from clientplan.checks.spelling import Word, words
from clientplan.checks.verbs import no_verb

_NEAR = 4  # words: how far behind its verb “hold” a “monthly” may stand


def recurring(action: str, locale: str | None) -> str | None:
    """The words that say so, as they were written; None where there are none, or where a habit is begun or ended."""
    for language in spoken(locale):
        there = words(action)
        if _once(there, language):
            continue
        if found := language.recurring.found(action):
            return found[0]
        for at, word in enumerate(there):
            if word.folded in language.rhythms and _of_the_action(action, there, at, language, locale):
                return action[word.start : word.end]
    return None


def _once(there: Sequence[Word], language: Language) -> bool:
    """Its verb begins or ends a habit (“agree a weekly call”); a German one may stand anywhere."""
    verbs = there if language.verb_last else there[_lead(there, language) :][:1]
    return any(word.folded in language.once for word in verbs)


def _lead(there: Sequence[Word], language: Language) -> int:
    return next((at for at, word in enumerate(there) if word.folded not in language.lead_ins), 0)


def _of_the_action(action: str, there: Sequence[Word], at: int, language: Language, locale: str | None) -> bool:
    """Whether “monthly” is said of what is done, and not of something in it (“explain the monthly figures”)."""
    before = [word.folded for word in there[_lead(there, language) : at]]
    if all(word in language.no_verbs for word in before) or language.links:
        if no_verb(action, locale) and language.links.isdisjoint(before):
            return True  # “Monthly call”, « Réunion mensuelle »
        if language.verb_last and not before and any(word.folded in language.holding for word in there):
            return True  # „Monatliche Gespräche führen“
    if before and not language.verb_last and before[0] in language.holding and len(before) < _NEAR:
        return "the" not in before and language.links.isdisjoint(before)
    if not before or not language.after_rhythm:
        return False
    after = there[at + 1 : at + 2]
    gap = action[there[at].end : after[0].start] if after else ""
    return not after or gap.strip(" -") != "" or after[0].folded in language.after_rhythm  # “call them monthly”
