"""What the whole suite shares: plans to start from, and a workspace in a folder of the test's own."""

from __future__ import annotations

import importlib.util
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import settings

from clientplan.plan.plan import Plan
from clientplan.plan.reading import read
from clientplan.settings import FILE
from clientplan.workspace import ENVIRONMENT, Workspace

settings.register_profile("busy", deadline=None)  # how long an example takes says nothing on a busy machine
settings.load_profile("busy")

TODAY = date(2026, 9, 15)  # the day on which the sample portfolio stands still

SMALL = """\
schema: 1
client:
  name: Harrow Foods
period:
  first: 2026-01-01
  last: 2026-12-31
phase: maintenance
manager: Ruth Adeyemi
"""


@pytest.fixture(autouse=True)
def _no_workspace_from_outside(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(ENVIRONMENT, raising=False)


@pytest.fixture(autouse=True)
def _nothing_begun_ahead() -> Iterator[None]:
    """A command begins a process to print in, which would print for the tests that follow too."""
    yield
    if ahead := sys.modules.get("clientplan.render.ahead"):
        ahead.end()


@pytest.fixture
def small_plan() -> Plan:
    return read(SMALL)


@pytest.fixture
def empty_workspace(tmp_path: Path) -> Workspace:
    return Workspace.create(tmp_path / "workspace")


@pytest.fixture
def sample_workspace(tmp_path: Path) -> Workspace:
    return Workspace.create(tmp_path / "sample", sample=True)


@pytest.fixture(scope="session")
def sample_read(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """The sample with its exports read, once for all tests: nothing may be written in it."""
    from clientplan.intake import take_in  # pandas loads here

    workspace = Workspace.create(tmp_path_factory.mktemp("read") / "sample", sample=True)
    take_in(workspace)
    return workspace


@pytest.fixture
def collected_sample(sample_read: Workspace, tmp_path: Path) -> Workspace:
    """A copy of it, of the test's own."""
    return Workspace.open(Path(shutil.copytree(sample_read.folder, tmp_path / "collected")))


@pytest.fixture
def workspace_with(tmp_path: Path) -> Callable[..., Workspace]:
    """A workspace that stands on the sample's day, with these plans, and these exports (name to CSV) read."""

    def made(settings: str = "", *, plans: Iterable[Plan] = (), **exports: str) -> Workspace:
        from clientplan.intake import take_in

        folder = Workspace.create(tmp_path / "made").folder
        (folder / FILE).write_text(f"today = {TODAY}\n{settings}", encoding="utf-8")
        workspace = Workspace.open(folder)
        for plan in plans:
            workspace.store.create(plan)
        for name, text in exports.items():
            (workspace.incoming / f"{name}.csv").write_text(text, encoding="utf-8")
        if exports:
            take_in(workspace)
        return workspace

    return made


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """The address of a database that is there for one process of the tests; each of them starts its own."""
    spec = importlib.util.spec_from_file_location("postgres_server", Path(__file__).with_name("postgres_server.py"))
    assert spec is not None
    assert spec.loader is not None
    server = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(server)
    try:
        with server.running() as url:
            yield url
    except server.Unavailable as reason:
        pytest.skip(str(reason))
