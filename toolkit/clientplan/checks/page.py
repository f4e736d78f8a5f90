"""Theme 1, form: the page that is printed, and what keeps it short."""

from __future__ import annotations
