from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from clientplan.errors import SourceUnreadable, StoreError
from clientplan.intake import exports, keep, take_in
from clientplan.workspace import Workspace

GOOD = "Client,Date,Amount,Currency\nHarrow,2026-02-01,12.50,GBP\n"


def export(folder: Path, name: str, text: str = GOOD, modified: float = 1_780_000_000) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_text(text, encoding="utf-8")
    os.utime(path, (modified, modified))
    return path


def revenue(workspace: Workspace) -> list[str]:
    return (workspace.data / "revenue.csv").read_text(encoding="utf-8").splitlines()[1:]


def test_the_original_is_kept_and_the_tables_are_made(empty_workspace: Workspace, tmp_path: Path) -> None:
    original = export(tmp_path / "downloads", "orders.csv")
    take_in(empty_workspace, [original])
    assert (empty_workspace.incoming / "orders.csv").read_bytes() == original.read_bytes()
    assert len(revenue(empty_workspace)) == 1


def test_taking_in_the_same_file_again_changes_nothing(empty_workspace: Workspace, tmp_path: Path) -> None:
    original = export(tmp_path / "downloads", "orders.csv")
    for _ in range(3):
        take_in(empty_workspace, [original])
    assert [path.name for path in exports(empty_workspace)] == ["orders.csv"]
    assert len(revenue(empty_workspace)) == 1


def test_a_file_that_held_nothing_is_not_kept_and_its_better_self_is(
    empty_workspace: Workspace, tmp_path: Path
) -> None:
    take_in(empty_workspace, [export(tmp_path, "orders.csv")])
    bad = export(tmp_path, "more.csv", "")
    report = take_in(empty_workspace, [bad]).report
    assert any("more.csv" in failure for failure in report.failures)
    assert [path.name for path in exports(empty_workspace)] == ["orders.csv"]
    report = take_in(empty_workspace, [export(tmp_path, "more.csv", GOOD.replace("02-01", "03-01"))]).report
    assert report.failures == []
    assert [path.name for path in exports(empty_workspace)] == ["more.csv", "orders.csv"]


def test_nothing_readable_at_all_leaves_the_folder_as_it_was(empty_workspace: Workspace, tmp_path: Path) -> None:
    with pytest.raises(SourceUnreadable, match=r"bad\.csv"):
        take_in(empty_workspace, [export(tmp_path, "bad.csv", "")])
    assert exports(empty_workspace) == []


def test_of_a_folder_only_tables_are_taken_and_none_from_deeper(empty_workspace: Workspace, tmp_path: Path) -> None:
    downloads = tmp_path / "downloads"
    export(downloads, "orders.csv")
    export(downloads, "holiday.mp4", "x")
    export(downloads / "deeper", "others.csv")
    take_in(empty_workspace, [downloads])
    assert [path.name for path in exports(empty_workspace)] == ["orders.csv"]


def test_the_newer_export_comes_last_and_so_does_the_higher_number(empty_workspace: Workspace) -> None:
    for name in ("report-10.csv", "report-2.csv", "report.csv"):
        export(empty_workspace.incoming, name)
    export(empty_workspace.incoming, "older.csv", modified=1_700_000_000)
    names = [path.name for path in exports(empty_workspace)]
    assert names == ["older.csv", "report.csv", "report-2.csv", "report-10.csv"]


def test_a_name_that_is_taken_gets_a_number(empty_workspace: Workspace, tmp_path: Path) -> None:
    first = keep(export(tmp_path / "1", "report.csv"), empty_workspace.incoming)
    second = keep(export(tmp_path / "2", "report.csv", GOOD + GOOD), empty_workspace.incoming)
    assert (first.name, second.name) == ("report.csv", "report-2.csv")


def test_a_folder_that_cannot_be_written_is_a_sentence(
    empty_workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_given: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(shutil, "copy2", refused)
    with pytest.raises(StoreError, match=r"orders\.csv can't be copied .*: Permission denied"):
        take_in(empty_workspace, [export(tmp_path, "orders.csv")])


def test_a_file_that_is_not_there_is_told_before_anything_is_copied(empty_workspace: Workspace, tmp_path: Path) -> None:
    with pytest.raises(SourceUnreadable, match="there is no such file"):
        take_in(empty_workspace, [export(tmp_path, "orders.csv"), tmp_path / "ordres.csv"])
    assert exports(empty_workspace) == []
