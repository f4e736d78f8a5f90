"""The plan that a printed page carries: taken out of the PDF, byte for byte, and believed no more than any file."""

from __future__ import annotations

import subprocess
import sys

from clientplan.errors import SourceUnreadable
from clientplan.plan.source import MAX_BYTES
from clientplan.render import attached_child, limits

LARGEST = 50_000_000  # bytes of a PDF
_GRACE = 5.0  # seconds that the child has to start
_WHY = {
    attached_child.NONE: "carries no plan. A page that another program saved again may have lost it: ask for the "
    "plan's file",
    attached_child.LARGE: f"carries a plan of more than {MAX_BYTES // 10**6} MB, which no plan has",
    attached_child.MANY: "carries more than a hundred files, which no page of ours does",
    attached_child.PASSWORD: "has a password. Open it in a PDF reader, save a copy without, and try that",
    attached_child.DAMAGED: "isn't a PDF, or is damaged. Get it again from where it came",
}


def taken(pdf: bytes, name: str) -> bytes:
    """The attached plan's bytes; `name` is the PDF's, for the sentence that says why there are none.

    Raises:
        SourceUnreadable: it carries none, is damaged, has a password, or unfolds to more than a plan may be.
    """
    if len(pdf) > LARGEST:
        raise SourceUnreadable(f"{name} is larger than {LARGEST // 10**6} MB, and a printed plan never is")
    command = [sys.executable, "-P", "-m", attached_child.__name__]
    try:
        done = subprocess.run(  # noqa: S603  # our own program, without arguments
            command, input=pdf, capture_output=True, timeout=limits.SECONDS + _GRACE, check=False
        )
    except subprocess.TimeoutExpired:
        raise SourceUnreadable(f"{name} took more than {limits.SECONDS} s to read") from None
    outcome, _, content = done.stdout.partition(b"\n")
    said = outcome.decode("ascii", "replace")
    if said in _WHY:
        raise SourceUnreadable(f"{name} {_WHY[said]}")
    if done.returncode == 1:
        raise RuntimeError(f"the reader of {name} failed:\n{done.stderr.decode('utf-8', 'replace')}")
    if said != attached_child.TAKEN:
        raise SourceUnreadable(f"{name} unfolds to more than this machine has room for, so nothing is read from it")
    return content
