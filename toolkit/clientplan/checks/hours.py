"""Theme 8, portfolio and hours: finite, and shared by all clients."""

from __future__ import annotations
