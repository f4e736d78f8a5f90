from __future__ import annotations

import importlib.util
import os
import socket
import tempfile
import webbrowser
from importlib.machinery import ModuleSpec
from pathlib import Path
from typing import Any

import pytest

from clientplan.cli import voila_app
from clientplan.errors import ClientPlanError
from clientplan.workspace import Workspace


def test_without_voila_it_says_the_line_that_installs_it(clientplan, monkeypatch: pytest.MonkeyPatch) -> None:
    find = importlib.util.find_spec

    def none(name: str, package: str | None = None) -> ModuleSpec | None:
        return None if name == "voila" else find(name, package)

    monkeypatch.setattr(importlib.util, "find_spec", none)
    done = clientplan("app")
    assert done.status == 1
    assert done.err.startswith("Voilà isn't installed. To install it: ")
    assert done.err.strip().endswith("pip install voila")


@pytest.fixture
def served(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """The settings of the servers that would have been started."""
    application = pytest.importorskip("voila.app", reason="the extra app isn't installed").Voila
    settings: list[Any] = []
    monkeypatch.setattr(application, "launch_instance", lambda argv, config: settings.append((argv, config)))
    monkeypatch.setattr(voila_app, "_answers", lambda _port: False)  # so that nobody is told where it is
    monkeypatch.setenv("JUPYTER_PATH", "elsewhere")
    monkeypatch.setenv("JUPYTER_TOKEN", "")
    return settings


def test_it_serves_the_notebooks_of_the_workspace_to_this_machine_alone(
    clientplan, empty_workspace: Workspace, monkeypatch: pytest.MonkeyPatch, served: list[Any]
) -> None:
    monkeypatch.chdir(empty_workspace.folder / "data")
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        assert clientplan("app", "--no-browser", "--port", port).status == 0
    ((argv, config),) = served
    assert argv == []
    assert config.Voila.root_dir == str(empty_workspace.folder / "notebooks")
    assert config.Voila.ip == "127.0.0.1"
    assert config.Voila.port > port
    assert config.Voila.config_file_paths == []
    assert config.MappingKernelManager.cull_idle_timeout > 0
    assert len(os.environ["JUPYTER_TOKEN"]) > 30
    pages, other = os.environ["JUPYTER_PATH"].split(os.pathsep)
    assert (Path(pages) / "voila" / "templates" / config.VoilaConfiguration.template / "index.html.j2").is_file()
    assert other == "elsewhere"


def test_outside_any_workspace_it_says_that_this_is_a_sample(
    clientplan, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, served: list[Any]
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    assert "throw-away copy" in clientplan("app").err
    assert served


def test_where_no_port_is_free_it_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    def taken(address: object) -> None:
        raise OSError("in use")

    monkeypatch.setattr(socket, "create_server", taken)
    with pytest.raises(ClientPlanError, match="No port from 65500 on is free"):
        voila_app._free(65500)


def test_the_browser_is_sent_there_by_a_file_that_only_its_owner_reads(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(webbrowser, "open", opened.append)
    with socket.create_server(("127.0.0.1", 0)) as server:
        voila_app._tell("http://here/?token=k", server.getsockname()[1], browser=True, folder=tmp_path)
    assert "http://here/?token=k" in capsys.readouterr().out
    file = tmp_path / "open.html"
    assert opened == [file.as_uri()]
    assert "url=http://here/?token=k" in file.read_text()
    assert os.name == "nt" or file.stat().st_mode & 0o077 == 0
