"""Desks to lay forms on, and a net under every callback."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import UTC, datetime

import pytest

from clientplan.checks import Finding, Fix, Severity
from clientplan.checks.places import subject
from clientplan.checks.rule import Said
from clientplan.errors import StoreError
from clientplan.forms.desk import Desk
from clientplan.plan.plan import Client, Plan
from clientplan.workspace import Workspace

Path = tuple[str | int, ...]
Say = Callable[..., None]


class _Net(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.caught: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.caught.append(record)


@pytest.fixture(autouse=True)
def swallowed() -> Iterator[list[logging.LogRecord]]:
    """What a callback raised and the widget library or our guard kept from us: nothing, unless a test clears it."""
    net = _Net()
    loggers = [logging.getLogger(name) for name in ("traitlets", "ipywidgets", "clientplan.forms")]
    for logger in loggers:
        logger.addHandler(net)
    yield net.caught
    for logger in loggers:
        logger.removeHandler(net)
    assert not [record.getMessage() + str(record.exc_info) for record in net.caught]


def two_past_three() -> datetime:
    return datetime(2026, 9, 15, 15, 2, tzinfo=UTC)


@pytest.fixture
def desk(sample_workspace: Workspace) -> Desk:
    """The sample portfolio, with its first plan open."""
    return Desk(sample_workspace, two_past_three)


@pytest.fixture
def bare_desk(empty_workspace: Workspace) -> Desk:
    """A workspace without a plan."""
    return Desk(empty_workspace, two_past_three)


@pytest.fixture
def fresh_desk(empty_workspace: Workspace) -> Desk:
    """A plan that was only just begun."""
    empty_workspace.new_plan(Client(name="Harrow Foods"))
    return Desk(empty_workspace, two_past_three)


@pytest.fixture
def filed() -> Callable[[Desk], Plan]:
    """The plan as its file has it."""

    def read(desk: Desk) -> Plan:
        assert desk.document is not None
        return desk.workspace.store.load(desk.document.name).plan

    return read


@pytest.fixture
def say(monkeypatch: pytest.MonkeyPatch) -> Say:
    """What the checks find from now on: a word at each of these places, whatever the rules are."""

    def use(*paths: Path, fix: Fix | None = None) -> None:
        def findings(desk: Desk) -> list[Finding]:
            assert desk.document is not None
            return [one for path in paths for one in _found(desk.document.plan, path, fix)]

        monkeypatch.setattr(Desk, "findings", findings)

    return use


def _found(plan: Plan, path: Path, fix: Fix | None) -> Iterator[Finding]:
    """A finding at this place, where the plan has it."""
    with suppress(LookupError, TypeError):
        message = str(Said("{about}: look here.", about=subject(plan, path)))
        yield Finding("CP402", "a-name", Severity.ERROR, path, "place", message, fix)


@pytest.fixture
def full_disk() -> Iterator[pytest.MonkeyPatch]:
    """Nothing can be written until it is undone."""

    def refuse(_path: object, _data: bytes) -> None:
        raise StoreError("Not saved: the disk is full")

    with pytest.MonkeyPatch.context() as disk:
        disk.setattr("clientplan.store.folder.write_atomically", refuse)
        yield disk
