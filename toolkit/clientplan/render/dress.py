"""The style sheets of a page, with what its paper and its brand add to them."""

from __future__ import annotations

from collections.abc import Mapping

from clientplan.render.brand import Brand

DENSITY = "shared/density.css"  # each pack has it first, whether it names it or not, and may set other values


def dressed(styles: Mapping[str, str], paper: str, brand: Brand) -> dict[str, str]:
    """By name, in their order: later ones win."""
    return {**styles, "paper": f"@page {{ size: {paper} }}", "brand": brand.stylesheet()}
