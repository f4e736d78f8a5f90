"""`clientplan build` where it prints no plan's own page: the blank handout, and the portfolio."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from pypdf import PdfReader

from clientplan.workspace import Workspace

HARROW = "harrow-and-finch-2026-04"


@pytest.fixture(autouse=True)
def _inside(sample_workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(sample_workspace.folder)


def text_of(pdf: Path) -> str:
    return " ".join(" ".join(page.extract_text() for page in PdfReader(pdf).pages).split())


def settings(workspace: Workspace, before: str, after: str) -> None:
    file = workspace.folder / "clientplan.toml"
    text = file.read_text(encoding="utf-8")
    assert before in text
    file.write_text(text.replace(before, after), encoding="utf-8")


def test_a_blank_handout_needs_no_plan(clientplan, sample_workspace: Workspace) -> None:
    for path in sample_workspace.store.folder.glob("*.yaml"):
        path.unlink()
    done = clientplan("build", "--blank")
    pdf = sample_workspace.output / "handout.pdf"
    assert (done.status, done.out, done.err) == (0, f"{pdf}  (1 page)\n", "")
    assert "What each side wants" in text_of(pdf)
    assert "Meridian Packaging Systems" in text_of(pdf)


def test_a_blank_handout_has_the_language_and_the_paper_that_are_asked_for(
    clientplan, sample_workspace: Workspace, tmp_path: Path
) -> None:
    settings(sample_workspace, 'locale = "en-GB"', 'locale = "fr-FR"')
    assert clientplan("build", "--blank", "--paper", "Letter", "--out", tmp_path / "out").status == 0
    pdf = tmp_path / "out" / "handout.pdf"
    assert "Ce que veut chaque partie" in text_of(pdf)
    assert round(float(PdfReader(pdf).pages[0].mediabox.width)) == 612


def test_a_pack_without_lines_is_refused(clientplan, sample_workspace: Workspace) -> None:
    done = clientplan("build", "--blank", "--pack", "two-page")
    assert (done.status, done.out) == (1, "")
    assert "isn't made to be filled in by hand. One that is: workshop" in done.err
    assert list(sample_workspace.output.iterdir()) == []


def test_a_blank_handout_is_of_no_plan(clientplan) -> None:
    done = clientplan("build", "--blank", HARROW)
    assert done.status == 2
    assert "--pack workshop" in done.err


def test_the_handout_filled_in_from_a_plan(clientplan, sample_workspace: Workspace) -> None:
    done = clientplan("build", "--pack", "workshop", HARROW)
    assert (done.status, done.out) == (0, f"{sample_workspace.output / HARROW}.pdf  (1 page)\n")


def test_the_portfolio_is_over_all_plans(clientplan, sample_workspace: Workspace) -> None:
    done = clientplan("build", "--pack", "portfolio")
    pdf = sample_workspace.output / "portfolio.pdf"
    assert (done.status, done.out, done.err) == (0, f"{pdf}  (1 page)\n", "")
    text = text_of(pdf)
    assert "3 clients" in text
    for name in ("Confiserie Aubrelle", "Harrow & Finch", "Möhrlin Feinkost GmbH"):
        assert name in text
    assert sorted(sample_workspace.output.iterdir()) == [pdf]


def test_the_portfolio_of_the_plans_that_are_named(clientplan, sample_workspace: Workspace) -> None:
    assert clientplan("build", "--pack", "portfolio", HARROW).status == 0
    text = text_of(sample_workspace.output / "portfolio.pdf")
    assert "1 client" in text
    assert "Harrow & Finch" in text
    assert "Confiserie" not in text


def edit(workspace: Workspace, before: str, after: str) -> None:
    path = workspace.store.path(HARROW)
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after), encoding="utf-8")


def test_errors_and_overdue_reviews_stand_first(clientplan, sample_workspace: Workspace) -> None:
    edit(sample_workspace, "next_review: 2026-11-10", "next_review: 2026-09-06")
    assert clientplan("build", "--pack", "portfolio").status == 0
    text = text_of(sample_workspace.output / "portfolio.pdf")
    assert "1 error in the plan (CP202)" in text
    assert text.index("What needs attention first") < text.index("Harrow & Finch") < text.index("All others")


def test_a_warning_is_no_reason_to_look_first(clientplan, sample_workspace: Workspace) -> None:
    edit(sample_workspace, "value: 185", "value: 84")
    assert "warning[CP704]" in clientplan("check", HARROW).out
    assert clientplan("build", "--pack", "portfolio").status == 0
    text = text_of(sample_workspace.output / "portfolio.pdf")
    assert "What needs attention first" not in text
    assert "CP704" not in text


@pytest.mark.parametrize("as_json", [True, False])
def test_a_plan_that_cannot_be_read_is_told_on_the_page_and_beside_it(
    clientplan, sample_workspace: Workspace, *, as_json: bool
) -> None:
    (sample_workspace.store.folder / "broken.yaml").write_text("schema: 1\nclinet: x\n", encoding="utf-8")
    done = clientplan("build", "--pack", "portfolio", *(["--json"] if as_json else []))
    assert done.status == 1
    pdf = sample_workspace.output / "portfolio.pdf"
    assert "broken line 1, client: is missing. Add it (and 2 more)" in text_of(pdf)
    if as_json:
        (told,) = json.loads(done.out)
        assert (told["pdf"], told["pages"]) == (str(pdf), 1)
        assert told["unread"] == {"broken": "line 1, client: is missing. Add it (and 2 more)"}
    else:
        assert done.err == "broken: line 1, client: is missing. Add it (and 2 more)\n"


def test_without_a_plan_there_is_a_sentence(clientplan, sample_workspace: Workspace) -> None:
    for path in sample_workspace.store.folder.glob("*.yaml"):
        path.unlink()
    done = clientplan("build", "--pack", "portfolio")
    assert (done.status, done.out) == (1, "")
    assert "There are no plans in" in done.err


def test_an_older_print_that_stays_is_told(clientplan, sample_workspace: Workspace) -> None:
    assert clientplan("build", "--pack", "portfolio", HARROW).status == 0
    sample_workspace.store.path(HARROW).write_text("schema: 1\n", encoding="utf-8")
    done = clientplan("build", "--pack", "portfolio", HARROW)
    assert done.status == 1
    assert "There is no plan to make a portfolio of" in done.err
    assert "portfolio.pdf is an older print" in done.err


def test_a_workspace_may_print_the_portfolio_by_its_settings(clientplan, sample_workspace: Workspace) -> None:
    settings(sample_workspace, "[brand]", 'pack = "portfolio"\n\n[brand]')
    assert clientplan("build").status == 0
    assert (sample_workspace.output / "portfolio.pdf").is_file()
