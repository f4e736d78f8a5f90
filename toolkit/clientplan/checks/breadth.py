"""Theme 4, objectives: what they are about, taken together."""

from __future__ import annotations
