"""What a notebook of a workspace showed isn't saved: forms show client data, and notebooks are mailed around.

Ours is a notebook in the folder `notebooks/` of a workspace that holds at least one of our cells. One is enough: a
shipped notebook with a cell of the user's own, or with a form that was changed a little, leaks nothing either. One
without any of them keeps what it shows, and so does every notebook elsewhere.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from clientplan.jupyter.shipped import source, sources
from clientplan.paths import WORKSPACE_FILE


def forget_outputs(*, model: dict[str, Any], path: str, contents_manager: Any, **_others: Any) -> None:
    """A hook that Jupyter's server calls before it saves anything.

    It runs before each save of everybody's files, and an error in it would keep them from being saved: so it takes
    nothing for granted.
    """
    notebook, root = model.get("content"), getattr(contents_manager, "root_dir", None)
    if model.get("type") != "notebook" or not isinstance(notebook, dict) or not root:
        return
    cells = [cell for cell in notebook.get("cells") or () if cell.get("cell_type") == "code"]
    if not in_workspace(Path(root, path.strip("/"))) or not any(source(cell) in sources() for cell in cells):
        return
    for cell in cells:
        cell.update(outputs=[], execution_count=None)
        (cell.get("metadata") or {}).pop("execution", None)
    (notebook.get("metadata") or {}).pop("widgets", None)


def in_workspace(notebook: Path) -> bool:
    """Does it lie in the folder of notebooks of a workspace?"""
    above = notebook.resolve().parents
    return any(folder.name == "notebooks" and (folder.parent / WORKSPACE_FILE).is_file() for folder in above)
