from __future__ import annotations

import subprocess
import zipfile
from datetime import date, datetime
from pathlib import Path

import pytest
import xlsxwriter

from clientplan.collect import xlsx_archive, xlsx_child, xlsx_source
from clientplan.collect.read import read
from clientplan.collect.xlsx_source import read_workbook
from clientplan.errors import SourceUnreadable

TODAY = date(2026, 9, 15)


def test_a_workbook_of_several_sheets_with_titles_above_the_headers(workbook, plain) -> None:
    path = workbook(
        "Liste.xlsx",
        {
            "Kunden": [["Kundenliste"], [], ["Kundennummer", "Kunde", "Land"], [1042, "Müller GmbH", "DE"]],
            "Umsatz": [
                ["Kundennummer", "Datum", "Betrag (EUR)"],
                [1042, date(2026, 3, 4), 1234.5],
                ["1042", "05.03.2026", "1.234,50"],
            ],
            "Legende": [["Farbe", "Bedeutung"], ["rot", "offen"]],
            "Leer": [],
        },
    )
    found = read([path], today=TODAY)
    assert found.tables["clients"][["client_id", "name", "source"]].to_numpy().tolist() == [
        ["1042", "Müller GmbH", "Liste.xlsx[Kunden]:4"]
    ]
    revenue = found.tables["revenue"]
    assert revenue["client_id"].tolist() == ["1042", "1042"]
    assert plain(revenue["date"]) == ["2026-03-04", "2026-03-05"]
    assert plain(revenue["amount"]) == [1234.5, 1234.5]
    assert found.report.failures == []
    assert [note.split(":")[0].split(" ")[0] for note in found.report.notes] == [
        "Liste.xlsx[Legende]",
        "Liste.xlsx[Leer]",
    ]


def test_hidden_sheets_are_read_and_named(workbook) -> None:
    path = workbook("a.xlsx", {"Offen": [["Client"], ["A"]], "Alt": [["Client"], ["B"]]}, hidden=("Alt",))
    found = read([path], today=TODAY)
    assert {file.sheet: file.notes for file in found.report.files} == {
        "Offen": [],
        "Alt": ["this sheet is hidden in the workbook; it was read like the others"],
    }


def test_cells_keep_what_they_are(tmp_path: Path) -> None:
    with xlsxwriter.Workbook(tmp_path / "a.xlsx") as book:
        sheet = book.add_worksheet()
        day, time, span = (
            book.add_format({"num_format": form}) for form in ("dd.mm.yyyy", "dd.mm.yyyy hh:mm", "[h]:mm")
        )
        sheet.write_row(1, 1, ["text", 1.5, 7, True])
        sheet.write_datetime(2, 0, datetime(2026, 3, 4), day)  # noqa: DTZ001 - Excel's dates have no zone
        sheet.write_datetime(2, 1, datetime(2026, 3, 4, 10, 15), time)  # noqa: DTZ001
        sheet.write_number(2, 2, 1.5 / 24, span)
        sheet.write_formula(2, 3, "=1+1", None, 2)
        sheet.write_formula(2, 4, "=1/0", None, "#DIV/0!")
    (grid,) = read_workbook(tmp_path / "a.xlsx", "a.xlsx")
    assert [(row.line, row.cells) for row in grid.rows] == [
        (2, ["", "text", 1.5, 7.0, "TRUE"]),
        (3, ["2026-03-04", "2026-03-04 10:15:00", "1:30:00", 2.0]),
    ]


def test_a_day_number_without_a_date_format_is_not_guessed_at(workbook) -> None:
    path = workbook("a.xlsx", {"S": [["Client", "Date", "Amount"], ["A", 45306, 5], ["A", date(2026, 1, 1), 5]]})
    found = read([path], today=TODAY)
    assert [(one.line, one.value, one.reason) for one in found.report.set_aside] == [
        (2, "45306", "is a number and no date: give its column a date format in Excel")
    ]


def ole(stream: str) -> bytes:
    """The header of Excel's old container, and the directory entry of one stream."""
    return bytes.fromhex("D0CF11E0A1B11AE1") + bytes(504) + stream.encode("utf-16-le") + bytes(512)


def test_a_password_gets_a_sentence(export) -> None:
    with pytest.raises(SourceUnreadable, match=r"secret\.xlsx has a password. Open it in Excel, take the password off"):
        read([export("secret.xlsx", ole("EncryptedPackage"))])


def test_excels_old_format_gets_a_sentence(export) -> None:
    with pytest.raises(SourceUnreadable, match=r"a\.xls is in Excel's old format.*save it as \.xlsx"):
        read([export("a.xls", ole("Workbook"))])


