"""Theme 7, progress and erosion: readings, results and reviews against the plan."""

from __future__ import annotations
