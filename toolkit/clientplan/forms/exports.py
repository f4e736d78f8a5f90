"""What can be taken away from the plan: as bytes, since a link to a file saves a page of the notebook instead."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from clientplan.errors import ClientPlanError
from clientplan.export.exporting import Format, file_name
from clientplan.export.exporting import export as exported
from clientplan.forms.desk import Desk
from clientplan.plan.words import Edition

PDF = "application/pdf"


class Kind(StrEnum):
    """With what it is called on a button in `LABELS`."""

    PDF = "pdf"
    XLSX = "xlsx"
    ICS = "ics"
    YAML = "yaml"


LABELS = {
    Kind.PDF: "The page (PDF)",
    Kind.XLSX: "Its tables (Excel)",
    Kind.ICS: "Open actions (calendar)",
    Kind.YAML: "The plan file (YAML)",
}


class Taken(NamedTuple):
    name: str
    mime: str
    content: bytes
    left_out: tuple[str, ...] = ()  # sentences on what isn't in it


def export(desk: Desk, kind: Kind, edition: Edition = Edition.CLIENT) -> Taken:
    """The open plan in a format, as of now. Of the client edition nothing internal is in it, in any format.

    Our own plan file is the file as it is, with its comments; the client's has none of them.

    Raises:
        ClientPlanError: no plan lies open, or the page is refused, with the reason.
    """
    document = desk.document
    if document is None:
        raise ClientPlanError(desk.trouble)
    name, plan = document.name, document.plan
    if kind is Kind.PDF:
        from clientplan.press import press  # WeasyPrint loads here

        done = press(desk.workspace, name, plan, edition=edition)
        return Taken(done.path.name, PDF, done.pdf)
    found = exported(name, plan, Format(kind.value), edition, desk.workspace.today)
    if kind is Kind.YAML and edition is Edition.INTERNAL:
        return Taken(file_name(name, kind, edition), found.mime, document.data)
    return Taken(found.name, found.mime, found.content, found.left_out)
