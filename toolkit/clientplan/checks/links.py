"""Mending a link that names no objective."""

from __future__ import annotations

from collections.abc import Collection

from clientplan.checks.finding import Edit, Fix
from clientplan.checks.meant import closest
from clientplan.checks.rule import Context
from clientplan.plan.source import Path


def linked(path: Path, name: str, ids: Collection[str], context: Context) -> Fix | None:
    """The id that is meant: for sure where only capitals differ, else the closest, for a person to judge."""
    same = [known for known in ids if known.casefold() == name.casefold()]
    meant = same[0] if len(same) == 1 else closest(name, ids)
    if meant is None:
        return None
    return context.fix("write {id}", Edit(path, meant), safe=len(same) == 1, id=meant)
