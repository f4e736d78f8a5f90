"""`clientplan doctor`: what is installed, what is missing, and the line that mends it."""

from __future__ import annotations

import importlib.util
import json
import platform
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from importlib.metadata import PackageNotFoundError, version
from typing import Annotated

import typer

from clientplan import __version__
from clientplan.cli.visible import visible_lines
from clientplan.errors import ClientPlanError
from clientplan.render.pack_catalogue import catalogue
from clientplan.system import install_line, pango_line
from clientplan.workspace import Workspace

_LIBRARIES = ("weasyprint", "pypdfium2", "pydantic", "pandas", "python-calamine", "jupyterlab", "anywidget")
_FONTS = ("font_source_sans_pro", "font_source_serif_pro")

_PACKS = "Mend it, or take it away; pages are printed with the others: clientplan templates list"

# In a child, because a library that is missing or broken must not take this process along.
_PROBE = "import weasyprint; weasyprint.HTML(string='<p>a').write_pdf()"


@dataclass(frozen=True)
class Answer:
    what: str
    fine: bool
    found: str
    mend: str = ""
    wrong: str = "missing"  # what it is where it isn't fine


def doctor(
    as_json: Annotated[bool, typer.Option("--json", help="For machines.")] = False,
) -> None:
    """Say what is installed, what is missing, and the line that mends it.

    Example: clientplan doctor
    """
    answers = list(examine())
    if as_json:
        typer.echo(json.dumps([asdict(answer) for answer in answers], indent=1))
    else:
        for answer in answers:
            typer.echo(f"{'ok' if answer.fine else answer.wrong:7}  {answer.what}: {visible_lines(answer.found)}")
            if not answer.fine:
                typer.echo(f"         {answer.mend}")
    if not all(answer.fine for answer in answers):
        raise typer.Exit(1)


def examine() -> Iterator[Answer]:
    """Everything that the toolkit stands on, one answer each."""
    yield Answer(
        "Client Plan", fine=True, found=f"{__version__} on Python {platform.python_version()}, {platform.system()}"
    )
    for name in _LIBRARIES:
        yield _library(name)
    for name in _FONTS:
        there = importlib.util.find_spec(name) is not None
        package = name.replace("_", "-")
        yield Answer(f"font {package}", there, "found" if there else "not found", install_line(package))
    if importlib.util.find_spec("jupyterlab") is not None:
        yield _extension()
    yield _pango()
    yield _harfbuzz()
    yield _workspace()
    yield from _packs()


def _library(name: str) -> Answer:
    try:
        return Answer(name, fine=True, found=version(name))
    except PackageNotFoundError:
        return Answer(name, fine=False, found="not found", mend=install_line(name))


def _extension() -> Answer:
    """What runs the notebooks by themselves, hides their code, and keeps client data out of what is saved."""
    from clientplan.jupyter import seen

    if off := seen.switched_off():
        return Answer(
            "JupyterLab extension", fine=False, found="switched off", mend="\n         ".join(off), wrong="off"
        )
    alone = (
        "and by jupyter lab" if seen.everywhere() else "not by jupyter lab alone, until clientplan is installed anew"
    )
    return Answer("JupyterLab extension", fine=True, found=f"seen by clientplan lab, {alone}")


def _pango() -> Answer:
    child = subprocess.run([sys.executable, "-c", _PROBE], capture_output=True, text=True, check=False)  # noqa: S603 - our own interpreter
    if child.returncode == 0:
        return Answer("Pango", fine=True, found="loads, and prints")
    last = (child.stderr.strip().splitlines() or ["it stopped without a word"])[-1]
    return Answer("Pango", fine=False, found=last, mend=pango_line())


def _harfbuzz() -> Answer:
    """Without its subsetter printing still works, four to seven times slower."""
    code = "from weasyprint.text.ffi import harfbuzz_subset as h; raise SystemExit(0 if h else 1)"
    child = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)  # noqa: S603 - our own interpreter
    fine = child.returncode == 0
    return Answer(
        "HarfBuzz subsetter", fine, "loads" if fine else "not found: printing is slow without it", pango_line()
    )


def _workspace() -> Answer:
    try:
        workspace = Workspace.find_or_sample()
        plans = len(workspace.store.names())
    except ClientPlanError as error:
        return Answer(
            "workspace", fine=False, found=str(error), mend="Mend the settings, or make one: clientplan new DIR"
        )
    kind = "a throw-away sample (you are outside any workspace)" if workspace.throw_away else str(workspace.folder)
    return Answer("workspace", fine=True, found=f"{kind}, {plans} plans")


def _packs() -> Iterator[Answer]:
    """One answer for those that can be used, and one for each that can't."""
    try:
        workspace = Workspace.around()
    except ClientPlanError:
        workspace = None  # told above
    found = catalogue([workspace.templates] if workspace else [])
    names = (f"{entry.name} (of {entry.package})" if entry.package else entry.name for entry in found.entries)
    yield Answer("template packs", fine=True, found=", ".join(names))
    for sentence in found.refused:
        yield Answer("template pack", fine=False, found=sentence, mend=_PACKS, wrong="refused")
