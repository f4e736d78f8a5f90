"""Theme 2, identity and time: whether the plan is worked with."""

from __future__ import annotations
