"""Sections of a page, as sentences call them."""

from __future__ import annotations


def in_words(section: str) -> str:
    """`next_step` is the next step."""
    return section.replace("_", " ")