def archive(path: Path, parts: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in {"xl/workbook.xml": b"<workbook/>", **parts}.items():
            made.writestr(name, data)
    return path


@pytest.mark.parametrize(
    ("parts", "sentence"),
    [
        (
            {"xl/a.xml": b"0" * 5_000_000},
            r"is too large: it unpacks to [\d,]+ times its size, and 100 times is the most",
        ),
        ({f"xl/{number}.xml": b"" for number in range(2_100)}, "is too large: 2,101 parts, and 2,000 is the most"),
        ({"../../evil.xml": b""}, "isn't a workbook that Excel wrote"),
        ({"/etc/evil.xml": b""}, "isn't a workbook that Excel wrote"),
        ({"C:\\evil.xml": b""}, "isn't a workbook that Excel wrote"),
        ({}, "is damaged, or no Excel workbook at all"),
    ],
)
def test_archives_that_are_traps(tmp_path: Path, parts: dict[str, bytes], sentence: str) -> None:
    with pytest.raises(SourceUnreadable, match=sentence):
        read_workbook(archive(tmp_path / "a.xlsx", parts), "a.xlsx")


def test_an_archive_that_expands_beyond_all_measure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xlsx_archive, "MOST_EXPANDED", 1_000_000)
    with pytest.raises(SourceUnreadable, match="2 MB unpacked, and 1 MB is the most"):
        read_workbook(archive(tmp_path / "a.xlsx", {"xl/a.xml": b"0" * 2_000_000}), "a.xlsx")


def test_a_link_in_the_archive(tmp_path: Path) -> None:
    link = zipfile.ZipInfo("xl/link.xml")
    link.external_attr = 0o120777 << 16
    with zipfile.ZipFile(tmp_path / "a.xlsx", "w") as made:
        made.writestr(link, "/etc/passwd")
    with pytest.raises(SourceUnreadable, match="isn't a workbook that Excel wrote"):
        read_workbook(tmp_path / "a.xlsx", "a.xlsx")


def test_another_kind_of_zip(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.xlsx", "w") as made:
        made.writestr("clients.csv", "Client\nA\n")
    with pytest.raises(SourceUnreadable, match=r"is a ZIP file, but no Excel workbook\. Unpack it"):
        read_workbook(tmp_path / "a.xlsx", "a.xlsx")


def test_a_torn_file(workbook, export) -> None:
    whole = workbook("a.xlsx", {"S": [["Client"], ["A"]]}).read_bytes()
    with pytest.raises(SourceUnreadable, match=r"b\.xlsx is damaged, or no Excel workbook at all"):
        read([export("b.xlsx", whole[: len(whole) // 2])])


def test_a_cell_far_out_is_refused_before_it_fills_the_memory(tmp_path: Path) -> None:
    with xlsxwriter.Workbook(tmp_path / "a.xlsx") as book:
        sheet = book.add_worksheet("S")
        sheet.write(0, 0, "Client")
        sheet.write(1_048_575, 16_383, "far")
    with pytest.raises(SourceUnreadable, match=r"a\.xlsx is too large: it needs more than 2 GB of memory"):
        read_workbook(tmp_path / "a.xlsx", "a.xlsx")


def test_too_many_columns(workbook) -> None:
    path = workbook("a.xlsx", {"S": [["x"] * (xlsx_child.MOST_COLUMNS + 1)]})
    with pytest.raises(SourceUnreadable, match=r"sheet “S” has 1 rows and 1,001 columns\. Delete what lies outside"):
        read_workbook(path, "a.xlsx")


def test_a_child_that_takes_too_long_is_ended(workbook) -> None:
    path = workbook("a.xlsx", {"S": [["Client"], ["A"]]})
    with pytest.raises(SourceUnreadable, match="it took more than 0 seconds to read"):
        read_workbook(path, "a.xlsx", patience=0.001)


def test_our_own_fault_in_the_child_keeps_its_traceback(
    workbook, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    broken = tmp_path / "broken.py"
    broken.write_text("raise KeyError('ours')")
    monkeypatch.setattr(xlsx_source.xlsx_child, "__file__", str(broken))
    with pytest.raises(RuntimeError, match="KeyError: 'ours'"):
        read_workbook(workbook("a.xlsx", {"S": [["Client"], ["A"]]}), "a.xlsx")


def test_the_child_runs_nothing_that_lies_beside_the_user(
    workbook, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "python_calamine.py").write_text("raise SystemExit('hijacked')")
    (tmp_path / "json.py").write_text("raise SystemExit('hijacked')")
    monkeypatch.chdir(tmp_path)
    (grid,) = read_workbook(workbook("a.xlsx", {"S": [["Client"], ["A"]]}), "a.xlsx")
    assert len(grid.rows) == 2


def test_nothing_beside_the_childs_own_file_takes_a_librarys_place(
    workbook, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "numbers.py").write_text("raise SystemExit('hijacked')")
    (tmp_path / "child.py").write_text('import numbers; print(\'{"sheet": "S", "hidden": false}\')')
    monkeypatch.setattr(xlsx_source.xlsx_child, "__file__", str(tmp_path / "child.py"))
    (grid,) = read_workbook(workbook("a.xlsx", {"S": [["Client"], ["A"]]}), "a.xlsx")
    assert grid.sheet == "S"


def test_the_limits_hold_in_the_child_itself(workbook) -> None:
    """Where the platform has them."""
    pytest.importorskip("resource")
    path = workbook("a.xlsx", {"S": [["Client"]]})
    code = (
        f"import runpy, resource, sys; sys.argv = ['child', {str(path)!r}]; "
        f"runpy.run_path({xlsx_child.__file__!r}, run_name='__main__'); "
        "print(resource.getrlimit(resource.RLIMIT_AS)[0])"
    )
    done = subprocess.run([xlsx_source.sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == str(xlsx_child.MOST_MEMORY)
