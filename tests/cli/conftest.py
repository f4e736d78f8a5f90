from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass

import pytest

from clientplan.cli import main


@dataclass
class Done:
    status: int
    out: str
    err: str

    @property
    def refusal(self) -> str:
        """What was wrong with the call, without the frame around it."""
        return " ".join(self.err.replace("│", " ").split())


@pytest.fixture
def clientplan(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Callable[..., Done]:
    """The command as a person calls it: its exit status, and what it printed."""

    def call(*arguments: object) -> Done:
        monkeypatch.setattr(sys, "argv", ["clientplan", *map(str, arguments)])
        with pytest.raises(SystemExit) as left:
            main()
        printed = capsys.readouterr()
        return Done(left.value.code if isinstance(left.value.code, int) else 0, printed.out, printed.err)

    return call
