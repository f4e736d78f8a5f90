"""Theme 3, intent and value: what makes the plan worth both parties' time."""

from __future__ import annotations
