"""Who was met, against the people of each objective: in the column for it, else by name in the text."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

import numpy as np
import pandas as pd

from clientplan.insight.activity.inputs import Activities, Codes, Floats, Objectives
from clientplan.insight.activity.names import name_words, persons, same_person
from clientplan.insight.activity.tokens import Column, Lexicon, spread
from clientplan.insight.activity.vocabulary import of_people

IN_TEXT = 0.7  # a name in the text may be talked of only
_SHORTEST = 3  # letters of a last name that is looked for alone: Li is half of other words


@dataclass(frozen=True)
class People:
    """One entry a person of an objective."""

    objective: Codes
    names: tuple[str, ...]

    @classmethod
    def of(cls, objectives: Objectives) -> People:
        rows = [(at, name) for at, names in enumerate(objectives.people) for name in names]
        return cls(np.array([at for at, _ in rows], np.int64), tuple(name for _, name in rows))


@dataclass(frozen=True)
class Meetings:
    """One entry an activity and a person who was there, and how surely."""

    activity: Codes
    person: Codes  # in People
    surely: Floats


def met(activities: Activities, objectives: Objectives, people: People) -> Meetings:
    """As the column says with whom it was: each different entry of a client is compared once."""
    by_client = defaultdict[int, list[int]](list)
    for person, objective in enumerate(people.objective):
        by_client[int(objectives.client[objective])].append(person)
    codes, different = pd.factorize(pd.MultiIndex.from_arrays([activities.client, activities.who]))
    begin, found, surely = [0], list[int](), list[float]()
    for client, who in different:
        for person in by_client.get(int(client), ()) if who else ():
            sure = max(same_person(one, people.names[person]) for one in persons(str(who)))
            if sure:
                found.append(person)
                surely.append(sure)
        begin.append(len(found))
    runs = np.array(begin, np.int64)
    rows, place = spread(runs[codes], runs[codes + 1] - runs[codes])
    return Meetings(rows, np.array(found, np.int64)[place], np.array(surely, np.float64)[place])


def named_in_text(
    activities: Activities, objectives: Objectives, people: People, columns: tuple[Column, ...], lexicon: Lexicon
) -> Meetings:
    """As subject and notes say: the last name, or all words of a role."""
    by_word = defaultdict[tuple[int, int], list[int]](list)  # client and word -> people that have it
    sought = [_sought(name) for name in people.names]
    for person, needed in enumerate(sought):
        for word in needed & lexicon.numbers.keys():
            by_word[int(objectives.client[people.objective[person]]), lexicon.numbers[word]].append(person)
    keep = np.zeros(len(lexicon), bool)
    keep[[word for _, word in by_word]] = True
    found = set[tuple[int, int, int]]()
    for column in columns:
        rows, _, words = column.kept(keep)
        clients = activities.client[rows]
        for row, client, word in zip(rows.tolist(), clients.tolist(), words.tolist(), strict=True):
            found.update((row, person, word) for person in by_word.get((client, word), ()))
    table = pd.DataFrame(sorted(found), columns=["row", "person", "word"], dtype="int64")
    counted = table.groupby(["row", "person"], as_index=False).size()
    whole = counted[counted["size"] >= np.array([len(needed) for needed in sought], np.int64)[counted["person"]]]
    return Meetings(whole["row"].to_numpy(np.int64), whole["person"].to_numpy(np.int64), np.full(len(whole), IN_TEXT))


def _sought(name: str) -> frozenset[str]:
    """The words of a name that must all be in the text: of a person's name the last one does."""
    found = name_words(name)
    if found & of_people().ranks or "@" in name:
        return found
    last = name.split(",", maxsplit=1)[0] if "," in name else name.rsplit(maxsplit=1)[-1]
    return name_words(last) if len(last) >= _SHORTEST else found
