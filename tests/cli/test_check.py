from __future__ import annotations

import json
from pathlib import Path

import pytest

from clientplan.workspace import Workspace

PLAN = "confiserie-aubrelle-2026-04"
PAST = ("next_review: 2026-10-06", "next_review: 2026-09-06")
FAR = ("next_review: 2026-10-06", "next_review: 2027-01-06")


@pytest.fixture(autouse=True)
def _inside(sample_workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(sample_workspace.folder)


def spoil(workspace: Workspace, before: str, after: str, name: str = PLAN) -> Path:
    path = workspace.store.path(name)
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after, 1), encoding="utf-8")
    return path


def set_up(workspace: Workspace, lines: str) -> None:
    file = workspace.folder / "clientplan.toml"
    file.write_text(file.read_text(encoding="utf-8") + lines, encoding="utf-8")


def test_the_finished_plans_have_no_findings(clientplan) -> None:
    done = clientplan("check")
    assert (done.status, done.out, done.err) == (0, "", "No findings in 3 plans.\n")


def test_a_finding_names_file_line_and_remedy(clientplan, sample_workspace: Workspace) -> None:
    path = spoil(sample_workspace, *PAST)
    line = path.read_text(encoding="utf-8").split("\n").index(PAST[1]) + 1
    done = clientplan("check", PLAN)
    assert done.status == 1
    assert done.out.startswith("error[CP202] next review: 2026-09-06 is past. ")
    assert f"--> plans/{path.name}:{line}:1\n" in done.out
    assert done.err == "1 finding in 1 plan: 1 error. Why they matter: clientplan explain CODE\n"


