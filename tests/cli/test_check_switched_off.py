"""What the last lines say of checks that are switched off."""

from __future__ import annotations

import pytest

from clientplan.workspace import Workspace

PLAN = "confiserie-aubrelle-2026-04"
PAST = ("next_review: 2026-10-06", "next_review: 2026-09-06")


@pytest.fixture(autouse=True)
def _inside(sample_workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(sample_workspace.folder)


def spoil(workspace: Workspace, before: str, after: str) -> None:
    path = workspace.store.path(PLAN)
    path.write_text(path.read_text(encoding="utf-8").replace(before, after, 1), encoding="utf-8")


def set_up(workspace: Workspace, lines: str) -> None:
    file = workspace.folder / "clientplan.toml"
    file.write_text(file.read_text(encoding="utf-8") + lines, encoding="utf-8")


def test_off_for_the_workspace(clientplan, sample_workspace: Workspace) -> None:
    spoil(sample_workspace, *PAST)
    set_up(sample_workspace, '[checks_off]\nCP202 = "reviews are set by the client"\n')
    done = clientplan("check")
    assert (done.status, done.out) == (0, "")
    assert done.err.splitlines() == [
        "No findings in 3 plans.",
        f"Switched off: CP202 in {PLAN} (reviews are set by the client), 1 finding",
    ]


def test_off_for_one_plan(clientplan, sample_workspace: Workspace) -> None:
    spoil(sample_workspace, PAST[0], f"{PAST[1]}\nchecks_off: {{CP202: she is away}}")
    done = clientplan("check", PLAN)
    assert done.status == 0
    assert f"Switched off: CP202 in {PLAN} (she is away), 1 finding\n" in done.err


def test_off_for_nothing_in_any_plan(clientplan, sample_workspace: Workspace) -> None:
    set_up(sample_workspace, '[checks_off]\nCP401 = "ten\\nregions"\nCP202 = " "\n')
    sentence = "Switched off for the workspace, and without a finding in any plan: CP401 (ten regions)\n"
    assert sentence in clientplan("check").err
    assert "CP202 (" not in clientplan("check").err  # without a reason it isn't off
    assert sentence in clientplan("check", "--select", "CP4").err


@pytest.mark.parametrize("arguments", [(PLAN,), ("--select", "CP2")])
def test_nothing_is_said_where_not_everything_was_looked_at(
    clientplan, sample_workspace: Workspace, arguments: tuple[str, ...]
) -> None:
    set_up(sample_workspace, '[checks_off]\nCP401 = "ten regions"\n')
    assert "CP401" not in clientplan("check", *arguments).err


def test_nothing_is_said_while_a_plan_cannot_be_read(clientplan, sample_workspace: Workspace) -> None:
    set_up(sample_workspace, '[checks_off]\nCP401 = "ten regions"\n')
    (sample_workspace.store.folder / "empty.yaml").write_text("")
    assert "CP401" not in clientplan("check").err


def test_what_keeps_a_file_from_being_read_is_never_off(clientplan, sample_workspace: Workspace) -> None:
    set_up(sample_workspace, '[checks_off]\nCP001 = "old files"\n')
    assert "CP001 can't be switched off" in clientplan("check", PLAN).out


def test_nothing_is_said_of_a_check_that_may_not_have_been_able_to_look(
    clientplan, sample_workspace: Workspace
) -> None:
    set_up(sample_workspace, '[checks_off]\nCP101 = "we print posters"\n')
    assert "CP101" not in clientplan("check").err
