"""What an XLSX file may be before anything reads it: it is a ZIP, and a ZIP can be a trap."""

from __future__ import annotations

import stat
import zipfile
from pathlib import PurePosixPath

from clientplan.errors import SourceUnreadable

MEGABYTE = 1_000_000
MOST_BYTES = 50 * MEGABYTE
MOST_MEMBERS = 2_000
MOST_EXPANDED = 300 * MEGABYTE
MOST_RATIO = 100
_EXAMINED = MEGABYTE  # below this, expanded, no ratio does harm


def look(archive: zipfile.ZipFile, file: str, size: int) -> None:
    """Refuses a workbook that is too large, or that tries to be clever.

    Raises:
        SourceUnreadable: with the limit that it passes.
    """
    members = archive.infolist()
    expanded = sum(member.file_size for member in members)
    if len(members) > MOST_MEMBERS:
        raise _refused(file, f"{len(members):,} parts, and {MOST_MEMBERS:,} is the most")
    if expanded > MOST_EXPANDED:
        raise _refused(file, f"{expanded / MEGABYTE:,.0f} MB unpacked, and {MOST_EXPANDED // MEGABYTE} MB is the most")
    if expanded > _EXAMINED and expanded > MOST_RATIO * size:
        raise _refused(file, f"it unpacks to {expanded / size:,.0f} times its size, and {MOST_RATIO} times is the most")
    strange = next((member.filename for member in members if _leads_out(member)), None)
    if strange is not None:
        raise SourceUnreadable(
            f"{file} isn't a workbook that Excel wrote: it holds a part named “{strange}”. Save it again in Excel"
        )
    if "xl/workbook.xml" not in archive.namelist() and "xl/workbook.bin" not in archive.namelist():
        raise SourceUnreadable(
            f"{file} is a ZIP file, but no Excel workbook. Unpack it, and hand in the files that it holds"
        )


def _leads_out(member: zipfile.ZipInfo) -> bool:
    path = PurePosixPath(member.filename.replace("\\", "/"))
    link = stat.S_ISLNK(member.external_attr >> 16)
    return link or path.is_absolute() or ".." in path.parts or ":" in member.filename


def _refused(file: str, why: str) -> SourceUnreadable:
    return SourceUnreadable(f"{file} is too large: {why}. Export fewer columns or a shorter time, or export as CSV")
