"""Pictures that follow a plan, from a process and a thread of their own."""

from __future__ import annotations

import threading
from collections.abc import Callable
from queue import Queue

import pytest

from clientplan.errors import ClientPlanError, DoesNotFit
from clientplan.live_preview import Kind, LivePreview
from clientplan.plan.plan import Plan
from clientplan.plan.words import Edition
from clientplan.render.live import Look
from clientplan.workspace import Workspace

WAIT = 60  # seconds, on a busy machine
NAME = "harrow-and-finch-2026-04"


@pytest.fixture
def seen() -> Queue[Look | ClientPlanError]:
    return Queue()


def renamed(plan: Plan, name: str) -> Plan:
    first, *others = plan.objectives
    return plan.replace(objectives=(first.replace(words=name), *others))


def test_it_shows_each_change_and_what_is_wrong(
    sample_workspace: Workspace, seen: Queue[Look | ClientPlanError]
) -> None:
    plan = sample_workspace.store.load(NAME).plan
    preview = LivePreview(sample_workspace, seen.put, Kind(Edition.INTERNAL))
    try:
        preview.update(plan)
        first = seen.get(timeout=WAIT)
        assert isinstance(first, Look)
        assert [picture[:4] for picture in first.pictures] == [b"\x89PNG", b"\x89PNG"]
        preview.update(renamed(plan, "Line 2 gains 300 hours."))
        second = seen.get(timeout=WAIT)
        assert isinstance(second, Look)
        assert second.changed == (0,)
        many = tuple(plan.actions[-1].replace(id=f"b{number}") for number in range(90))
        preview.update(plan.replace(actions=(*plan.actions, *many)))
        assert isinstance(seen.get(timeout=WAIT), DoesNotFit)
        preview._process._process.kill()
        preview.update(plan)
        assert isinstance(seen.get(timeout=WAIT), Look)
    finally:
        preview.close()


def test_typing_never_waits_and_of_many_changes_only_the_last_is_shown(
    sample_workspace: Workspace, monkeypatch: pytest.MonkeyPatch, seen: Queue[Look | ClientPlanError]
) -> None:
    plan = sample_workspace.store.load(NAME).plan
    hold, started, asked = threading.Event(), threading.Event(), []

    def look(_: LivePreview, asked_for: Plan) -> Look:
        asked.append(asked_for.objectives[0].words)
        started.set()
        assert hold.wait(WAIT)
        return Look((), (), 0.0, 2)

    monkeypatch.setattr(LivePreview, "_look", look)
    preview = LivePreview(sample_workspace, seen.put)
    try:
        preview.update(plan)
        assert started.wait(WAIT)
        for number in range(5):
            preview.update(renamed(plan, f"change {number}"))  # would never return if it waited
        hold.set()
        assert isinstance(seen.get(timeout=WAIT), Look)
        assert isinstance(seen.get(timeout=WAIT), Look)
    finally:
        preview.close()
    assert asked == [plan.objectives[0].words, "change 4"]


def test_a_pack_of_somebody_elses_is_shown_through_its_own_process(
    sample_workspace: Workspace, seen: Queue[Look | ClientPlanError], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = sample_workspace.templates / "two-page"
    folder.mkdir()
    (folder / "style.css").write_text("h1 { color: #aa0000 }", encoding="utf-8")
    refuse: Callable[..., Look] = lambda *_: pytest.fail("it went to the process for our own packs")  # noqa: E731
    monkeypatch.setattr("clientplan.render.ahead.Ahead.look", refuse)
    preview = LivePreview(sample_workspace, seen.put)
    try:
        preview.update(sample_workspace.store.load(NAME).plan)
        look = seen.get(timeout=WAIT)
    finally:
        preview.close()
    assert isinstance(look, Look)
    assert len(look.pictures) == 2
