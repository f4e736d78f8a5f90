"""Simpler ways to link, each after what the log names itself."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable
from math import log, sqrt
from typing import Any

import pandas as pd

from planted.log import Planted

Links = list[str | None]
_WORD = re.compile(r"\w+")
_ALIKE = 0.1  # cosine from which a link is made: of .05, .1, .15, .2, .25, .3, .4 the best mean F1 over all styles


def explicit_only(made: Planted) -> Links:
    return _linked(made, lambda _row, _open: None)


def only_one_open(made: Planted) -> Links:
    """The client's objective, where just one is open on the day."""
    return _linked(made, lambda _row, opened: opened[0].objective_id if len(opened) == 1 else None)


def any_word(made: Planted) -> Links:
    """The open objective with the most words in common, one at the least; none on a tie."""
    return _best(made, lambda row, objective: len(_words(row) & _of(objective)), 1)


def cosine(made: Planted) -> Links:
    """The open objective whose words, weighted by how rare they are among objectives and log, are nearest."""
    texts = [_words(row) for row in made.activities.itertuples()] + [_of(row) for row in made.objectives.itertuples()]
    seen = Counter(word for text in texts for word in text)
    weight = {word: log(len(texts) / count) for word, count in seen.items()}

    def near(row: Any, objective: Any) -> float:
        left, right = _words(row), _of(objective)
        norm = sqrt(sum(weight[word] ** 2 for word in left) * sum(weight[word] ** 2 for word in right))
        return sum(weight[word] ** 2 for word in left & right) / norm if norm else 0.0

    return _best(made, near, _ALIKE)


def _best(made: Planted, score: Callable[[Any, Any], float], enough: float) -> Links:
    def choose(row: Any, opened: list[Any]) -> str | None:
        scored = sorted(((score(row, objective), objective.objective_id) for objective in opened), reverse=True)
        tie = len(scored) > 1 and scored[0][0] == scored[1][0]
        return scored[0][1] if scored and scored[0][0] >= enough and not tie else None

    return _linked(made, choose)


def _linked(made: Planted, choose: Callable[[Any, list[Any]], str | None]) -> Links:
    by_client = defaultdict(list)
    for objective in made.objectives.itertuples():
        by_client[objective.client_id].append(objective)
    return [
        row.objective_id
        if isinstance(row.objective_id, str)
        else choose(row, [one for one in by_client[row.client_id] if one.start <= row.date <= one.end])
        for row in made.activities.itertuples()
    ]


def _words(row: Any) -> set[str]:
    return set(_WORD.findall(f"{row.subject} {row.notes}".lower()))


def _of(objective: Any) -> set[str]:
    words = objective.words if isinstance(objective.words, str) else " ".join(objective.words)
    return set(_WORD.findall(words.lower()))


def undifferentiated(made: Planted, links: Links) -> float:
    """The share of time without a link, what isn't timed by the median of its kind."""
    minutes = pd.to_numeric(made.activities["minutes"])
    minutes = minutes.fillna(minutes.groupby(made.activities["kind"]).transform("median"))
    return float(minutes[[link is None for link in links]].sum() / minutes.sum())
