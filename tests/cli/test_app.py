from __future__ import annotations

import re
from pathlib import Path

import pytest

from clientplan import __version__

COMMANDS = ("new", "collect", "check", "explain", "build", "doctor", "lab", "app")


def test_version(clientplan) -> None:
    assert clientplan("--version").out.strip() == __version__


def test_the_changelog_begins_with_this_version() -> None:
    text = (Path(__file__).parents[2] / "CHANGELOG.md").read_text(encoding="utf-8")
    newest = re.search(r"^## \[(.+?)\]", text, flags=re.MULTILINE)
    assert newest is not None
    assert newest.group(1) == __version__


@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_shows_an_example(clientplan, command: str) -> None:
    done = clientplan(command, "--help")
    assert done.status == 0
    assert f"Example: clientplan {command}" in done.out


@pytest.mark.parametrize("command", ["list", "copy", "preview"])
def test_each_command_over_templates_shows_an_example(clientplan, command: str) -> None:
    assert f"Example: clientplan templates {command}" in clientplan("templates", command, "--help").out


def test_debug_shows_the_traceback(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    import sys

    from clientplan.cli import main
    from clientplan.errors import WorkspaceError

    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "argv", ["clientplan", "--debug", "check"])
    with pytest.raises(WorkspaceError):
        main()
