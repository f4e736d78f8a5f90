"""The blank sheet of a workshop to a PDF in the output folder of a workspace."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from clientplan.plan.words import Paper
from clientplan.press import brand_of, older, put
from clientplan.render import pack as packs
from clientplan.render.handout import PACK, print_handout
from clientplan.render.standard import Standard
from clientplan.workspace import Workspace

FILE = "handout.pdf"


@dataclass(frozen=True)
class PressedHandout:
    path: Path
    pages: int


def press_handout(
    workspace: Workspace,
    *,
    pack: str = PACK,
    paper: Paper | None = None,
    out: Path | None = None,
    standard: Standard = Standard.A,
) -> PressedHandout:
    """Prints the sheet without a plan as `handout.pdf`, in the language and under the brand of the workspace.

    Raises:
        RenderRefused: the pack isn't made to be filled in by hand, or the page can't be printed.
        StoreError: the PDF couldn't be written.
    """
    path = (out or workspace.output) / FILE
    settings = workspace.settings
    with older(path):
        printed = print_handout(
            pack=packs.load(pack, [workspace.templates]),
            paper=paper or settings.paper,
            today=workspace.today,
            brand=brand_of(workspace),
            locale=settings.locale,
            standard=standard,
        )
    put(path, printed.pdf)
    return PressedHandout(path, printed.pages)
