"""`clientplan check --fix` and `--diff`, on files."""

from __future__ import annotations

from pathlib import Path

import pytest

from clientplan.workspace import Workspace

NAME = "harrow-and-finch-2026-04"
SAFE = [
    ("serves: o2", "serves: O2"),
    ("  - id: a6\n    what: Confirm", "  - what: Confirm"),
    ("owner: Dean Hartley", "owner: Hartley, Dean"),
]
UNSAFE = ("      due: 2027-03-31", "      due: 2028-03-31")


@pytest.fixture
def plan(sample_workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A sample plan with things in it that can be mended."""
    monkeypatch.chdir(sample_workspace.folder)
    path = sample_workspace.store.path(NAME)
    for good, bad in [*SAFE, UNSAFE]:
        spoil(path, good, bad)
    return path


def spoil(path: Path, good: str, bad: str) -> None:
    text = path.read_bytes().decode()
    assert text.count(good) == 1
    path.write_bytes(text.replace(good, bad).encode())


def undone(text: str) -> str:
    for good, bad in [*SAFE, UNSAFE]:
        text = text.replace(bad, good)
    return text


def test_what_is_safe_is_mended_shown_and_all_else_stays(clientplan, plan: Path) -> None:
    good = undone(plan.read_text(encoding="utf-8"))
    done = clientplan("check", NAME, "--fix", "--format", "lines")
    assert plan.read_text(encoding="utf-8") == good.replace(*UNSAFE)
    assert done.status == 1
    assert [line.split()[2] for line in done.out.splitlines()] == ["CP403"]
    assert "-    owner: Hartley, Dean\n+    owner: Dean Hartley\n" in done.err
    assert f"Mended plans/{NAME}.yaml: every objective and action has an id (CP001)\n" in done.err
    assert f"Mended plans/{NAME}.yaml: objectives[o3].serves: write o2 (CP410)\n" in done.err
    assert "1 fix may change what a plan means. Look at it: --diff --unsafe-fixes\n" in done.err


def test_unsafe_fixes_are_asked_for(clientplan, plan: Path) -> None:
    good = undone(plan.read_text(encoding="utf-8"))
    done = clientplan("check", NAME, "--fix", "--unsafe-fixes")
    assert (done.status, done.out) == (0, "")
    assert plan.read_text(encoding="utf-8") == good


def test_a_diff_writes_nothing(clientplan, plan: Path) -> None:
    before = plan.read_bytes()
    done = clientplan("check", "--diff")
    assert (done.status, plan.read_bytes()) == (1, before)
    assert done.out.startswith(f"--- plans/{NAME}.yaml\n+++ plans/{NAME}.yaml\n@@ ")
    assert "+      due: 2027-03-31" not in done.out
    assert "+      due: 2027-03-31" in clientplan("check", "--diff", "--unsafe-fixes").out


def test_nothing_to_mend(clientplan, sample_workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(sample_workspace.folder)
    assert clientplan("check", "--diff").status == 0
    done = clientplan("check", "--fix")
    assert (done.status, done.out, done.err) == (0, "", "No findings in 3 plans.\n")


def test_only_the_selected_checks_mend(clientplan, plan: Path) -> None:
    clientplan("check", NAME, "--fix", "--select", "CP410")
    text = plan.read_text(encoding="utf-8")
    assert "serves: O2" not in text
    assert "owner: Hartley, Dean" in text


def test_a_file_outside_every_workspace(clientplan, plan: Path, tmp_path_factory, monkeypatch) -> None:
    folder = tmp_path_factory.mktemp("alone")
    copy = folder / "copy.yaml"
    copy.write_bytes(b"\xef\xbb\xbf" + plan.read_bytes().replace(b"\n", b"\r\n"))
    good = undone(plan.read_text(encoding="utf-8")).replace(*UNSAFE)
    monkeypatch.chdir(folder)
    clientplan("check", "copy.yaml", "--fix", "--today", "2026-09-15")
    assert copy.read_bytes() == b"\xef\xbb\xbf" + good.encode().replace(b"\n", b"\r\n")
    assert [path.name for path in folder.iterdir()] == ["copy.yaml"]


def test_what_can_not_be_read_is_told_and_left(clientplan, plan: Path) -> None:
    plan.write_text("schema: 1\nclinet: {name: x}\n", encoding="utf-8")
    done = clientplan("check", NAME, "--fix", "--format", "lines")
    assert done.status == 1
    assert "CP001" in done.out
    assert plan.read_text(encoding="utf-8") == "schema: 1\nclinet: {name: x}\n"


def test_it_goes_with_fix_or_diff(clientplan, plan: Path) -> None:
    done = clientplan("check", "--unsafe-fixes")
    assert done.status == 2
    assert "goes with --fix or --diff" in done.refusal


def test_what_somebody_saved_meanwhile_is_not_overwritten(
    clientplan, plan: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from clientplan.cli.outputs import diffs

    write = diffs.write

    def late(workspace: Workspace | None, one: object) -> None:
        plan.write_text("theirs", encoding="utf-8")
        write(workspace, one)

    monkeypatch.setattr(diffs, "write", late)
    done = clientplan("check", NAME, "--fix")
    assert done.status == 1
    assert "was changed by somebody else" in done.err
    assert plan.read_text(encoding="utf-8") == "theirs"
