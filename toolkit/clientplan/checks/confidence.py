"""Theme 9, confidence: what is ours alone stays ours."""

from __future__ import annotations
