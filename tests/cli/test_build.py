from __future__ import annotations

import json
from pathlib import Path

import pytest
from pypdf import PdfReader

from clientplan.workspace import Workspace

PLAN = "confiserie-aubrelle-2026-04"


@pytest.fixture(autouse=True)
def _inside(sample_workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(sample_workspace.folder)


def edit(workspace: Workspace, before: str, after: str) -> None:
    path = workspace.store.path(PLAN)
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after), encoding="utf-8")


@pytest.mark.parametrize("edition", ["client", "internal"])
def test_the_finished_plans_are_printed(clientplan, sample_workspace: Workspace, edition: str) -> None:
    done = clientplan("build", "--edition", edition)
    assert (done.status, done.err) == (0, "3 plans printed.\n")
    ending = "" if edition == "client" else "-internal"
    paths = sorted(sample_workspace.output.glob("*.pdf"))
    assert [path.stem for path in paths] == [f"{name}{ending}" for name in sample_workspace.store.names()]
    assert all(path.read_bytes().startswith(b"%PDF-") for path in paths)
    assert len(done.out.splitlines()) == 3
    assert all(line.endswith(("(1 page)", "(2 pages)")) for line in done.out.splitlines())


def test_an_error_stops_the_client_edition_and_marks_the_internal_one(clientplan, sample_workspace: Workspace) -> None:
    edit(sample_workspace, "next_review: 2026-10-06", "next_review: 2026-09-06")
    done = clientplan("build", PLAN)
    assert (done.status, done.out) == (1, "")
    assert "CP202" in done.err
    assert not (sample_workspace.output / f"{PLAN}.pdf").exists()
    done = clientplan("build", PLAN, "--edition", "internal")
    assert done.status == 0
    assert "DRAFT" in done.out


def test_a_refused_plan_does_not_stop_the_others(clientplan, sample_workspace: Workspace, tmp_path: Path) -> None:
    (sample_workspace.store.folder / "broken.yaml").write_text("schema: 1\nclinet: x\n")
    done = clientplan("build", "--json", "--jobs", 2, "--out", tmp_path / "out")
    assert done.status == 1
    outcomes = {outcome["plan"]: outcome for outcome in json.loads(done.out)}
    assert "Did you mean client?" in outcomes["broken"]["refused"]
    assert len(list((tmp_path / "out").glob("*.pdf"))) == 3


def test_the_summary_counts_the_reasons_the_most_frequent_first(clientplan, sample_workspace: Workspace) -> None:
    edit(sample_workspace, "next_review: 2026-10-06", "next_review: 2026-09-06")
    for name in ("one", "two"):
        (sample_workspace.store.folder / f"{name}.yaml").write_text("schema: 1\nclinet: x\n")
    done = clientplan("build")
    assert done.status == 1
    assert done.err.splitlines()[-4:] == [
        "2 plans printed.",
        "3 plans refused:",
        "    2  the file isn't a plan",
        "    1  CP202 next-review-out-of-reach (clientplan explain CP202)",
    ]


@pytest.mark.parametrize(("word", "part"), [("archive", "pdfaid"), ("accessible", "pdfuaid")])
def test_the_standard_is_a_word(clientplan, sample_workspace: Workspace, word: str, part: str) -> None:
    assert clientplan("build", PLAN, "--standard", word).status == 0
    root = PdfReader(sample_workspace.output / f"{PLAN}.pdf").trailer["/Root"]
    facts = root["/Metadata"].get_data().decode()  # type: ignore[index]  # a dictionary
    assert [name for name in ("pdfaid", "pdfuaid") if f"{name}:part" in facts] == [part]


def test_plans_whose_pages_would_have_one_name_are_refused(
    clientplan, sample_workspace: Workspace, tmp_path: Path
) -> None:
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "same.yaml").write_bytes(sample_workspace.store.path(PLAN).read_bytes())
    done = clientplan("build", tmp_path / "a" / "same.yaml", tmp_path / "b" / "same.yaml", "--out", tmp_path / "out")
    assert done.status == 1
    assert "would have one name" in done.err
    assert not (tmp_path / "out").exists()


def test_the_number_of_processes_may_be_found(clientplan) -> None:
    assert clientplan("build", "--jobs", "auto").status == 0


def test_a_plan_that_needs_three_pages_is_told_what_to_cut(clientplan, sample_workspace: Workspace) -> None:
    long = "done_when: " + "The client has said so in writing, and both sides have it in their minutes. " * 6
    path = sample_workspace.store.path(PLAN)
    lines = path.read_text(encoding="utf-8").split("\n")
    text = "\n".join(f"    {long}" if line.startswith("    done_when:") else line for line in lines)
    path.write_text(text, encoding="utf-8")
    done = clientplan("build", PLAN, "--edition", "internal")
    assert (done.status, done.out) == (1, "")
    assert "pages" in done.err
    assert "a4" in done.err
    assert not list(sample_workspace.output.glob("*.pdf"))


@pytest.mark.parametrize(
    "option", [("--edition", "public"), ("--paper", "A3"), ("--jobs", "0"), ("--jobs", "many"), ("--standard", "print")]
)
def test_called_wrongly(clientplan, option: tuple[str, str]) -> None:
    assert clientplan("build", *option).status == 2


def test_an_unknown_pack_is_a_sentence(clientplan) -> None:
    done = clientplan("build", PLAN, "--pack", "tow-page")
    assert done.status == 1
    assert "two-page" in done.err


def test_a_file_from_elsewhere_never_falls_on_a_plan_of_the_workspace(
    clientplan, sample_workspace: Workspace, tmp_path: Path
) -> None:
    foreign = tmp_path / f"{PLAN}.yaml"
    foreign.write_bytes(sample_workspace.store.path("harrow-and-finch-2026-04").read_bytes())
    done = clientplan("build", foreign)
    assert (done.status, done.out) == (1, "")
    assert "--out DIR" in done.err
    assert clientplan("build", foreign, "--out", tmp_path / "out").status == 0
    assert (tmp_path / "out" / f"{PLAN}.pdf").is_file()


def test_an_older_print_that_stays_is_told(clientplan, sample_workspace: Workspace) -> None:
    assert clientplan("build", PLAN).status == 0
    edit(sample_workspace, "next_review: 2026-10-06", "next_review: 2026-09-06")
    assert f"{PLAN}.pdf is an older print" in clientplan("build", PLAN).err


def test_a_folder_that_cannot_be_made(clientplan, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    done = clientplan("build", PLAN, "--out", tmp_path / "file" / "out")
    assert done.status == 1
    assert "can't be made" in done.err
    assert "Traceback" not in done.err
