"""Who is compared prints the same page: two pages, with the words of ours."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

import pytest

NEEDED = {
    "naive": None,
    "plain": None,
    "with_fpdf2": "fpdf",
    "with_fpdf2_shaped": "uharfbuzz",
    "with_reportlab": "reportlab",
    "with_typst": "typst",
}


@pytest.fixture
def case(tmp_path: Path):
    return import_module("method.samples").sample(tmp_path)


@pytest.mark.parametrize("name", NEEDED)
def test_a_peer_prints_the_same_two_pages(name: str, case) -> None:
    if needed := NEEDED[name]:
        pytest.importorskip(needed, reason="the extra bench isn't installed")
    found = compared(name, case)
    assert found.pages == 2
    assert found.share > 0.98, found.missing


def test_a_page_with_less_on_it_is_told(case) -> None:
    alike, naive = import_module("method.alike").alike, import_module("peers.naive")
    less = {**case.content, "client": "Nobody", "risks": {"title": "", "columns": [], "rows": []}}
    found = alike(case.printed().pdf, naive.pdf(naive.html(less), naive.style(less)))
    assert "Response" in found.missing
    assert found.share < 0.98


def compared(name: str, case):
    alike, peer = import_module("method.alike").alike, import_module(f"peers.{name}")
    assert peer.available() is None
    with peer.warm(case) as work:
        return alike(case.printed().pdf, work())
