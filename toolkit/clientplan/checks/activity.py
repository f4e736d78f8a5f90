"""Theme 6, activity: what the log says that was done, against what the plan says."""

from __future__ import annotations
