from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from jupyter_core.paths import jupyter_config_path, jupyter_path
from jupyterlab_server.config import get_federated_extensions
from jupyterlab_server.settings_utils import _get_overrides

from clientplan import __version__
from clientplan.jupyter import seen
from clientplan.jupyter.places import CONFIG, MODULE, SHARE, environment

ENABLE = {"jupyter labextension enable clientplan", f"jupyter server extension enable {MODULE}"}


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of settings that nobody else writes into."""
    monkeypatch.setenv("JUPYTER_CONFIG_DIR", str(tmp_path))
    monkeypatch.delenv("JUPYTER_PATH", raising=False)
    monkeypatch.delenv("JUPYTER_CONFIG_PATH", raising=False)
    return tmp_path


@pytest.fixture
def as_lab_is_started(own: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("JUPYTER_PREFER_ENV_PATH", "0")  # else an environment of Python goes before its user
    for name, value in environment().items():
        monkeypatch.setenv(name, value)
    return own


def test_our_own_files_come_first_and_the_users_settings_go_before_ours(
    own: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("JUPYTER_PATH", "theirs")
    given = environment()
    assert given["JUPYTER_PATH"] == f"{SHARE}{os.pathsep}theirs"
    folders = given["JUPYTER_CONFIG_PATH"].split(os.pathsep)
    assert folders.index(str(own)) < folders.index(str(CONFIG))


@pytest.mark.usefixtures("as_lab_is_started")
def test_lab_sees_one_extension_of_this_version(tmp_path: Path) -> None:
    copy = tmp_path / "labextensions" / "clientplan"
    copy.mkdir(parents=True)
    (copy / "package.json").write_text(json.dumps({"name": "clientplan", "version": "0.0.1", "jupyterlab": {}}))
    found = get_federated_extensions([*jupyter_path("labextensions"), str(copy.parent)])
    assert found["clientplan"]["version"] == __version__
    assert Path(found["clientplan"]["ext_path"]).is_relative_to(SHARE)
    assert (Path(found["clientplan"]["ext_path"]) / found["clientplan"]["jupyterlab"]["_build"]["load"]).is_file()


@pytest.mark.usefixtures("as_lab_is_started")
def test_neither_news_nor_updates_are_asked_for_and_cells_stay_in_the_page(tmp_path: Path) -> None:
    settings, error = _get_overrides(str(tmp_path))
    assert not error
    news = settings["@jupyterlab/apputils-extension:notification"]
    assert (news["fetchNews"], news["checkForUpdates"]) == ("false", False)
    assert settings["@jupyterlab/notebook-extension:tracker"]["windowingMode"] == "none"


@pytest.mark.usefixtures("as_lab_is_started")
def test_it_is_on() -> None:
    assert jupyter_config_path()[-1]
    assert seen.everywhere()
    assert seen.switched_off() == []


def test_what_is_switched_off_is_told_with_the_lines_that_switch_it_on(as_lab_is_started: Path) -> None:
    page = as_lab_is_started / "labconfig" / "page_config.json"
    page.parent.mkdir()
    page.write_text(json.dumps({"disabledExtensions": {"clientplan": True}}))
    (as_lab_is_started / "jupyter_server_config.json").write_text(
        json.dumps({"ServerApp": {"jpserver_extensions": {MODULE: False}}})
    )
    assert set(seen.switched_off()) == ENABLE
