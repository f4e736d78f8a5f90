from __future__ import annotations

import json
from pathlib import Path

import pytest

from clientplan.workspace import Workspace


def test_the_sample_is_collected_and_reported(
    clientplan, sample_workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(sample_workspace.folder)
    files = sorted(sample_workspace.incoming.iterdir())
    done = clientplan("collect", *files)
    assert done.status == 0, done.err
    assert "salesforce-accounts.csv" in done.out
    tables = {path.stem for path in sample_workspace.data.glob("*.csv")}
    assert {"clients", "revenue", "activities", "people", "opportunities"} <= tables


class TestBadInput:
    """What can't be read gets a sentence with the file and the remedy, and what was there before stays."""

    @pytest.fixture(autouse=True)
    def _inside(self, empty_workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.chdir(empty_workspace.folder)

    @pytest.mark.parametrize(
        ("content", "words"),
        [
            (b"", "empty"),
            (b"Stage;Amount\nWon;12\n", "client"),
            (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "bad."),
        ],
    )
    def test_a_file_that_cannot_be_read(self, clientplan, tmp_path: Path, content: bytes, words: str) -> None:
        bad = tmp_path / ("bad.xlsx" if content.startswith(b"\xd0") else "bad.csv")
        bad.write_bytes(content)
        done = clientplan("collect", bad)
        assert done.status == 1
        assert words in done.err
        assert "Traceback" not in done.err

    def test_a_good_file_beside_a_bad_one_is_read(self, clientplan, empty_workspace: Workspace, tmp_path: Path) -> None:
        (tmp_path / "good.csv").write_text("Client,Date,Amount,Currency\nHarrow,2026-02-01,12.50,GBP\n")
        (tmp_path / "bad.csv").write_text("")
        done = clientplan("collect", tmp_path / "good.csv", tmp_path / "bad.csv")
        assert done.status == 1
        assert "bad.csv" in done.out + done.err
        assert (
            "Harrow"
            in (empty_workspace.data / "revenue.csv").read_text() + (empty_workspace.data / "clients.csv").read_text()
        )

    def test_a_file_that_is_not_there(self, clientplan, tmp_path: Path) -> None:
        done = clientplan("collect", tmp_path / "nothing.csv")
        assert done.status == 1
        assert "there is no such file" in done.err

    def test_two_exports_of_one_name_are_both_kept(
        self, clientplan, empty_workspace: Workspace, tmp_path: Path
    ) -> None:
        for month in (1, 2):
            (tmp_path / str(month)).mkdir()
            export = tmp_path / str(month) / "report.csv"
            export.write_text(f"Client,Date,Amount,Currency\nHarrow,2026-0{month}-01,12.50,GBP\n")
            assert clientplan("collect", export).status == 0
        assert {path.name for path in empty_workspace.incoming.iterdir()} == {"report.csv", "report-2.csv"}
        done = clientplan("collect", "--json", empty_workspace.incoming)
        assert json.loads(done.out)
        assert len((empty_workspace.data / "revenue.csv").read_text().splitlines()) == 3
