"""rendercv on its own sample, since it prints nothing but CVs: a document of like length, set by Typst.

It loads its icons from the network while it prints. Where there is none, a package of the same name without any icon
stands in: the page is the same but for them.
"""

from __future__ import annotations

import re
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from peers.case import Case
    from peers.command import Command

NAME = "rendercv, its own sample"
_OPTIONS = ("--dont-generate-markdown", "--dont-generate-html", "--dont-generate-png")
_ICONS = re.compile(r"@preview/(fontawesome):([\d.]+)")


def available() -> str | None:
    """Why it can't be measured; None when it can."""
    return None if find_spec("rendercv") and find_spec("typst") else "rendercv[full] isn't installed"


def cold(case: Case) -> Command:
    """Only the PDF, as of ours."""
    from peers.command import Command

    folder = case.folder / "rendercv"
    folder.mkdir(exist_ok=True)
    program = str(Path(sys.executable).parent / "rendercv")
    subprocess.run((program, "new", "Jane Doe"), cwd=folder, check=True, capture_output=True)
    line = (program, "render", "Jane_Doe_CV.yaml", *_OPTIONS)
    tried = subprocess.run(line, cwd=folder, check=False, capture_output=True)
    if tried.returncode == 0:
        return Command(line, None, folder)
    _without_icons(folder)
    return Command(line, None, folder, {"XDG_DATA_HOME": str(folder)})


def _without_icons(folder: Path) -> None:
    """The package that it asked for in vain, where Typst looks before it asks the network."""
    (source,) = (folder / "rendercv_output").glob("*.typ")
    found = _ICONS.search(source.read_text(encoding="utf-8"))
    if found is None:
        return
    package = folder / "typst" / "packages" / "preview" / found[1] / found[2]
    package.mkdir(parents=True, exist_ok=True)
    settings = f'[package]\nname = "{found[1]}"\nversion = "{found[2]}"\nentrypoint = "lib.typ"\n'
    (package / "typst.toml").write_text(settings, encoding="utf-8")
    (package / "lib.typ").write_text("#let fa-icon(..rest) = box(width: 1em)\n", encoding="utf-8")
