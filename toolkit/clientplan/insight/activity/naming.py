"""Objectives that the log names itself: in the column for it, or as [o2], #o2 or "o2:" in the text."""

from __future__ import annotations

import re
from collections import defaultdict

import numpy as np

from clientplan.insight.activity.inputs import Activities, Codes, Objectives

UNNAMED = -1
UNKNOWN = -2  # a name that this client has no objective for
SEVERAL = -3  # different ones

_MARKED = re.compile(r"[\[({<#]\s*#?([\w.\-]+)\s*[\])}>]?|^\s*([\w.\-]+)\s*:")


def named(activities: Activities, objectives: Objectives) -> Codes:
    """The objective that each activity names, else UNNAMED, UNKNOWN or SEVERAL.

    A mark in the text that is no objective of the client is no name: brackets serve many ends.
    """
    own: defaultdict[int, dict[str, int]] = defaultdict(dict)
    for at, (client, ident) in enumerate(zip(objectives.client, objectives.ids, strict=True)):
        own[int(client)][str(ident).casefold()] = at
    found = np.full(len(activities), UNNAMED, np.int64)
    for row, (client, ident) in enumerate(zip(activities.client.tolist(), activities.named, strict=True)):
        if ident:
            found[row] = own[client].get(ident.casefold(), UNKNOWN) if client in own else UNKNOWN
    for texts in (activities.subject, activities.notes):
        for row in np.flatnonzero(found == UNNAMED).tolist():
            known = own.get(int(activities.client[row]))
            if known and texts[row]:
                found[row] = _marked(texts[row], known)
    return found


def _marked(text: str, known: dict[str, int]) -> int:
    if not any(sign in text for sign in "[({<#:"):
        return UNNAMED
    marks = {known[mark] for pair in _MARKED.findall(text.casefold()) for mark in pair if mark in known}
    if len(marks) > 1:
        return SEVERAL
    return marks.pop() if marks else UNNAMED
