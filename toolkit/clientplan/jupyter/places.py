"""Where the files for Jupyter lie, and how a Jupyter that we start finds them.

An installed package has copies of them where every Jupyter looks (pyproject.toml, shared-data). An editable install
has copies too, of the day on which it was installed; and what runs from a bare checkout has none. So `clientplan lab`
points at the package's own. JupyterLab takes the first extension of a name: with two it still shows one.
"""

from __future__ import annotations

import os
from pathlib import Path

NAME = "clientplan"
MODULE = "clientplan.jupyter"
START = "notebooks/00_start.ipynb"
SHARE = Path(__file__).with_name("share")
CONFIG = Path(__file__).with_name("config")


def environment() -> dict[str, str]:
    """What the environment of a Jupyter must hold beside the rest."""
    from jupyter_core.paths import jupyter_config_path

    data = [str(SHARE), *filter(None, [os.environ.get("JUPYTER_PATH")])]  # first: fresher than an installed copy
    config = [*jupyter_config_path(), str(CONFIG)]  # last: what a user has switched off stays off
    return {"JUPYTER_PATH": os.pathsep.join(data), "JUPYTER_CONFIG_PATH": os.pathsep.join(config)}
