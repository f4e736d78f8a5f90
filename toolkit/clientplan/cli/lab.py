"""`clientplan lab`: the guided notebooks in JupyterLab."""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
from typing import Annotated

import typer

from clientplan.cli.opened import found_or_sample
from clientplan.errors import Missing
from clientplan.jupyter.places import START, environment
from clientplan.system import install_line


def lab(
    browser: Annotated[bool, typer.Option("--browser/--no-browser", help="Open a browser.")] = True,
    port: Annotated[int, typer.Option(help="The first port to try.", min=1024, max=65535)] = 8888,
) -> None:
    """Open the guided notebooks in JupyterLab; outside a workspace, on a throw-away copy of the sample.

    Example: clientplan lab
    """
    if importlib.util.find_spec("jupyterlab") is None:
        raise Missing(f"JupyterLab isn't installed. To install it: {install_line('jupyterlab')}")
    workspace = found_or_sample()
    command = [
        *(sys.executable, "-m", "jupyterlab", f"--ServerApp.root_dir={workspace.folder}", f"--ServerApp.port={port}"),
        f"--LabApp.default_url=/lab/tree/{START}",
        *([] if browser else ["--no-browser"]),
        *(["--allow-root"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []),
    ]
    done = subprocess.run(command, check=False, env=os.environ | environment())  # noqa: S603 - our own interpreter and arguments
    raise typer.Exit(done.returncode)
