"""The verbs of start.py: what they run, and with which exit status."""

from __future__ import annotations

import importlib
import re
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture
def start(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(ROOT)
    return importlib.import_module("start")


class Programs:
    """Stands in for machine.attempt and machine.run: notes each program, and lets those fail that are named."""

    def __init__(self) -> None:
        self.ran: list[list[str]] = []
        self.environments: list[dict[str, str]] = []
        self.fails: dict[str, int] = {}

    def __call__(self, *command: object, **environment: str) -> int:
        words = [str(word) for word in command]
        self.ran.append(words)
        self.environments.append(environment)
        return next((code for part, code in self.fails.items() if part in words), 0)


@pytest.fixture
def programs(start: ModuleType, monkeypatch: pytest.MonkeyPatch) -> Programs:
    stand_in = Programs()
    monkeypatch.setattr(start, "attempt", stand_in)
    monkeypatch.setattr(start, "run", stand_in)
    monkeypatch.setattr(start, "prepare", lambda **_: None)
    monkeypatch.setattr(start, "chromium", lambda: "/usr/bin/chromium")
    return stand_in


def call(start: ModuleType, monkeypatch: pytest.MonkeyPatch, *arguments: str) -> int:
    monkeypatch.setattr(start.sys, "argv", ["start.py", *arguments])
    return start.main()


def test_help_tells_every_verb_and_sets_nothing_up() -> None:
    done = subprocess.run([sys.executable, ROOT / "start.py", "--help"], capture_output=True, text=True, check=True)
    for verb in ("demo", "lab", "test", "check", "notebooks", "bench", "docs"):
        assert re.search(rf"^  {verb} +[A-Z].*\.$", done.stdout, re.MULTILINE)


@pytest.mark.parametrize("page", ["README.md", "CONTRIBUTING.md"])
def test_the_pages_name_no_verb_that_is_not_there(
    start: ModuleType, programs: Programs, monkeypatch: pytest.MonkeyPatch, page: str
) -> None:
    told = set(re.findall(r"start\.py\s+([a-z]+)", (ROOT / page).read_text(encoding="utf-8")))
    assert told
    assert all(callable(getattr(start, verb, None)) for verb in told)


@pytest.mark.parametrize("arguments", [[], ["dance"], ["demo", "--fast"], ["check", "toolkit"]])
def test_a_wrong_call_ends_with_2_and_runs_nothing(
    start: ModuleType, programs: Programs, monkeypatch: pytest.MonkeyPatch, arguments: list[str]
) -> None:
    with pytest.raises(SystemExit, match="2"):
        call(start, monkeypatch, *arguments)
    assert programs.ran == []


def test_the_tests_run_without_the_wheel_and_outside_any_workspace(
    start: ModuleType, programs: Programs, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert call(start, monkeypatch, "test") == 0
    assert programs.ran == [["pytest", "-n3", "--dist=loadfile", "--no-loadscope-reorder", "-m", "not wheel"]]
    assert programs.environments == [{"CLIENTPLAN_WORKSPACE": ""}]


def test_a_failure_is_a_failure(start: ModuleType, programs: Programs, monkeypatch: pytest.MonkeyPatch) -> None:
    programs.fails = {"pytest": 1}
    assert call(start, monkeypatch, "test") == 1


def test_options_go_to_pytest(start: ModuleType, programs: Programs, monkeypatch: pytest.MonkeyPatch) -> None:
    call(start, monkeypatch, "test", "tests/plan", "-k", "money", "--yes")
    [command] = programs.ran
    assert command[-3:] == ["tests/plan", "-k", "money"]


def test_without_chromium_the_tests_in_a_browser_are_left_out(
    start: ModuleType, programs: Programs, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(start, "chromium", lambda: None)
    monkeypatch.setattr(start, "install", lambda *_, **__: False)
    call(start, monkeypatch, "test")
    assert "not wheel and not browser" in programs.ran[0]


@pytest.mark.parametrize("failing", ["format", "mypy", "lint-imports"])
def test_check_runs_every_tool_and_fails_with_any(
    start: ModuleType, programs: Programs, monkeypatch: pytest.MonkeyPatch, failing: str
) -> None:
    programs.fails = {failing: 1}
    assert call(start, monkeypatch, "check") == 1
    assert programs.ran == [["ruff", "check"], ["ruff", "format", "--check"], ["mypy"], ["lint-imports"]]


def test_a_stored_notebook_keeps_what_it_shows_and_nothing_of_the_machine(start: ModuleType) -> None:
    run = {
        "metadata": {"widgets": {"state": {}}, "kernelspec": {"name": "mine"}, "language_info": {"version": "3.11.2"}},
        "nbformat": 4,
        "cells": [
            {"cell_type": "markdown", "metadata": {"tags": ["guide"]}, "source": ["# Start"]},
            {
                "cell_type": "code",
                "metadata": {"execution": {"iopub.execute_input": "2026-01-01"}, "tags": ["parameters"]},
                "execution_count": 7,
                "outputs": [
                    {"output_type": "stream", "name": "stdout", "text": ["12 clients"]},
                    {
                        "output_type": "execute_result",
                        "execution_count": 7,
                        "data": {
                            "text/plain": ["Form()"],
                            "application/vnd.jupyter.widget-view+json": {"model_id": "f00"},
                        },
                    },
                ],
            },
        ],
    }
    stored = start.cleaned(run)
    assert stored["metadata"] == {
        "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
        "language_info": {"name": "python"},
    }
    guide, code = stored["cells"]
    assert guide["metadata"] == {"tags": ["guide"]}
    assert code["metadata"] == {"tags": ["parameters"]}
    assert code["execution_count"] == 1
    stream, result = code["outputs"]
    assert stream["text"] == ["12 clients"]
    assert result["execution_count"] == 1
    assert result["data"] == {"text/plain": ["Form()"]}
