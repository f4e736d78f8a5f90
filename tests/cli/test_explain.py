from __future__ import annotations

import json
from pathlib import Path

import pytest

from clientplan.checks import described, registered
from clientplan.workspace import Workspace


@pytest.fixture(autouse=True)
def _inside(sample_workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(sample_workspace.folder)


def test_the_list_names_every_check(clientplan) -> None:
    done = clientplan("explain")
    assert done.status == 0
    assert [line.split()[0] for line in done.out.splitlines()[2:]] == list(described())


@pytest.mark.parametrize("word", ["CP504", "cp504", "actions-too-late"])
def test_one_check(clientplan, word: str) -> None:
    done = clientplan("explain", word)
    assert done.out.startswith("CP504 actions-too-late\nWarning · actions · since 0.1\n")
    headings = ["What it finds", "Why it matters", "Example", "Better", "Thresholds", "Switch it off, with the reason"]
    assert [line for line in done.out.splitlines() if line in headings] == headings
    assert "  days = 30\n" in done.out
    assert "    - id: a1\n      due: 2026-12-18\n" in done.out
    assert 'CP504 = "why it doesn\'t apply here"' in done.out


@pytest.mark.parametrize("code", list(described()))
def test_every_check_has_its_page(clientplan, code: str) -> None:
    done = clientplan("explain", code)
    assert (done.status, done.err) == (0, "")
    assert ("Switch it off" in done.out) == (code in registered())


def test_where_it_comes_from_and_what_it_gives_way_to(clientplan) -> None:
    out = clientplan("explain", "CP502").out
    assert "\nSource\n  Flynn, Client Business Plan" in out
    assert "Gives way to CP405" in out


def test_a_theme(clientplan) -> None:
    codes = [line.split()[0] for line in clientplan("explain", "CP5").out.splitlines()[2:]]
    assert codes == [code for code in described() if code.startswith("CP5")]


def test_the_settings_of_this_workspace(clientplan, sample_workspace: Workspace) -> None:
    settings = sample_workspace.folder / "clientplan.toml"
    lines = '[thresholds.CP504]\ndays = 14\n[checks_off]\nCP504 = "seasonal"\nCP001 = "no"\n'
    settings.write_text(settings.read_text(encoding="utf-8") + lines, encoding="utf-8")
    out = clientplan("explain", "CP504").out
    assert "  days = 14 (here; the default is 30)\n" in out
    assert "It is off here: seasonal" in out
    off = [line.split()[0] for line in clientplan("explain").out.splitlines() if line.rstrip().endswith(" off")]
    assert off == ["CP504"]
    (plain,) = json.loads(clientplan("explain", "CP504", "--json").out)
    assert plain["off"] == "seasonal"
    assert (plain["thresholds"][0]["value"], plain["thresholds"][0]["default"]) == (14, 30)


def test_for_machines(clientplan) -> None:
    assert [rule["code"] for rule in json.loads(clientplan("explain", "--json").out)] == list(described())


def test_outside_a_workspace(clientplan, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert "  days = 30\n" in clientplan("explain", "CP504").out


@pytest.mark.parametrize(("word", "meant"), [("CP50x4", "CP504"), ("vage-verb", "vague-verb")])
def test_a_check_that_is_not_there(clientplan, word: str, meant: str) -> None:
    done = clientplan("explain", word)
    assert (done.status, done.out) == (2, "")
    assert f"Did you mean {meant}?" in done.refusal
