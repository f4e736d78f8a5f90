"""`clientplan check --diff`: what it tells beside the changes, and what it doesn't go with."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from clientplan.workspace import Workspace

NAME = "harrow-and-finch-2026-04"
BROKEN = "schema: 1\nclinet: {name: x}\n"


@pytest.fixture
def plan(sample_workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A sample plan that can be mended, in the workspace that we are in."""
    monkeypatch.chdir(sample_workspace.folder)
    path = sample_workspace.store.path(NAME)
    path.write_bytes(path.read_bytes().replace(b"serves: o2", b"serves: O2"))
    return path


def test_what_can_not_be_read_is_told(clientplan, plan: Path) -> None:
    Path("broken.yaml").write_text(BROKEN, encoding="utf-8")
    Path("bytes.yaml").write_bytes(b"schema: 1\nname: \xff\n")
    done = clientplan("check", "--diff", "broken.yaml", "bytes.yaml")
    assert (done.status, done.out) == (1, "")
    assert "broken.yaml:2:1: error CP001 clinet: " in done.err
    assert "bytes.yaml" in done.err


def test_it_hides_no_change_of_another_file(clientplan, plan: Path) -> None:
    before = plan.read_bytes()
    (plan.parent / "broken.yaml").write_text(BROKEN, encoding="utf-8")
    done = clientplan("check", "--diff")
    assert done.status == 1
    assert done.out.startswith(f"--- plans/{NAME}.yaml\n")
    assert "plans/broken.yaml:2:1: error CP001" in done.err
    assert NAME not in done.err
    assert plan.read_bytes() == before


@pytest.mark.parametrize(("other", "told"), [("", False), ("clinet: x\n", True)])
def test_for_want_of_ids_alone_nothing_is_told(clientplan, plan: Path, other: str, told: bool) -> None:
    text = plan.read_text(encoding="utf-8").replace("  - id: a6\n    what: Confirm", "  - what: Confirm")
    plan.write_text(text + other, encoding="utf-8")
    done = clientplan("check", "--diff", NAME)
    assert done.status == 1
    assert "id: a6" in done.out
    assert ("clinet: " in done.err) is told
    assert ("CP001" in done.err) is told


@pytest.mark.parametrize(
    "options", [("--json",), ("--format", "lines"), ("--format", "sarif"), ("--statistics",), ("--board",)]
)
def test_it_has_no_format_or_view(clientplan, plan: Path, options: tuple[str, ...]) -> None:
    done = clientplan("check", "--diff", *options)
    assert (done.status, done.out) == (2, "")
    assert "shows changes, not findings" in done.refusal
    assert clientplan("check", "--fix", *options).status in {0, 1}


def test_of_lines_that_end_in_crlf_it_shows_what_changes_and_no_ends(clientplan, plan: Path) -> None:
    expected = clientplan("check", "--diff", NAME).out
    plan.write_bytes(plan.read_bytes().replace(b"\n", b"\r\n"))
    done = clientplan("check", "--diff", NAME)
    assert [line.strip() for line in done.out.splitlines()[3:] if line[0] in "+-"] == [
        "-    serves: O2", "+    serves: o2",
    ]  # fmt: skip
    assert done.out == expected


class TestFilesThatOnlyLookLikeOurs:
    """A file that isn't the store's own for its name is mended where it is."""

    def test_with_another_ending(self, clientplan, plan: Path) -> None:
        notes = plan.rename(plan.with_name("notes.yml"))
        done = clientplan("check", "--fix", "plans/notes.yml")
        assert (done.status, done.out) == (0, "")
        assert b"serves: o2" in notes.read_bytes()

    def test_with_the_name_of_another_plan(self, clientplan, plan: Path) -> None:
        other, before = plan.with_suffix(".yml"), plan.read_bytes()
        other.write_bytes(before)
        assert clientplan("check", "--fix", f"plans/{other.name}").status == 0
        assert b"serves: o2" in other.read_bytes()
        assert plan.read_bytes() == before

    @pytest.mark.skipif(os.name == "nt", reason="Windows makes links only for some users")
    def test_through_a_link(self, clientplan, plan: Path) -> None:
        link = Path("shortcut.yaml")
        link.symlink_to(plan)
        assert clientplan("check", "--fix", link).status == 0
        assert link.is_symlink()
        assert b"serves: o2" in plan.read_bytes()
