"""Theme 5, actions: how they are worded."""

from __future__ import annotations
