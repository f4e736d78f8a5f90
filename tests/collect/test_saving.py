from __future__ import annotations

import errno
import os
from pathlib import Path
from typing import TextIO

import pytest

from clientplan import atomic
from clientplan.collect.saving import save_all
from clientplan.errors import StoreError


def say(text: str):
    def write(file: TextIO) -> None:
        file.write(text)

    return write


def test_all_files_are_on_the_disk_before_the_first_is_put_in_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    steps = []
    fsync, replace = os.fsync, Path.replace

    def kind(descriptor: int) -> str:
        return "folder" if Path(f"/proc/self/fd/{descriptor}").is_dir() else "file"

    monkeypatch.setattr(os, "fsync", lambda fd: (steps.append(f"fsync {kind(fd)}"), fsync(fd))[1])
    monkeypatch.setattr(Path, "replace", lambda self, to: (steps.append("rename"), replace(self, to))[1])
    save_all(tmp_path / "data", {"a": say("1"), "b": say("2")})
    assert steps == ["fsync file", "fsync file", "rename", "rename", "fsync folder"]
    assert {path.name: path.read_text() for path in (tmp_path / "data").iterdir()} == {"a": "1", "b": "2"}


def test_a_full_disk_leaves_every_file_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    save_all(tmp_path, {"a": say("old"), "b": say("old")})
    written = []

    def full(_descriptor: int) -> None:
        written.append(1)
        if len(written) == 2:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(atomic.os, "fsync", full)
    with pytest.raises(StoreError, match="weren't saved: No space left on device"):
        save_all(tmp_path, {"a": say("new"), "b": say("new")})
    assert {path.name: path.read_text() for path in tmp_path.iterdir()} == {"a": "old", "b": "old"}


def test_our_own_fault_leaves_nothing_behind(tmp_path: Path) -> None:
    def broken(_file: TextIO) -> None:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        save_all(tmp_path, {"a": say("new"), "b": broken})
    assert list(tmp_path.iterdir()) == []


def test_what_a_crash_left_is_swept(tmp_path: Path) -> None:
    (tmp_path / ".a.123.saving").write_text("half")
    save_all(tmp_path, {"a": say("1")})
    assert [path.name for path in tmp_path.iterdir()] == ["a"]
