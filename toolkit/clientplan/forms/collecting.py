"""The second step: exports into the workspace, and what was read of them."""

from __future__ import annotations

import filecmp
import tempfile
from collections.abc import Sequence
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import TYPE_CHECKING, Any

from clientplan.errors import ClientPlanError, SourceUnreadable
from clientplan.forms.desk import Desk
from clientplan.forms.files import Upload, Uploaded
from clientplan.forms.markup import Markup, tag
from clientplan.forms.nodes import Button, Html, Line
from clientplan.forms.panel import Panel
from clientplan.forms.reported import listed, shown

if TYPE_CHECKING:
    from clientplan.collect.report import Report

LARGEST = 8_000_000  # bytes; the server drops a larger message in silence, so larger files go by the folder
NOTHING = "No exports yet. Put CSV or Excel files into data/incoming, or upload them here."


class CollectForm(Panel):
    """Reads everything in data/incoming when it opens, when files are uploaded, and on a click."""

    def __init__(self, desk: Desk) -> None:
        self.upload = Upload(
            "Upload exports",
            ".csv,.txt,.tsv,.xlsx,.xls",
            LARGEST,
            f"Copy it into {desk.workspace.incoming}, then choose Read again",
        )
        self.again = Button("Read again")
        self.sentences: list[str] = []
        self._report = Html()
        super().__init__(desk)
        self.upload.observe(self.guard(self._uploaded))
        self.again.on_click(self.guard(self._read))

    def build(self) -> list[Any]:
        self._read()
        return [
            Html(_where(self.desk.workspace.incoming)),
            Line([self.upload, self.again]),
            self._report,
        ]

    def words(self) -> str:
        return "\n".join(self.sentences)

    def _read(self, _button: Any = None) -> None:
        self._take_in([])

    def _take_in(self, files: list[Path]) -> Report | None:
        """Reads everything, these files too; None where there is nothing that can be read."""
        from clientplan.intake import exports, take_in

        report = None
        try:
            if files or exports(self.desk.workspace):
                report = take_in(self.desk.workspace, files).report
                self.sentences, self._report.value = report.sentences(), shown(report)
            else:
                self.sentences, self._report.value = [NOTHING], tag("p", NOTHING, class_="cp-nothing")
        except SourceUnreadable as error:  # not one file could be read
            self.sentences = str(error).splitlines()
            self._report.value = listed("Not read", self.sentences)
        return report

    def _uploaded(self, uploaded: Sequence[Uploaded]) -> None:
        with tempfile.TemporaryDirectory() as folder:
            files = [_kept(Path(folder), file) for file in uploaded]
            report = self._take_in(files)
            kept = {file.name: self._kept_as(file, report) for file in files} if report else {}
        used = {name for name, here in kept.items() if here}
        if report:
            self._report.value = shown(report, {here for here in kept.values() if here})
        nothing = ", ".join(file.name for file in files if file.name not in used)
        taken = ", ".join(file.name for file in files if file.name in used)
        said = [f"Taken in: {taken}"] if taken else []
        if nothing:
            self.status.failed("\n".join([*said, f"Nothing to take in: {nothing}. The report says why"]))
        else:
            self.status.done("\n".join(said))

    def _kept_as(self, file: Path, report: Report) -> str:
        """What the report calls this upload: it may be kept under a number, or have been there before. "" if unused."""
        incoming = self.desk.workspace.incoming
        kept = (incoming / name for name in {one.file for one in report.files})
        return next((path.name for path in kept if path.is_file() and filecmp.cmp(path, file, shallow=False)), "")


def _kept(folder: Path, file: Uploaded) -> Path:
    """The uploaded file under its own name; a browser may send a whole path."""
    name = PurePosixPath(PureWindowsPath(file.name).name).name
    if name in {"", ".", ".."}:
        raise ClientPlanError(f"“{file.name}” isn't the name of a file. Rename your export, then upload it again")
    path = folder / name
    path.write_bytes(file.content)
    return path


def _where(incoming: Path) -> Markup:
    return tag(
        "p",
        f"Upload files of up to {LARGEST // 1_000_000} MB here, or copy files of any size into ",
        tag("code", str(incoming)),
        " and choose Read again. Your originals stay as they are.",
    )
