"""`clientplan app`: the guided notebooks as pages without code, served by Voilà."""

from __future__ import annotations

import importlib.util
import logging
import os
import secrets
import socket
import threading
import time
import webbrowser
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated, Any

import typer

from clientplan.cli.opened import found_or_sample
from clientplan.errors import ClientPlanError, Missing
from clientplan.system import install_line

HERE = "127.0.0.1"  # and no option for another: whoever reaches the pages reads and writes every plan
PAGES = Path(__file__).with_name("app_pages")
PORTS = 50  # so many are tried

_SETTINGS: dict[str, dict[str, Any]] = {
    "Voila": {
        "ip": HERE,
        "port_retries": 0,
        "open_browser": False,
        "auto_token": True,  # as JupyterLab: others on this machine may find the port, but not the key
        # a stranger's page must not reach this server by a name that it gives to this machine
        "tornado_settings": {"allow_remote_access": False},
        "log_level": "CRITICAL",  # it logs with a traceback what the page tells in words
        "config_file_paths": [],  # it would run a voila.py that lies in a workspace, which may come from anybody
    },
    "VoilaConfiguration": {
        "template": "clientplan",
        "allow_template_override": "NO",
        "allow_theme_override": "NO",
        "strip_sources": True,
        "show_tracebacks": True,  # to our template, which tells in words what went wrong and shows none
        "file_allowlist": [],
        # what draws the forms, and nothing else that happens to be installed for JupyterLab
        "extension_allowlist": [
            "@jupyter-widgets/jupyterlab-manager",
            "@voila-dashboards/widgets-manager8",
            "anywidget",
        ],
    },
    # A page that is left ends its kernel. One that vanished, as when a browser is killed, leaves it behind idle. A page
    # that is open keeps its kernel.
    "MappingKernelManager": {
        "cull_idle_timeout": 600,  # seconds
        "cull_interval": 60,
        "cull_connected": False,
        "kernel_manager_class": "clientplan.cli.app_kernels.QuietKernelManager",
    },
    "KernelManager": {} if os.name == "nt" else {"transport": "ipc"},  # which nobody else can listen to
}


def app(
    browser: Annotated[bool, typer.Option("--browser/--no-browser", help="Open a browser.")] = True,
    port: Annotated[int, typer.Option(help="The first port to try.", min=1024, max=65535)] = 8866,
) -> None:
    """Open the guided notebooks as pages without code; outside a workspace, on a throw-away copy of the sample.

    The pages are for this machine and for whoever has their address, which holds a key. Ctrl+C ends them.

    Example: clientplan app
    """
    if importlib.util.find_spec("voila") is None:
        raise Missing(f"Voilà isn't installed. To install it: {install_line('voila')}")
    workspace = found_or_sample()
    free, token = _free(port), secrets.token_urlsafe(24)
    address = f"http://{HERE}:{free}/?token={token}"
    with TemporaryDirectory(prefix="clientplan-") as folder:
        threading.Thread(target=_tell, args=(address, free, browser, Path(folder)), daemon=True).start()
        _serve(workspace.folder / "notebooks", free, token)


def _serve(notebooks: Path, port: int, token: str) -> None:
    """Until Ctrl+C."""
    from traitlets.config import Config
    from voila.app import Voila

    os.environ["JUPYTER_TOKEN"] = token
    os.environ["JUPYTER_PATH"] = os.pathsep.join(filter(None, [str(PAGES), os.environ.get("JUPYTER_PATH")]))
    logging.getLogger("tornado").setLevel(logging.CRITICAL)  # it tells of each address that isn't there
    logging.getLogger("asyncio").setLevel(logging.CRITICAL)  # and this one of a page that was loading at the end
    config = Config(_SETTINGS)
    config.Voila.update(root_dir=str(notebooks), port=port)
    Voila.launch_instance(argv=[], config=config)


def _free(first: int) -> int:
    for port in range(first, min(first + PORTS, 65536)):
        try:
            with socket.create_server((HERE, port)):
                return port
        except OSError:
            continue
    raise ClientPlanError(f"No port from {first} on is free. Name another: clientplan app --port {first - PORTS}")


def _tell(address: str, port: int, browser: bool, folder: Path) -> None:
    """Says where the pages are once they are there, and opens them."""
    while not _answers(port):
        time.sleep(0.1)
    typer.echo(f"Your pages are at {address} until you press Ctrl+C here.")
    if browser:
        # by a file of our own: what a browser is started with can be read by everybody on the machine
        file = folder / "open.html"
        file.touch(mode=0o600)
        file.write_text(f'<!DOCTYPE html><meta http-equiv="refresh" content="0; url={address}">', encoding="utf-8")
        webbrowser.open(file.as_uri())


def _answers(port: int) -> bool:
    try:
        with closing(socket.create_connection((HERE, port), timeout=1)):
            return True
    except OSError:
        return False
