"""Theme 10, history: what is carried over from one period to the next."""

from __future__ import annotations
