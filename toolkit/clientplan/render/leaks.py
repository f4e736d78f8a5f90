"""Whether anything internal stands in a print for the client: the finished file is searched, and its name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from clientplan.plan.confidential import confided, sentences
from clientplan.plan.plan import Plan
from clientplan.plan.source import Path
from clientplan.plan.texts import written
from clientplan.render.carried import INSIDE, Carried, carried
from clientplan.render.matching import Found, bare, turns
from clientplan.render.words import words

FILE = "file"


class Leaked(NamedTuple):
    path: Path  # of the internal field
    where: str  # page, title, author …, attachment, outline, inside, file
    which: str = ""


def leaks(plan: Plan, pdf: bytes, name: str, known: Iterable[str] = ()) -> list[Leaked]:
    """The internal texts of a plan that stand in a print for the client, and each place where they do.

    Args:
        plan: the whole plan, not its client edition.
        pdf: the print.
        name: of its file, without a folder.
        known: what the print was to show; it is the client's to read, even where an internal field says the same.
    """
    secrets = list(_secrets(plan, known))
    found = [
        Leaked(path, place.where, place.which)
        for place in (*carried(pdf), Carried(name, FILE))
        for path in _in(place, secrets)
    ]
    named = {leak.path for leak in found if leak.where != INSIDE}  # what a reader shows is inside the file as well
    kept = [leak for leak in found if leak.where != INSIDE or leak.path not in named]
    return list(dict.fromkeys([*kept, *_phase(plan, name)]))


def _secrets(plan: Plan, known: Iterable[str]) -> Iterator[tuple[Path, str]]:
    rightly = "\n".join(map(_loose, (*known, *(text.words for text in written(plan) if text.shared))))
    for text in confided(plan):
        for sentence in sentences(text.words):
            if (loose := _loose(sentence)) not in rightly:
                yield text.path, loose


def _in(place: Carried, secrets: list[tuple[Path, str]]) -> Iterable[Path]:
    text = _loose(place.text)
    page = Found(text) if turns(text) else None  # from right to left the letters come back in another order
    return dict.fromkeys(
        path for path, secret in secrets if secret in text or (page and turns(secret) and page.holds(secret))
    )


def _phase(plan: Plan, name: str) -> Iterator[Leaked]:
    """The phase as a word of the file's name, unless the client's own name has it."""
    if plan.phase is None:
        return
    said = {plan.phase.value, words(plan.locale or "en")(f"phase.{plan.phase.value}").casefold()}
    if said & _parts(name) - _parts(plan.client.name):
        yield Leaked(("phase",), FILE)


def _parts(name: str) -> set[str]:
    return set("".join(sign if sign.isalpha() else " " for sign in name.casefold()).split())


def _loose(text: str) -> str:
    return bare(text).casefold()
