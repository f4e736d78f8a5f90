"""The extension of Jupyter's server: what it tells the page, and what it does before a notebook is saved."""

from __future__ import annotations

import json
import os
from pathlib import Path

from jupyter_server.base.handlers import APIHandler
from jupyter_server.serverapp import ServerApp
from jupyter_server.utils import url_path_join
from tornado.web import authenticated

from clientplan.jupyter.beside import modules_beside
from clientplan.jupyter.places import START
from clientplan.jupyter.saving import forget_outputs
from clientplan.jupyter.shipped import sources
from clientplan.paths import WORKSPACE_FILE


def load(server: ServerApp) -> None:
    """The sources go into the page itself.

    They are made from the notebooks when the server starts, so they can't be older than the package, as a file made
    at build time could; and they are there before the first notebook opens, without a request that may fail. They are
    compared as they are: browsers hash only on pages that came over HTTPS or from this machine.
    """
    server.contents_manager.register_pre_save_hook(forget_outputs)  # type: ignore[no-untyped-call]
    page = server.web_app.settings.setdefault("page_config_data", {})
    page["clientplanSources"] = json.dumps(sorted(sources()))
    page["clientplanStart"] = start(Path(server.root_dir))
    address = url_path_join(server.web_app.settings["base_url"], "clientplan", "beside")
    server.web_app.add_handlers(".*$", [(address, Beside)])  # type: ignore[no-untyped-call]


def start(root: Path) -> str:
    """Where the first notebook lies, as the server names it; empty where it serves no workspace."""
    named = os.environ.get("CLIENTPLAN_WORKSPACE")
    root = root.resolve()
    for folder in (root, *([Path(named).resolve()] if named else [])):
        if folder.is_relative_to(root) and (folder / WORKSPACE_FILE).is_file() and (folder / START).is_file():
            return (folder / START).relative_to(root).as_posix()
    return ""


class Beside(APIHandler):
    @authenticated
    def get(self) -> None:
        """The modules beside a notebook; one that this server can't see on its disk is none of ours."""
        root = Path(getattr(self.contents_manager, "root_dir", None) or "").resolve()
        notebook = (root / self.get_query_argument("path").strip("/")).resolve()
        if not notebook.is_relative_to(root) or not notebook.is_file():
            self.set_status(404)
            self.finish({"message": "There is no such notebook."})
            return
        self.finish({"modules": modules_beside(notebook)})
