"""Python files beside a notebook.

A kernel starts in the folder of its notebook and imports from there first. Our own lines would then run a stranger's
`clientplan.py`; so where any module lies beside a notebook, nothing in it runs by itself.
"""

from __future__ import annotations

from importlib.machinery import all_suffixes
from pathlib import Path


def modules_beside(notebook: Path) -> list[str]:
    """The names of the files and packages that could be imported from the notebook's folder."""
    endings = tuple(all_suffixes())
    inits = tuple(f"__init__{ending}" for ending in endings)
    return sorted(
        entry.name
        for entry in notebook.parent.iterdir()
        if (entry.name.endswith(endings) and entry.is_file())
        or (entry.is_dir() and any((entry / name).is_file() for name in inits))
    )
