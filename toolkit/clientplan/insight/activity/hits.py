"""Which of an objective's words stand in an activity, each with what it is worth."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from clientplan.insight.activity.alike import Alike, alike
from clientplan.insight.activity.inputs import Activities, Codes, Flags, Floats, Objectives
from clientplan.insight.activity.spelling import fold, stem, words
from clientplan.insight.activity.tokens import Column, Lexicon, spread
from clientplan.insight.activity.vocabulary import vocabulary

GENERIC = 0.35  # words that every plan and every log has …
CHOSEN = 0.6  # … but more where they were picked as key words, or are all that an objective has
PLEASANT = 0.5  # an objective may be about invoices or newsletters all the same
NUMBER = 0.25  # 2026, 15, 3: seldom what it is about
USUAL_LENGTH = 10  # words; in a longer objective more words meet by chance
_LONGEST = 10**6  # words of a text
IN_NOTES = 0.7  # against 1 in the subject, which says what it was about


@dataclass(frozen=True)
class Terms:
    """The words of all objectives: one entry an objective and stem, sorted by client and stem."""

    key: Codes  # client * count of stems + stem
    objective: Codes
    place: Codes  # in the objective, stop words left out
    weight: Floats
    telling: Flags  # more than a word of every plan and log
    shown: tuple[str, ...]  # as the objective has it
    stems: tuple[str, ...]
    spelled: tuple[tuple[str, int], ...]  # the words, folded, each with its stem's number

    @classmethod
    def of(cls, objectives: Objectives) -> Terms:
        known, numbers = vocabulary(), dict[str, int]()
        rows, spelled = list[tuple[int, int, int, int, float, bool, str]](), dict[tuple[str, int], None]()
        names = [set(words(fold(name))) for name in objectives.clients]  # in whatever is logged with the client
        for at, text in enumerate(objectives.words):
            beside = known.stop | names[objectives.client[at]]
            shown = [word for word in words(text) if fold(word) not in beside]
            own: dict[str, tuple[int, str]] = {}
            for place, word in enumerate(shown):
                own.setdefault(stem(fold(word)), (place, word))
            generic = CHOSEN if _chosen(text, [fold(word) for word in shown]) else GENERIC
            weigh = min(1.0, (USUAL_LENGTH / max(len(own), 1)) ** 0.5)
            for one, (place, word) in own.items():
                number = numbers.setdefault(one, len(numbers))
                spelled[fold(word), number] = None
                weight = _weight(fold(word), generic)
                client = int(objectives.client[at])
                rows.append((client, number, at, place, weigh * weight, weight >= PLEASANT, word))
        table = pd.DataFrame(rows, columns=["client", "stem", "objective", "place", "weight", "telling", "shown"])
        table["key"] = table["client"] * max(len(numbers), 1) + table["stem"]
        table = table.sort_values(["key", "objective"], kind="stable")
        return cls(
            table["key"].to_numpy(np.int64),
            table["objective"].to_numpy(np.int64),
            table["place"].to_numpy(np.int64),
            table["weight"].to_numpy(np.float64),
            table["telling"].to_numpy(bool),
            tuple(table["shown"]),
            tuple(numbers),
            tuple(spelled),
        )


@dataclass(frozen=True)
class Hits:
    """One entry an activity and objective's word that it has, sorted by activity, objective and worth."""

    activity: Codes
    objective: Codes
    term: Codes  # in Terms
    worth: Floats  # how surely, times where it stands; the weight of the word is in Terms
    subject: Flags  # it stands in the subject
    phrase: Flags  # the word before it in the objective stands before it here
    spots: Codes  # places in subjects that have a word of any objective of the client, as `spot` writes them


def find(activities: Activities, terms: Terms, columns: tuple[Column, Column], lexicon: Lexicon) -> Hits:
    """Looks in subject and notes, which count differently."""
    meanings = alike(lexicon.words, terms.stems, terms.spelled)
    parts = [
        _in_column(activities, terms, column, meanings, worth)
        for column, worth in zip(columns, (1.0, IN_NOTES), strict=True)
    ]
    spots = np.unique(spot(parts[0]["activity"].to_numpy(np.int64), parts[0]["place"].to_numpy(np.int64)))
    table = pd.concat(parts, ignore_index=True)
    table = table.sort_values(
        ["activity", "objective", "term", "worth"], kind="stable", ascending=[True, True, True, False]
    )
    key = ["activity", "objective", "term"]
    flags = table.groupby(key, sort=False)[["phrase", "subject"]].transform("max")
    table = table.assign(phrase=flags["phrase"], subject=flags["subject"]).drop_duplicates(key)
    return Hits(
        table["activity"].to_numpy(np.int64),
        table["objective"].to_numpy(np.int64),
        table["term"].to_numpy(np.int64),
        table["worth"].to_numpy(np.float64),
        table["subject"].to_numpy(bool),
        table["phrase"].to_numpy(bool),
        spots,
    )


def spot(activity: Codes, place: Codes) -> Codes:
    """Activity and place in one number."""
    return activity * _LONGEST + place


def _in_column(activities: Activities, terms: Terms, column: Column, meanings: Alike, worth: float) -> pd.DataFrame:
    rows, place, word = column.kept(np.diff(meanings.begin) > 0)
    there = activities.client[rows] >= 0
    rows, place, word = rows[there], place[there], word[there]
    at, meant = spread(meanings.begin[word], meanings.begin[word + 1] - meanings.begin[word])
    key = activities.client[rows[at]] * max(len(terms.stems), 1) + meanings.term[meant]
    first = np.searchsorted(terms.key, key, "left")
    entry, term = spread(first, np.searchsorted(terms.key, key, "right") - first)
    at, surely = at[entry], meanings.surely[meant[entry]]
    table = pd.DataFrame(
        {
            "activity": rows[at],
            "objective": terms.objective[term],
            "term": term,
            "worth": worth * surely,
            "place": place[at],
            "theirs": terms.place[term],
            "subject": worth == 1.0,
        }
    )
    # A word here means one word there, its likeliest: "carbon" is no evidence for carbon and for footprint.
    table = table.sort_values(["activity", "objective", "place", "worth"], ascending=[True, True, True, False])
    table = table.drop_duplicates(["activity", "objective", "place"])
    return table.assign(phrase=_phrases(table))


def _phrases(table: pd.DataFrame) -> Flags:
    """Words that stand behind each other here as they do there; up to a short word between them here."""
    order = np.lexsort((table["place"], table["objective"], table["activity"]))
    ordered = table.iloc[order]
    together = np.zeros(len(table), bool)
    if len(table) > 1:
        same = (np.diff(ordered["activity"]) == 0) & (np.diff(ordered["objective"]) == 0)
        near = np.isin(np.diff(ordered["place"]), (1, 2)) & (np.diff(ordered["theirs"]) == 1)
        together[order[1:]] = same & near
    return together


def _chosen(text: str, kept: list[str]) -> bool:
    """Whether it is a list of key words and no sentence, or has next to no word of its own."""
    return len(kept) == len(words(text)) or sum(_weight(word, GENERIC) >= PLEASANT for word in kept) <= 1


def _weight(word: str, generic: float) -> float:
    known = vocabulary()
    if not word.isalpha():
        return NUMBER
    if word in known.generic:
        return generic
    return PLEASANT if word in known.small_talk else 1.0