def test_paths_are_those_from_the_folder_that_we_are_in(
    clientplan, sample_workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    spoil(sample_workspace, *PAST)
    monkeypatch.chdir(sample_workspace.output)
    assert f"--> ../plans/{PLAN}.yaml:" in clientplan("check").out


def test_every_problem_of_a_file_that_is_no_plan(clientplan, sample_workspace: Workspace) -> None:
    spoil(sample_workspace, "manager:", "manger:")
    spoil(sample_workspace, "phase: erosion", "phase: falling")
    done = clientplan("check", f"plans/{PLAN}.yaml")
    assert done.status == 1
    assert "Did you mean manager?" in done.out
    assert "“falling” isn't one of build, maintenance, erosion" in done.out
    assert done.out.count("error[CP001]") == 2


def test_a_file_that_cannot_be_read_is_told_beside_the_others(clientplan, sample_workspace: Workspace) -> None:
    (sample_workspace.store.folder / "empty.yaml").write_text("")
    spoil(sample_workspace, *FAR)
    done = clientplan("check", "--format", "lines", "empty", PLAN)
    assert done.status == 1
    assert "plans/empty.yaml: error CP001 the file is empty" in done.out
    assert "CP202" in done.out


def test_many_problems_are_placed_in_one_go(
    clientplan, sample_workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    from clientplan.cli import checking

    split = []
    monkeypatch.setattr(checking, "lines", lambda text: (split.append(text), text.split("\n"))[1])
    text = "schema: 1\n" + "".join(f"k{number}: x\n" for number in range(50))
    (sample_workspace.store.folder / "many.yaml").write_text(text)
    done = clientplan("check", "many", "--format", "lines")
    assert "plans/many.yaml:51:1: error CP001 k49: " in done.out
    assert split == [text]


@pytest.mark.parametrize("options", [("--select", "CP404"), ("--ignore", "CP0")])
def test_a_file_that_cannot_be_read_is_always_told(
    clientplan, sample_workspace: Workspace, options: tuple[str, str]
) -> None:
    (sample_workspace.store.folder / "empty.yaml").write_text("")
    done = clientplan("check", *options)
    assert (done.status, done.out.count("CP001]")) == (1, 1)


def test_a_threshold_of_the_workspace(clientplan, sample_workspace: Workspace) -> None:
    set_up(sample_workspace, "[thresholds.CP401]\nmost = 4\n")
    done = clientplan("check", PLAN)
    assert (done.status, done.out.count("[CP401]")) == (1, 1)
    assert "4 is the most" in done.out


def test_a_plan_that_is_not_there(clientplan) -> None:
    done = clientplan("check", "nobody")
    assert done.status == 1
    assert f"There is no plan nobody. Plans here: {PLAN}, " in done.err


def test_a_plan_named_twice_is_checked_once(clientplan, sample_workspace: Workspace) -> None:
    spoil(sample_workspace, *PAST)
    done = clientplan("check", PLAN, f"{PLAN}.yaml", f"plans/{PLAN}.yaml", sample_workspace.store.path(PLAN))
    assert done.out.count("CP202]") == 1


class TestWhichChecks:
    @pytest.fixture(autouse=True)
    def _spoilt(self, sample_workspace: Workspace) -> None:
        spoil(sample_workspace, *FAR)
        spoil(sample_workspace, "manager: Ruth Adeyemi\n", "")

    @pytest.mark.parametrize(
        ("options", "codes"),
        [
            ((), {"CP201", "CP202"}),
            (("--select", "CP201"), {"CP201"}),
            (("--select", "identity-incomplete"), {"CP201"}),
            (("--select", "cp2"), {"CP201", "CP202"}),
            (("--select", "identity-and-time", "--ignore", "CP201"), {"CP202"}),
            (("--select", "CP401, CP202"), {"CP202"}),
            (("--select", "CP401", "--select", "CP202"), {"CP202"}),
            (("--ignore", "CP2"), set()),
            (("--severity", "error"), {"CP201"}),
            (("--severity", "warning"), {"CP201", "CP202"}),
        ],
    )
    def test_are_chosen(self, clientplan, options: tuple[str, ...], codes: set[str]) -> None:
        done = clientplan("check", PLAN, "--json", *options)
        assert {row["code"] for row in json.loads(done.out)["findings"]} == codes
        assert done.status == (1 if codes else 0)

    def test_what_is_shown_decides_the_exit_status(self, clientplan) -> None:
        assert clientplan("check", "--select", "CP202", "--severity", "error").status == 0

    @pytest.mark.parametrize(
        "options",
        [
            ("--select", "CP49x"),
            ("--ignore", "vage-verb"),
            ("--severity", "fatal"),
            ("--format", "xml"),
            ("--language", "nl"),
            ("--today", "2026"),
            ("--json", "--format", "sarif"),
            ("--statistics", "--board"),
            ("--board", "--format", "github"),
        ],
    )
    def test_a_wrong_call(self, clientplan, options: tuple[str, ...]) -> None:
        done = clientplan("check", *options)
        assert (done.status, done.out) == (2, "")

    def test_a_slip_in_a_name(self, clientplan) -> None:
        assert "Did you mean CP404?" in clientplan("check", "--select", "CP40x4").refusal


def test_a_note_alone_leaves_the_exit_status_at_0(clientplan, sample_workspace: Workspace) -> None:
    spoil(sample_workspace, PAST[0], f"{PAST[0]}\nchecks_off: {{CP401: ten regions}}")
    done = clientplan("check", PLAN, "--format", "lines")
    assert (done.status, done.out.count("note CP003")) == (0, 1)


def test_on_another_day(clientplan) -> None:
    done = clientplan("check", PLAN, "--today", "2026-11-01", "--select", "CP202")
    assert done.status == 1
    assert "2026-10-06 is past" in done.out


def test_only_the_files_that_are_needed_are_read(
    clientplan, sample_workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    from clientplan.cli import checking
    from clientplan.store import folder

    read: list[str] = []
    for room in (checking, folder):
        name = "read_with_source" if room is checking else "read"
        original = getattr(room, name)
        monkeypatch.setattr(
            room, name, lambda data, file="", original=original: (read.append(file), original(data, file))[1]
        )
    clientplan("check")
    assert sorted(read) == [f"{name}.yaml" for name in sample_workspace.store.names()]
    read.clear()
    clientplan("check", PLAN, "--select", "CP4")
    assert read == [f"{PLAN}.yaml"]
