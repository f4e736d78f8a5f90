"""The small programs that work through foreign files: what they get, and how they end."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from clientplan.render import limits, program, watching

HEAD = "from clientplan.render.program import answer\n"
WORKS = {
    "echoes": "lambda given: ('said', given[::-1])",
    "fails": "lambda given: 1 / 0",
    "busy": "lambda given: [0 for _ in iter(int, 1)]",
    "asleep": "lambda given: __import__('time').sleep(60)",
    "hungry": "lambda given: ('said', bytes(10 ** 10))",
    "tells": "lambda given: ('said', repr(dict(__import__('os').environ)).encode())",
    "dies": "lambda given: __import__('os').abort()",
}


@pytest.fixture(autouse=True)
def _programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, work in WORKS.items():
        (tmp_path / f"{name}.py").write_text(f"{HEAD}answer({work})\n", encoding="utf-8")
    monkeypatch.setenv("PYTHONPATH", ":".join([str(tmp_path), *sys.path]))


def test_a_word_and_bytes() -> None:
    assert program.ask("echoes", b"abc\n") == ("said", b"\ncba")


def test_more_than_a_pipe_holds() -> None:
    assert program.ask("echoes", bytes(3_000_000)) == ("said", bytes(3_000_000))


def test_its_bug_keeps_its_trace() -> None:
    with pytest.raises(RuntimeError, match=r"(?s)^fails failed:\n.*ZeroDivisionError"):
        program.ask("fails", b"")


def test_memory_is_limited() -> None:
    assert program.ask("hungry", b"") == (watching.MEMORY, b"")


def test_a_library_that_gives_up_mostly_wants_memory() -> None:
    assert program.ask("dies", b"") == (watching.MEMORY, b"")


@pytest.mark.parametrize("name", ["busy", "asleep"])
def test_time_is_limited(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "SECONDS", 1)
    monkeypatch.setattr(program, "_START", 0)
    assert program.ask(name, b"") == (watching.TIME, b"")


def test_nothing_of_our_environment_goes_along(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CRM_TOKEN", "a secret")
    _, told = program.ask("tells", b"")
    assert b"PYTHONPATH" in told
    assert b"secret" not in told
