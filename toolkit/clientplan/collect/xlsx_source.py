"""Excel workbooks, read in a child process with limits of time and memory."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterable
from pathlib import Path
from typing import IO

from clientplan.collect import xlsx_archive, xlsx_child
from clientplan.collect.grid import Grid, Row
from clientplan.errors import SourceUnreadable

PATIENCE = 120.0  # seconds for one workbook


def read_workbook(path: Path, file: str, patience: float = PATIENCE) -> list[Grid]:
    """One grid a sheet, the hidden ones too; values only, macros and formulas are never run.

    Raises:
        SourceUnreadable: it has a password, is damaged or too large, or took too long.
    """
    _look_inside(path, file)
    with _temporary() as printed, _temporary() as complained:
        try:
            done = subprocess.run(  # noqa: S603 - our own program, with the path as its only argument
                [sys.executable, "-P", str(Path(xlsx_child.__file__).resolve()), str(path.resolve())],
                stdin=subprocess.DEVNULL,
                stdout=printed,
                stderr=complained,
                timeout=patience,
                check=False,
            )
        except subprocess.TimeoutExpired:
            raise _too_much(file, f"it took more than {patience:.0f} seconds to read") from None
        if done.returncode < 0 or done.returncode == xlsx_child.OUT_OF_MEMORY:  # a signal: calamine aborts
            raise _too_much(file, f"it needs more than {xlsx_child.MOST_MEMORY // 10**9} GB of memory to read")
        if done.returncode:
            complained.seek(0)
            raise RuntimeError(f"the reader of {file} failed:\n{complained.read()}")
        printed.seek(0)
        return _grids(printed, file)


def _temporary() -> IO[str]:
    return tempfile.TemporaryFile("w+", encoding="utf-8", errors="replace")


def _look_inside(path: Path, file: str) -> None:
    try:
        with zipfile.ZipFile(path) as archive:
            xlsx_archive.look(archive, file, path.stat().st_size)
    except zipfile.BadZipFile:
        raise _damaged(file) from None


def _grids(lines: Iterable[str], file: str) -> list[Grid]:
    grids: list[Grid] = []
    for line in lines:
        said = json.loads(line)
        if isinstance(said, list):
            grids[-1].rows.append(Row(*said))
        elif "refused" in said:
            raise _refused(said["refused"], said.get("detail", ""), file)
        else:
            notes = ["this sheet is hidden in the workbook; it was read like the others"] if said["hidden"] else []
            grids.append(Grid(file, [], sheet=said["sheet"], notes=notes))
    return grids


def _refused(why: str, detail: str, file: str) -> SourceUnreadable:
    if why == "password":
        return password(file)
    return _too_much(file, detail) if why == "large" else _damaged(file)


def password(file: str) -> SourceUnreadable:
    return SourceUnreadable(
        f"{file} has a password. Open it in Excel, take the password off (File, Info, Protect Workbook), "
        "and save it again"
    )


def _damaged(file: str) -> SourceUnreadable:
    return SourceUnreadable(
        f"{file} is damaged, or no Excel workbook at all. Export it again, or open it in Excel and save it as .xlsx"
    )


def _too_much(file: str, why: str) -> SourceUnreadable:
    return SourceUnreadable(f"{file} is too large: {why}. Delete what lies outside of the table, or export it as CSV")
