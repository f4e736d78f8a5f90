"""The order that is guessed is the style of the one that comes, or none."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from clientplan.cli.guess import guess
from clientplan.plan.words import Edition
from clientplan.press import brand_of
from clientplan.render.composing import sheets
from clientplan.render.pack import load
from clientplan.render.typesetting import typeset
from clientplan.workspace import Workspace


def settings(workspace: Workspace, text: str) -> None:
    (workspace.folder / "clientplan.toml").write_text(text, encoding="utf-8")


@pytest.mark.parametrize(
    ("said", "words", "pack", "paper"),
    [
        ("", ["build"], "two-page", "A4"),
        ('paper = "Letter"\n[brand]\ncolour = "#aa0000"', ["build", "x"], "two-page", "Letter"),
        ('pack = "one-page"', ["build"], "one-page", "A4"),
        ('pack = "one-page"', ["build", "--pack", "review"], "review", "A4"),
    ],
)
def test_it_is_the_style_that_is_printed(
    empty_workspace: Workspace, monkeypatch: pytest.MonkeyPatch, said: str, words: list[str], pack: str, paper: str
) -> None:
    settings(empty_workspace, said)
    monkeypatch.chdir(empty_workspace.folder / "plans")
    order = guess(words)
    assert order is not None
    assert order.sheets == sheets(load(pack), paper, brand_of(Workspace.open(empty_workspace.folder)))
    assert typeset(order).pages == 1


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("pack = 5", ["build"]),
        ('pack = "gone"', ["build"]),
        ('[brand]\ncolour = "reddish"', ["build"]),
        ("brand = 7", ["build"]),
        ("this isn't TOML", ["build"]),
        ("", ["build", "--pack"]),
        ("", ["build", "--pack", "../../etc"]),
    ],
)
def test_what_is_wrong_is_left_to_those_who_say_it(
    empty_workspace: Workspace, monkeypatch: pytest.MonkeyPatch, said: str, words: list[str]
) -> None:
    settings(empty_workspace, said)
    monkeypatch.chdir(empty_workspace.folder)
    assert guess(words) is None


def test_without_a_workspace_it_is_the_usual_style(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    order = guess(["build"])
    assert order is not None
    assert order.name == "two-page"


def test_the_variable_that_names_a_workspace_is_heard(
    empty_workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings(empty_workspace, 'pack = "one-page"')
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("CLIENTPLAN_WORKSPACE", str(empty_workspace.folder))
    order: Any = guess(["build", "--edition", Edition.CLIENT])
    assert order.name == "one-page"
