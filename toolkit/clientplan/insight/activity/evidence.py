"""What speaks for each objective that an activity may have served: its words, its people, its window."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from clientplan.insight.activity import hits, people
from clientplan.insight.activity.inputs import Activities, Codes, Flags, Floats, Objectives, Texts
from clientplan.insight.activity.names import name_words
from clientplan.insight.activity.tokens import Column, Lexicon
from clientplan.insight.activity.vocabulary import vocabulary

PHRASE = 0.4  # for two words that stand together as they do in the objective
MOST = 3.0  # what words can be worth: a long note says no more than that


@dataclass(frozen=True)
class Evidence:
    """One entry an activity and an objective of its client that something speaks for, by activity."""

    activity: Codes
    objective: Codes
    opened: Flags  # the objective was open on the day
    words: Floats  # worth of the words, 0 to MOST
    telling: Codes  # how many words that aren't in every plan
    covers: Floats  # the part of what the subject says that these are, 0 to 1
    person: Floats  # how surely one of its people was there, 0 to 1
    met: Flags  # as the column for it says
    rivals: Codes  # open objectives with the same person, itself included
    name: Texts  # that person's, "" where there is none


@dataclass(frozen=True)
class Setting:
    """What an activity's text says beside any objective; one entry an activity."""

    pleasant: Codes  # words of small talk in the subject that are no objective's
    pleasant_notes: Codes
    content: Codes  # words in the subject that say something
    subject: Column
    foreign: tuple[Codes, Codes]  # activity and word: what a subject says beside the client's objectives


def gather(activities: Activities, objectives: Objectives) -> tuple[Evidence, Setting, hits.Hits, hits.Terms]:
    lexicon = Lexicon()
    subject, notes = Column.of(activities.subject, lexicon), Column.of(activities.notes, lexicon)
    terms = hits.Terms.of(objectives)
    found = hits.find(activities, terms, (subject, notes), lexicon)
    persons = people.People.of(objectives)
    met = people.met(activities, objectives, persons)
    named = people.named_in_text(activities, objectives, persons, (subject, notes), lexicon)
    setting = _setting(subject, notes, lexicon, _foreign(objectives, subject, lexicon, found.spots))
    evidence = _pairs(activities, objectives, found, terms, setting, persons, met, named)
    return evidence, setting, found, terms


def _pairs(
    activities: Activities,
    objectives: Objectives,
    found: hits.Hits,
    terms: hits.Terms,
    setting: Setting,
    persons: people.People,
    *meetings: people.Meetings,
) -> Evidence:
    many = max(len(objectives), 1)
    opened = _open(activities, objectives, found.activity, found.objective)
    shared = _sharing(found, terms, opened)
    weight = terms.weight[found.term]
    worth = weight * found.worth * shared
    by_words = (
        pd.DataFrame(
            {
                "pair": found.activity * many + found.objective,
                "words": worth + PHRASE * found.phrase * np.minimum(1, weight * 2) * shared,
                "telling": terms.telling[found.term],
                "covers": terms.telling[found.term] & found.subject,
            }
        )
        .groupby("pair", sort=True)
        .sum()
    )
    by_person = pd.concat([_there(one, persons, many, at == 0) for at, one in enumerate(meetings)])
    by_person = by_person.sort_values(["pair", "person"], ascending=[True, False], kind="stable")
    by_person = by_person.drop_duplicates("pair").set_index("pair")
    table = by_words.join(by_person, how="outer").fillna({"name": -1}).fillna(0.0)
    pair = table.index.to_numpy(np.int64)
    activity, objective = pair // many, pair % many
    person = table["person"].to_numpy(np.float64)
    opened = _open(activities, objectives, activity, objective)
    rivals = np.bincount(activity[opened & (person > 0)], minlength=len(activities))
    return Evidence(
        activity,
        objective,
        opened,
        np.minimum(table["words"].to_numpy(np.float64), MOST),
        table["telling"].to_numpy(np.int64),
        table["covers"].to_numpy(np.float64) / np.maximum(setting.content[activity], 1),
        person,
        table["met"].to_numpy(np.float64) > 0,
        rivals[activity],
        np.array([*persons.names, ""], dtype=object)[table["name"].to_numpy(np.int64)],
    )


def _there(meetings: people.Meetings, persons: people.People, many: int, met: bool) -> pd.DataFrame:
    pair = meetings.activity * many + persons.objective[meetings.person]
    return pd.DataFrame({"pair": pair, "person": meetings.surely, "met": float(met), "name": meetings.person})


def _open(activities: Activities, objectives: Objectives, activity: Codes, objective: Codes) -> Flags:
    day = activities.day[activity]
    return (objectives.start[objective] <= day) & (day <= objectives.end[objective])


def _sharing(found: hits.Hits, terms: hits.Terms, opened: Flags) -> Floats:
    """A word that several open objectives of the client have tells less of each."""
    key = pd.MultiIndex.from_arrays([found.activity, terms.key[found.term]])
    codes, _ = pd.factorize(key)
    count = np.bincount(codes, weights=opened, minlength=1)[codes] if len(codes) else np.zeros(0)
    return 1 / np.sqrt(np.maximum(count, 1))


def _setting(subject: Column, notes: Column, lexicon: Lexicon, foreign: tuple[Codes, Codes]) -> Setting:
    known = vocabulary()
    pleasant = np.array([word in known.small_talk for word in lexicon.words], bool)
    empty = np.array(
        [word in known.stop or word in known.generic or not word.isalpha() for word in lexicon.words], bool
    )
    rows, word = foreign
    said = np.bincount(rows, weights=pleasant[word], minlength=len(subject.text)).astype(np.int64)
    return Setting(said, notes.count(pleasant), subject.count(~empty), subject, foreign)


def _foreign(objectives: Objectives, subject: Column, lexicon: Lexicon, matched: Codes) -> tuple[Codes, Codes]:
    """Activity and word of what a subject says beside its client's objectives and anybody's name."""
    names = {word for people_of in objectives.people for name in people_of for word in name_words(name)}
    keep = np.array([word not in names and word not in vocabulary().stop for word in lexicon.words], bool)
    rows, place, word = subject.kept(keep)
    beside = ~np.isin(hits.spot(rows, place), matched)
    return rows[beside], word[beside]
