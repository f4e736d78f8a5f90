"""Theme 9, people: the map of those who matter at the client."""

from __future__ import annotations
