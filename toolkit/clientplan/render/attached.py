"""The plan that a printed page carries: taken out of the PDF, byte for byte, and believed no more than any file."""

from __future__ import annotations

from clientplan.errors import SourceUnreadable
from clientplan.plan.parsing import MAX_BYTES
from clientplan.render import attached_child, limits, program, watching

LARGEST = 50_000_000  # bytes of a PDF
_WHY = {
    attached_child.NONE: "carries no plan. A page that another program saved again may have lost it: ask for the "
    "plan's file",
    attached_child.LARGE: f"carries a plan of more than {MAX_BYTES // 10**6} MB, which no plan has",
    attached_child.MANY: "carries more than a hundred files, which no page of ours does",
    attached_child.PASSWORD: "has a password. Open it in a PDF reader, save a copy without, and try that",
    attached_child.DAMAGED: "isn't a PDF, or is damaged. Get it again from where it came",
    watching.TIME: f"took more than {limits.SECONDS} s to read, so nothing is read from it",
    watching.MEMORY: "unfolds to more than this machine has room for, so nothing is read from it",
}


def taken(pdf: bytes, name: str) -> bytes:
    """The attached plan's bytes; `name` is the PDF's, for the sentence that says why there are none.

    Raises:
        SourceUnreadable: it carries none, is damaged, has a password, or unfolds to more than a plan may be.
    """
    if len(pdf) > LARGEST:
        raise too_large(name)
    word, content = program.ask(attached_child.__name__, pdf)
    if word != attached_child.TAKEN:
        raise SourceUnreadable(f"{name} {_WHY[word]}")
    return content


def too_large(name: str) -> SourceUnreadable:
    return SourceUnreadable(f"{name} is larger than {LARGEST // 10**6} MB, and a printed plan never is")
