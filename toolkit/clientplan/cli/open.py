"""`clientplan open FILE.pdf`: takes the plan back out of a printed page."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from clientplan.cli.visible import visible
from clientplan.errors import StoreError
from clientplan.plan.plan import Plan
from clientplan.plan.reading import read
from clientplan.store.folder import SUFFIX

_STANDARD_OUTPUT = "-"


def open_(
    pdf: Annotated[Path, typer.Argument(metavar="FILE.pdf", help="A page that Client Plan printed.", dir_okay=False)],
    out: Annotated[
        str | None,
        typer.Option(metavar="FILE", help="Default: named like the PDF, in this folder; - for standard output."),
    ] = None,
) -> None:
    """Take the plan out of a printed PDF, as it was attached. No file is ever overwritten.

    The page of the client edition carries what the client may read, and nothing internal.

    Example: clientplan open harrow-2026.pdf
    """
    from clientplan.render.attached import taken

    content = taken(_bytes(pdf), pdf.name)
    plan = read(content, f"the plan in {pdf.name}")
    if out == _STANDARD_OUTPUT:
        sys.stdout.buffer.write(content)
        return
    path = Path(out or f"{pdf.stem}{SUFFIX}")
    _keep(path, content)
    typer.echo(f"{visible(str(path))}  ({_told(plan)})")


def _bytes(path: Path) -> bytes:
    from clientplan.render.attached import LARGEST, too_large

    try:
        if path.stat().st_size > LARGEST:
            raise too_large(path.name)
        return path.read_bytes()
    except OSError as error:
        raise StoreError(f"{path} can't be read: {error.strerror}") from error


def _keep(path: Path, content: bytes) -> None:
    """Writes a file that wasn't there; one that is there already may stay if it is the same."""
    try:
        with path.open("xb") as file:
            file.write(content)
    except FileExistsError:
        if not path.is_file() or path.read_bytes() != content:
            raise StoreError(f"{path} is there already, and differs. Put the plan elsewhere: --out FILE") from None
    except OSError as error:
        raise StoreError(f"{path} can't be written: {error.strerror}. Put the plan elsewhere: --out FILE") from error


def _told(plan: Plan) -> str:
    period = f"{plan.period.first} to {plan.period.last}"
    return visible(f"{plan.client.name}, {period}, revision {plan.revision}")
