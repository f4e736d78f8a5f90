"""The colours of the printed page, and the accent's lighter sisters. Each tells its thing apart in grey as well."""

from __future__ import annotations

INK = "#1b1f23"
QUIET = "#56616a"
LINE = "#c9d0d5"
FAINT = "#e6eaec"
PAPER = "#ffffff"
ACCENT = "#1d4e5f"
DIMMED = "#47707e"
MIDDLE = "#7fa6b2"
PALE = "#d3e0e4"
