"""`clientplan check --statistics` and `--board`."""

from __future__ import annotations

import json

import pytest

from clientplan.workspace import Workspace

A, B, C = "confiserie-aubrelle-2026-04", "harrow-and-finch-2026-04", "mohrlin-feinkost-gmbh-2026"


@pytest.fixture(autouse=True)
def _spoilt(sample_workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(sample_workspace.folder)
    for name in (A, B):
        path = sample_workspace.store.path(name)
        text = path.read_text(encoding="utf-8").replace("\nmanager: ", "\n# manager: ")
        if name == A:
            text = text.replace("next_review: 2026-10-06", "next_review: 2027-03-06")
        path.write_text(text, encoding="utf-8")


def test_statistics(clientplan) -> None:
    done = clientplan("check", "--statistics")
    assert done.status == 1
    rows = [line.split() for line in done.out.splitlines()[2:]]
    assert rows == [
        ["2", "2", "CP201", "identity-incomplete", "error"],
        ["1", "1", "CP202", "next-review-out-of-reach", "warning"],
    ]
    assert done.err == "3 findings in 2 plans: 2 errors, 1 warning. Why they matter: clientplan explain CODE\n"


def test_statistics_for_machines(clientplan) -> None:
    content = json.loads(clientplan("check", "--statistics", "--json").out)
    assert content["version"] == 1
    assert content["counts"][0] == {
        "code": "CP201",
        "name": "identity-incomplete",
        "severities": ["error"],
        "findings": 2,
        "plans": 2,
    }


def test_statistics_of_what_is_shown(clientplan) -> None:
    assert "CP202" not in clientplan("check", "--statistics", "--severity", "error").out


def test_the_board(clientplan) -> None:
    done = clientplan("check", "--board")
    assert done.status == 1
    table, _, common = done.out.partition("\nThe same finding in several plans:\n")
    assert [line.strip().split("  ")[0] for line in table.splitlines() if line.strip().startswith((A, B, C))] == [
        A,
        B,
        C,
    ]
    assert "identity and time" in table
    assert table.count("1 error") == 2
    assert "1 warning" in table
    assert "–" in next(line for line in table.splitlines() if C in line)
    assert f"CP201 identity-incomplete: {A}, {B}\n  {A}: manager: " in common
    assert "CP202" not in common


def test_the_board_for_machines(clientplan) -> None:
    content = json.loads(clientplan("check", "--board", "--json").out)
    assert content["themes"] == ["identity and time"]
    assert content["rows"][0] == {"plan": A, "cells": [{"errors": 1, "warnings": 1, "notes": 0}]}
    assert content["shared"][0]["plans"] == [A, B]


def test_a_board_without_findings(clientplan) -> None:
    done = clientplan("check", "--board", C)
    assert (done.status, done.out.split()) == (0, ["plan", "─" * len(done.out.splitlines()[1]), C])
