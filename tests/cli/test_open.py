"""`clientplan open`: the plan out of the page, through the same strict reader, and never over another file."""

from __future__ import annotations

import sys
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from clientplan.plan.reading import read
from clientplan.plan.words import Edition
from clientplan.press import press
from clientplan.render import attached
from clientplan.workspace import Workspace

NAME = "harrow-and-finch-2026-04"
PLAN = b"schema: 1\nclient:\n  name: Harrow Foods\nperiod:\n  first: 2026-01-01\n  last: 2026-12-31\n"
Call = Callable[..., Any]


@pytest.fixture(autouse=True)
def _in_a_folder_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")


def carrying(content: bytes, name: str = "page.pdf") -> Path:
    """A PDF with these bytes where the plan should be."""
    out = BytesIO()
    with pikepdf.new() as document:
        document.add_blank_page()
        document.attachments["plan.yaml"] = pikepdf.AttachedFileSpec(document, content, filename="plan.yaml")
        document.save(out)
    path = Path(name)
    path.write_bytes(out.getvalue())
    return path


@pytest.mark.parametrize("edition", Edition)
def test_the_plan_comes_back(clientplan: Call, sample_workspace: Workspace, edition: Edition) -> None:
    plan = sample_workspace.store.load(NAME).plan
    printed = press(sample_workspace, NAME, plan, edition=edition)
    done = clientplan("open", printed.path)
    path = Path(f"{printed.path.stem}.yaml")
    assert (done.status, done.err) == (0, "")
    assert (
        done.out == f"{path}  (Harrow & Finch, {plan.period.first} to {plan.period.last}, revision {plan.revision})\n"
    )
    assert path.read_bytes() == attached.taken(printed.pdf, "x")
    assert read(path.read_bytes()) == plan.edition(edition)
    assert (read(path.read_bytes()) == plan) is (edition is Edition.INTERNAL)


def test_what_is_taken_out_is_what_was_put_in(clientplan: Call) -> None:
    odd = b"# by hand\r\n" + PLAN.replace(b"name: Harrow Foods", b'name:   "Harrow  Foods"  # ours')
    assert clientplan("open", carrying(odd), "--out", "out.yaml").status == 0
    assert Path("out.yaml").read_bytes() == odd


def test_standard_output(clientplan: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    class Out:
        buffer = BytesIO()

    page = carrying(PLAN)
    with monkeypatch.context() as patch:
        patch.setattr(sys, "stdout", Out)
        assert clientplan("open", page, "--out", "-").status == 0
    assert Out.buffer.getvalue() == PLAN
    assert [path.name for path in Path().iterdir()] == ["page.pdf"]


@pytest.mark.parametrize("there", ["a file", "a folder", "a link to nothing", "a link to a file"])
def test_nothing_is_ever_overwritten(clientplan: Call, there: str) -> None:
    path = Path("page.yaml")
    if there == "a file":
        path.write_bytes(b"mine")
    elif there == "a folder":
        path.mkdir()
    else:
        path.symlink_to(Path("gone") if there == "a link to nothing" else carrying(PLAN, "another"))
    done = clientplan("open", carrying(PLAN))
    assert (done.status, done.out) == (1, "")
    assert "page.yaml is there already, and differs. Put the plan elsewhere: --out FILE" in done.err
    assert not Path("gone").exists()
    assert there != "a file" or path.read_bytes() == b"mine"


def test_the_same_plan_may_be_there_already(clientplan: Call) -> None:
    page = carrying(PLAN)
    assert [clientplan("open", page).status for _ in range(2)] == [0, 0]


def test_a_folder_that_is_not_there(clientplan: Call) -> None:
    done = clientplan("open", carrying(PLAN), "--out", "gone/plan.yaml")
    assert done.status == 1
    assert "can't be written: No such file or directory. Put the plan elsewhere" in done.err


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (PLAN.replace(b"schema: 1", b"schema: 2"), "schema"),
        (PLAN + b"notes: &a x\n", "7:8 the anchor &a. Leave it out"),
        (PLAN + b"nots: x\n", "Did you mean notes?"),
        (b"\xff\xfe", "UTF-8"),
        (b"x" * 2_000_001, "carries a plan of more than 2 MB"),
        (b"not a plan", "the plan in page.pdf"),
    ],
    ids=["newer", "an anchor", "unknown", "no text", "large", "none"],
)
def test_what_is_attached_is_believed_no_more_than_any_file(clientplan: Call, content: bytes, why: str) -> None:
    done = clientplan("open", carrying(content))
    assert (done.status, done.out) == (1, "")
    assert "page.pdf" in done.err
    assert why in done.err
    assert "Traceback" not in done.err
    assert [path.name for path in Path().iterdir()] == ["page.pdf"]


def test_a_pdf_that_is_none_and_one_that_is_not_there(clientplan: Call) -> None:
    Path("page.pdf").write_bytes(b"no")
    assert "page.pdf isn't a PDF, or is damaged" in clientplan("open", "page.pdf").err
    assert "gone.pdf can't be read: No such file" in clientplan("open", "gone.pdf").err


def test_one_that_is_too_large_is_not_read(clientplan: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(attached, "LARGEST", 100)
    monkeypatch.setattr(Path, "read_bytes", lambda _: pytest.fail("it was read"))
    assert "page.pdf is larger than 0 MB" in clientplan("open", carrying(PLAN)).err


def test_signs_of_a_terminal_in_a_name_do_nothing(clientplan: Call) -> None:
    done = clientplan("open", carrying(PLAN.replace(b"Harrow Foods", b'"Harrow \\e[31m Foods"')))
    assert done.status == 0
    assert "\x1b" not in done.out
