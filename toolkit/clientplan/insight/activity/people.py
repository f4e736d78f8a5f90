"""Who was met, against the people of each objective: in the column for it, else by name in the text."""

from __future__ import annotations

from collections import defaultdict

import numpy as np
import pandas as pd

from clientplan.insight.activity.inputs import Activities, Codes, Floats, Objectives
from clientplan.insight.activity.names import name_words, persons, same_person
from clientplan.insight.activity.tokens import Column, Lexicon, spread
from clientplan.insight.activity.vocabulary import of_people

IN_TEXT = 0.7  # a name in the text may be talked of only


def met(activities: Activities, objectives: Objectives) -> tuple[Codes, Codes, Floats]:
    """Activity, objective, and how surely one of that objective's people was met; pairs with somebody only.

    A column of ours for whom it was with is compared whole, once for each different entry of a client.
    """
    people = _by_client(objectives)
    key = pd.MultiIndex.from_arrays([activities.client, activities.who])
    codes, different = pd.factorize(key)
    begin, objective, surely = [0], list[int](), list[float]()
    for client, who in different:
        for at, found in _matches(str(who), people.get(int(client), [])).items():
            objective.append(at)
            surely.append(found)
        begin.append(len(objective))
    runs = np.array(begin, np.int64)
    rows, place = spread(runs[codes], runs[codes + 1] - runs[codes])
    return rows, np.array(objective, np.int64)[place], np.array(surely, np.float64)[place]


def named_in_text(
    activities: Activities, objectives: Objectives, columns: tuple[Column, ...], lexicon: Lexicon
) -> tuple[Codes, Codes, Floats]:
    """The same for names that stand in subject or notes: the last name, or all of a role."""
    by_word = defaultdict[tuple[int, int], list[int]](list)  # client and word -> entries that have it
    needed, owner = list[int](), list[int]()
    for at, names in enumerate(objectives.people):
        for name in names:
            for word in _sought(name):
                if word in lexicon.numbers:
                    by_word[int(objectives.client[at]), lexicon.numbers[word]].append(len(needed))
            needed.append(len(_sought(name)))
            owner.append(at)
    keep = np.zeros(len(lexicon), bool)
    keep[[word for _, word in by_word]] = True
    found = set[tuple[int, int, int]]()
    for column in columns:
        rows, _, words = column.kept(keep)
        clients = activities.client[rows]
        for row, client, word in zip(rows.tolist(), clients.tolist(), words.tolist(), strict=True):
            found.update((row, entry, word) for entry in by_word.get((client, word), ()))
    if not found:
        return np.zeros(0, np.int64), np.zeros(0, np.int64), np.zeros(0)
    table = pd.DataFrame(sorted(found), columns=["row", "entry", "word"])
    counted = table.groupby(["row", "entry"], as_index=False).size()
    whole = counted[counted["size"] >= np.array(needed)[counted["entry"]]]
    objective = np.array(owner, np.int64)[whole["entry"]]
    return whole["row"].to_numpy(np.int64), objective, np.full(len(whole), IN_TEXT)


def _by_client(objectives: Objectives) -> dict[int, list[tuple[int, str]]]:
    people = defaultdict[int, list[tuple[int, str]]](list)
    for at, names in enumerate(objectives.people):
        people[int(objectives.client[at])].extend((at, name) for name in names)
    return people


def _matches(who: str, people: list[tuple[int, str]]) -> dict[int, float]:
    best: dict[int, float] = {}
    for person in persons(who) if who and people else ():
        for at, name in people:
            surely = same_person(person, name)
            if surely:
                best[at] = max(surely, best.get(at, 0.0))
    return best


def _sought(name: str) -> frozenset[str]:
    """The words of a name that must all be in the text: of a person's name the last one does."""
    found = name_words(name)
    if found & of_people().ranks or "@" in name:
        return found
    last = name.split()[-1:] if "," not in name else name.split(",")[:1]
    return name_words(last[0]) if last and len(last[0]) >= 3 else found  # noqa: PLR2004 - Li is half of other words
