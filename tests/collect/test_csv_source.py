from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clientplan.collect.csv_source import MOST_FLAWS, cut, read_text, sniff
from clientplan.errors import SourceUnreadable


def lines(text: str) -> list[str]:
    return text.splitlines(keepends=True)


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_delimiters(delimiter: str) -> None:
    rows = [["Kunde", "Datum", "Betrag"], ["Acme", "01.02.2026", "12"], ["Beta", "03.02.2026", "7"]]
    assert sniff(["".join([delimiter.join(row), "\n"]) for row in rows]) == delimiter


def test_decimal_commas_and_joined_ids_dont_look_like_delimiters() -> None:
    assert sniff(lines("Kunde;Betrag\nAcme;1.234,50\nBeta;3,20\n")) == ";"
    assert sniff(lines('Record ID,Deal Name,Associated Company IDs\n1,"Film, trays","7;8"\n2,Lids,"8;9"\n')) == ","


def test_a_title_above_and_a_footer_below_dont_hide_the_delimiter() -> None:
    assert (
        sniff(lines("Umsatzliste, Stand heute\n\nKunde;Betrag\nAcme;1\nBeta;2\nGamma;3\n\nErstellt von Ruth\n")) == ";"
    )


def test_excels_own_word_on_the_delimiter_is_taken() -> None:
    grid = read_text(b"sep=|\r\nKunde|Datum\r\nAcme|2026-01-01\r\n", "f.csv")
    assert [row.line for row in grid.rows] == [2, 3]
    assert grid.rows[1].cells == ["Acme", "2026-01-01"]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_quoted_line_breaks_keep_the_line_numbers_right(end: str) -> None:
    text = end.join(["Client,Notes", 'Acme,"one', 'two"', "", "Beta,three", ""])
    grid = read_text(text.encode(), "f.csv")
    assert [(row.line, row.cells[0]) for row in grid.rows] == [(1, "Client"), (2, "Acme"), (5, "Beta")]
    assert grid.rows[1].cells[1] == f"one{end}two"


def test_a_quotation_mark_that_is_never_closed_costs_one_line() -> None:
    rows, flaws = cut(lines('a,b\n1,"open\n2,fine\n3,fine\n'), ",")
    assert [row.cells for row in rows] == [["a", "b"], ["2", "fine"], ["3", "fine"]]
    assert [(flaw.line, flaw.text) for flaw in flaws] == [(2, '1,"open')]


def test_a_quotation_mark_in_the_wrong_place_costs_one_line() -> None:
    rows, flaws = cut(lines('a,b\n1,"The "best" client"\n2,fine\n'), ",")
    assert [row.line for row in rows] == [1, 3]
    assert [flaw.line for flaw in flaws] == [2]


def test_thousands_of_stray_marks_are_no_export() -> None:
    with pytest.raises(SourceUnreadable, match="quotation marks stand where none should"):
        read_text(b"a,b\n" + b'1,"x"y"\n' * (MOST_FLAWS + 5), "f.csv")


@pytest.mark.parametrize("data", [b"", b"\n\n", b"\xef\xbb\xbf"])
def test_an_empty_file(data: bytes) -> None:
    with pytest.raises(SourceUnreadable, match=r"f\.csv is empty. Export it again"):
        read_text(data, "f.csv")


@given(st.text(alphabet=st.sampled_from('a1,";\n\r'), max_size=60))
@settings(deadline=None)
def test_every_line_ends_up_somewhere(text: str) -> None:
    found = lines(text.replace("\r", "\n"))
    rows, flaws = cut(found, ",")
    begun = [row.line for row in rows] + [flaw.line for flaw in flaws]
    assert len(set(begun)) == len(begun)
    assert "".join(str(cell) for row in rows for cell in row.cells).count("a") + sum(
        flaw.text.count("a") for flaw in flaws
    ) == text.count("a")
