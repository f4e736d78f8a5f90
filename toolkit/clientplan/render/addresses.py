"""Addresses that a page asks for, and where it has them from: nothing is fetched while printing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain

from clientplan.errors import RenderRefused
from clientplan.render import pack_files
from clientplan.render.pack import Pack
from clientplan.render.view.kinds import Shown
from clientplan.render.view.shown import texts

PACK = "pack"  # a template shows a picture of its pack as pack:board/map.png
_RELATIVE = re.compile(r"Relative URI reference without a base URI: (.*)", re.DOTALL)
_SHOWN = 200  # characters of an address


def refuse(asked: Iterable[str], shown: Shown, pack: Pack) -> None:
    """Raises RenderRefused where anything was asked for; says what, and where it stands."""
    found = [f"“{address[:_SHOWN]}”{_from(address, shown, pack)}" for address in dict.fromkeys(asked)]
    if found:
        raise RenderRefused(
            f"The page asks for {', '.join(found)}, and nothing is fetched while printing. Take it out, or put a "
            f"picture into the pack's folder and call it {PACK}:{pack.name}/picture.png"
        )


def told(line: str, pack: Pack) -> str:
    """A line of WeasyPrint's log, in our words where it is about an address that leads nowhere."""
    found = _RELATIVE.fullmatch(line)
    if not found:
        return line
    return f"“{found[1][:_SHOWN]}” leads nowhere. A picture of the pack is called {PACK}:{pack.name}/picture.png"


def _from(address: str, shown: Shown, pack: Pack) -> str:
    place = next(chain(_in_files(address, pack), _in_fields(address, shown)), None)
    return f" ({place})" if place else ""


def _in_files(address: str, pack: Pack) -> Iterator[str]:
    for name, content in (pack.files or {}).items():
        if not pack_files.is_asset(name):
            for number, line in enumerate(content.decode("utf-8", "replace").splitlines(), 1):
                if _holds(line, address):
                    yield f"{name}, line {number}"


def _in_fields(address: str, shown: Shown) -> Iterator[str]:
    return (place for place, text in texts(shown) if _holds(text, address))


def _holds(text: str, address: str) -> bool:
    from weasyprint.urls import iri_to_uri

    return address in text or address in iri_to_uri(text)
