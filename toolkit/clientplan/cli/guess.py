"""What will most likely be printed, read from the settings before anything checks them.

A process that typesets gets to know the style sheets by it, while ours loads what reads a plan. A wrong guess costs
nothing but the gain.
"""

from __future__ import annotations

import os
import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from clientplan import paths
from clientplan.errors import ClientPlanError
from clientplan.render.brand import Brand
from clientplan.render.dress import DENSITY, dressed
from clientplan.render.order import Order

_SETTINGS, _PACK = "clientplan.toml", "pack.toml"
# One of each: what a page is made of is loaded, and each face of the type is opened, by a page of a few words.
_REHEARSAL = """<html lang="en" dir="ltr" class="digits-latn"><head><title>.</title></head><body>
<div class="foot">a</div><div class="folio">1<span class="page"></span></div>
<header><p class="kind">a</p><h1>a</h1><dl class="facts"><div><dt>a</dt><dd><bdi>b</bdi></dd></div></dl></header>
<section class="purpose" data-section="purpose"><h2>a</h2><div class="pair"><div class="cell"><h3>a</h3>
<p class="intent text">a <b>b</b></p><ul><li class="text">a</li></ul></div></div></section>
<section class="objectives" data-section="objectives"><table><colgroup><col class="id"/><col/></colgroup>
<thead><tr><th scope="col">a</th><th>b</th></tr></thead><tbody><tr class="depth-1"><td class="id">a</td>
<th scope="row"><div class="step"><span class="small">a</span></div><svg class="bar" viewBox="0 0 100 6"
xmlns="http://www.w3.org/2000/svg"><title>a</title><rect fill="#dde2e6" width="100" height="6"/></svg></th></tr>
</tbody></table></section></body></html>"""


def guess(words: Sequence[str]) -> Order | None:
    """A few words in the style of the workspace that we are in; `words` are those of the command."""
    here = Path(os.environ.get("CLIENTPLAN_WORKSPACE") or Path.cwd())
    try:
        said = next(
            (_read(folder / _SETTINGS) for folder in (here, *here.parents) if (folder / _SETTINGS).is_file()), {}
        )
        pack = words[words.index("--pack") + 1] if "--pack" in words else said.get("pack", "two-page")
        settings = _read(paths.templates() / pack / _PACK)
        styles = {name: (paths.templates() / name).read_text("utf-8") for name in (DENSITY, *settings["styles"])}
        sheets = dressed(styles, said.get("paper", "A4"), Brand(colour=said.get("brand", {}).get("colour")))
    except (OSError, ValueError, LookupError, TypeError, AttributeError, ClientPlanError):
        return None  # whatever is wrong is said by what reads it in earnest
    return Order(pack, _REHEARSAL, sheets, settings.get("pages", 1), ours=True)


def _read(file: Path) -> dict[str, Any]:
    return tomllib.loads(file.read_text("utf-8"))
