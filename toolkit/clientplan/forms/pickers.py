"""What a picker of the plan's own parts shows."""

from __future__ import annotations

from typing import Any

from clientplan.forms.box import BLANK
from clientplan.plan.plan import Plan

_LONGEST = 60


def objectives(plan: Plan, *, but: str = "") -> list[tuple[str, Any]]:
    """Each objective by its id and first words, with the blank on top; `but` is left out."""
    return [BLANK, *((_short(f"{one.id} {one.words or ''}"), one.id) for one in plan.objectives if one.id != but)]


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1].rstrip()}…"
