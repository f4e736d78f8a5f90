"""What kind of file it is, by its content, and the sheets that it holds."""

from __future__ import annotations

from pathlib import Path

from clientplan.collect.csv_source import read_text
from clientplan.collect.grid import Grid
from clientplan.collect.xlsx_archive import MEGABYTE, MOST_BYTES
from clientplan.collect.xlsx_source import password, read_workbook
from clientplan.errors import SourceUnreadable

MOST_TEXT_BYTES = 200 * MEGABYTE
KNOWN = {".csv", ".tsv", ".tab", ".txt", ".xlsx", ".xlsm", ".xls"}
_OLE = bytes.fromhex("D0CF11E0A1B11AE1")  # Excel's old format, and the wrapping of an encrypted new one
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_ZIP = b"PK\x03\x04"
_MARKUP = (b"<html", b"<!doctype", b"<table", b"<?xml", b"<meta")


def open_source(path: Path, file: str) -> list[Grid]:
    """The sheets of a file; `file` is what messages call it.

    Raises:
        SourceUnreadable: what it is, and how to hand it in instead.
    """
    try:
        return _open(path, file)
    except OSError as error:
        raise SourceUnreadable(
            f"{file} can't be read: {error.strerror}. Close it elsewhere, and look at its rights"
        ) from error


def _open(path: Path, file: str) -> list[Grid]:
    if not path.exists():
        raise SourceUnreadable(f"{file}: there is no such file. Look at the spelling")
    if path.is_dir():
        raise SourceUnreadable(f"{file} is a folder. Hand in the files that are in it")
    if path.suffix.lower() not in KNOWN:
        raise SourceUnreadable(
            f"{file}: {path.suffix or 'a file without an ending'} isn't read here. Export it as CSV or XLSX"
        )
    if not path.is_file():
        raise SourceUnreadable(f"{file} is no ordinary file. Save the export as one, and hand that in")
    size = path.stat().st_size
    with path.open("rb") as opened:
        start = opened.read(512)
    workbook = start.startswith((_ZIP, _OLE))
    most = MOST_BYTES if workbook else MOST_TEXT_BYTES
    if size > most:
        raise SourceUnreadable(
            f"{file} is too large: {size / MEGABYTE:,.0f} MB, and {most // MEGABYTE} MB is the most. "
            "Export a shorter time"
        )
    if start.startswith(_OLE):
        raise password(file) if _ENCRYPTED in path.read_bytes() else _old(file)
    if workbook:
        return read_workbook(path, file)
    if start.lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith(_MARKUP):
        raise SourceUnreadable(f"{file} is a web page, whatever its name says. Open it in Excel and save it as .xlsx")
    return [read_text(path.read_bytes(), file)]


def _old(file: str) -> SourceUnreadable:
    return SourceUnreadable(f"{file} is in Excel's old format. Open it in Excel and save it as .xlsx")
