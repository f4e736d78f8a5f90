from __future__ import annotations

import os
from pathlib import Path

import pytest

from clientplan.collect import source
from clientplan.collect.source import open_source
from clientplan.errors import SourceUnreadable


@pytest.mark.parametrize(
    ("name", "data", "sentence"),
    [
        ("a.csv", b"", r"a\.csv is empty. Export it again"),
        ("a.xlsx", b"", r"a\.xlsx is empty. Export it again"),
        ("a.csv", b"\x00\x01\x02\xff" * 100, r"a\.csv isn't a text file: it holds bytes that no text has"),
        ("a.xlsx", b"\x7fELF\x00\x01", r"a\.xlsx isn't a text file.*Export it again as CSV or XLSX"),
        ("a.pdf", b"%PDF-1.7", r"a\.pdf: \.pdf isn't read here. Export it as CSV or XLSX"),
        ("exports", b"Client\nA\n", "exports: a file without an ending isn't read here"),
        ("a.xls", b"<html><table><tr><td>Client", r"a\.xls is a web page, whatever its name says"),
        ("a.xls", b"\xef\xbb\xbf\r\n<?xml version='1.0'?><Workbook/>", r"a\.xls is a web page, whatever its name says"),
    ],
)
def test_what_cant_be_read_gets_a_sentence(export, name: str, data: bytes, sentence: str) -> None:
    with pytest.raises(SourceUnreadable, match=sentence):
        open_source(export(name, data), name)


def test_a_folder_and_a_file_that_isnt_there(tmp_path: Path) -> None:
    with pytest.raises(SourceUnreadable, match=r"data is a folder. Hand in the files that are in it"):
        open_source(tmp_path, "data")
    with pytest.raises(SourceUnreadable, match=r"a\.csv: there is no such file. Look at the spelling"):
        open_source(tmp_path / "a.csv", "a.csv")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes in folders")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.csv")
    with pytest.raises(SourceUnreadable, match="is no ordinary file"):
        open_source(tmp_path / "a.csv", "a.csv")


@pytest.mark.parametrize(("name", "limit"), [("a.csv", "MOST_TEXT_BYTES"), ("a.xlsx", "MOST_BYTES")])
def test_too_large(export, monkeypatch: pytest.MonkeyPatch, name: str, limit: str) -> None:
    monkeypatch.setattr(source, limit, 1_000_000)
    start = b"PK\x03\x04" if name == "a.xlsx" else b"Client\n"
    with pytest.raises(SourceUnreadable, match="is too large: 2 MB, and 1 MB is the most"):
        open_source(export(name, start + b"x" * 2_000_000), name)


def test_content_counts_and_not_the_name(workbook, export) -> None:
    book = workbook("a.xlsx", {"S": [["Client"], ["A"]]})
    (grid,) = open_source(book.rename(book.with_suffix(".csv")), "a.csv")
    assert grid.sheet == "S"
    (grid,) = open_source(export("b.xls", "Client\tDate\nA\t2026-01-01\n"), "b.xls")
    assert (grid.sheet, grid.delimiter) == (None, "separated by tabs")
