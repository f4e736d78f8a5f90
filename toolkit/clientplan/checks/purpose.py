"""Theme 3, intent and value: what both sides want, and how we know."""

from __future__ import annotations
