"""What Client Plan brings to Jupyter: an extension of JupyterLab, one of its server, and a few settings."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jupyter_server.serverapp import ServerApp


def _jupyter_server_extension_points() -> list[dict[str, str]]:
    return [{"module": __name__}]


def _load_jupyter_server_extension(server: ServerApp) -> None:
    from clientplan.jupyter.server import load  # Tornado loads there; `clientplan lab` imports this package too

    load(server)
