"""Whether a subject speaks as the log's sure links do: small talk that no list knows beforehand."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from clientplan.insight.activity.evidence import Setting
from clientplan.insight.activity.inputs import Activities, Flags, Floats

ENOUGH = 20  # subjects, a day each, before half of what they show is believed
CLOSED = 0.6  # so telling are they where they share most of their words


@dataclass(frozen=True)
class Manner:
    """One entry an activity."""

    strange: Floats  # 0 to 1: how much its other words speak against a link
    usual: Flags  # all its other words are those of sure links, which share most of theirs


def manner(activities: Activities, setting: Setting, sure: Flags) -> Manner:
    """How an activity's subject speaks: the part of its foreign words that no other sure link has.

    Sure links come with a closed set of words around those of the objective (call, workshop, follow-up) in some logs;
    then a word never seen there (parking, raffle) speaks for another matter. Where their own words are new half of the
    time, it says nothing. Only sure links are counted, so that noise which is added to a log changes no other link.
    """
    rows, words = setting.foreign
    documents, _ = pd.factorize(pd.MultiIndex.from_arrays([activities.client, setting.subject.text, activities.day]))
    trusted = np.zeros(int(documents.max(initial=-1)) + 1, bool)
    trusted[documents[sure]] = True
    pairs = pd.DataFrame({"document": documents[rows], "word": words})
    once = pairs[trusted[pairs["document"]]].drop_duplicates()
    seen = np.bincount(once["word"], minlength=int(words.max(initial=0)) + 1)
    others = seen[words] - trusted[documents[rows]]
    count = np.bincount(rows, minlength=len(activities))
    new = np.bincount(rows, weights=others <= 0, minlength=len(activities)) / np.maximum(count, 1)
    sample = sure & (count > 0)
    own = pd.Series(new[sample]).groupby(documents[sample]).first()
    telling = max(0.0, 1 - 2 * float(own.mean())) * len(own) / (len(own) + ENOUGH) if len(own) else 0.0
    return Manner(new * telling, (count > 0) & (new == 0) & (telling >= CLOSED))
