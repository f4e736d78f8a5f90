"""The guided notebooks in a workspace: copies, which follow the version that is installed.

Each remembers what it was made with. As long as nobody has changed a cell of it, a newer version puts its own in its
place; what somebody made their own is left alone.
"""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

from clientplan import paths
from clientplan.atomic import write_atomically

_OURS = "clientplan"  # in a notebook's metadata, which Jupyter keeps


class Renewed(NamedTuple):
    """Names of files."""

    replaced: list[str]  # or back again, where one was missing
    kept: list[str]  # changed by their reader, so they still are what they were


def copy_notebooks(folder: Path) -> None:
    """Makes the folder, and all of them in it.

    Raises:
        OSError: what the system refused.
    """
    folder.mkdir(exist_ok=True)
    for path in _shipped():
        (folder / path.name).write_bytes(_written(_fresh(path)))


def renew_notebooks(folder: Path) -> Renewed:
    """Puts those of this version in the place of those of another that nobody has changed, and of missing ones.

    Raises:
        OSError, StoreError: what the system refused; each notebook is whole, the old or the new.
    """
    folder.mkdir(exist_ok=True)
    renewed = Renewed([], [])
    for path in _shipped():
        ours, theirs = _fresh(path), _read(folder / path.name)
        if theirs is None or _made_with(theirs) == _cells(theirs) != _made_with(ours):
            write_atomically(folder / path.name, _written(ours))
            renewed.replaced.append(path.name)
        elif _made_with(theirs) != _made_with(ours):
            renewed.kept.append(path.name)
    return renewed


def _shipped() -> list[Path]:
    return sorted(paths.notebooks().glob("*.ipynb"))


def _fresh(path: Path) -> dict[str, Any]:
    """Without what it showed on the sample: a workspace begins with its own clients, or with none."""
    notebook: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    for cell in notebook["cells"]:
        if cell["cell_type"] == "code":
            cell.update(outputs=[], execution_count=None)
    notebook["metadata"][_OURS] = {"made_with": _cells(notebook)}
    return notebook


def _read(path: Path) -> dict[str, Any] | None:
    """None where there is none. One that can't be read counts as changed."""
    try:
        notebook = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return None
    except (OSError, ValueError):
        return {}
    return notebook if isinstance(notebook, dict) else {}


def _made_with(notebook: dict[str, Any]) -> str | None:
    """The cells that a copy had when it was made; None where it doesn't say so."""
    try:
        made: str = notebook["metadata"][_OURS]["made_with"]
    except (KeyError, TypeError):
        return None
    return made


def _cells(notebook: dict[str, Any]) -> str:
    """What they are and what is written in them, in short; a source is a string or a list of lines."""
    try:
        written = [(cell["cell_type"], "".join(cell["source"])) for cell in notebook["cells"]]
    except (KeyError, TypeError):
        return "unreadable"
    return sha256(json.dumps(written).encode()).hexdigest()


def _written(notebook: dict[str, Any]) -> bytes:
    return (json.dumps(notebook, ensure_ascii=False, indent=1) + "\n").encode()
