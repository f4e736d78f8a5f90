"""Theme 5, actions: who does them, and with which hours."""

from __future__ import annotations
