"""The panel over the history: undo, redo, what changed since, and going back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest

from clientplan.forms.desk import Desk
from clientplan.forms.history import MONDAY, NOTHING_YET, WORDS, YESTERDAY, HistoryPanel
from clientplan.forms.phase import PhaseForm
from clientplan.plan.plan import Client, Plan
from clientplan.store.history import History
from clientplan.workspace import Workspace


@pytest.fixture
def now(monkeypatch: pytest.MonkeyPatch) -> Callable[[datetime], None]:
    """What the clock of every history says from now on."""

    made = History.__init__

    def use(when: datetime) -> None:
        monkeypatch.setattr(History, "__init__", lambda self, folder: made(self, folder, lambda: when))

    return use


@pytest.fixture
def desk(empty_workspace: Workspace, now: Callable[[datetime], None]) -> Desk:
    """A plan that was begun on the Friday before, and edited on Monday and on Tuesday at noon, which is today."""
    tuesday = datetime(2026, 9, 15, 12, tzinfo=UTC)
    workspace = empty_workspace.on(tuesday.date())
    now(tuesday - timedelta(days=4))
    name = workspace.new_plan(Client(name="Harrow Foods")).name
    for when, who in ((tuesday - timedelta(days=1), "Ruth"), (tuesday, "Ines")):
        now(when)
        store = workspace.store
        stored = store.load(name)
        store.save(stored, stored.plan.replace(manager=who))
    return Desk(workspace)


def changes(panel: HistoryPanel) -> str:
    return str(panel._changes.value)


def steps(panel: HistoryPanel) -> str:
    return str(panel._steps.value)


def labels(panel: HistoryPanel) -> list[str]:
    return [label for label, _ in panel.since.widget.options]


def test_it_begins_with_what_changed_since_monday(desk: Desk) -> None:
    panel = HistoryPanel(desk)
    assert panel.since.value == MONDAY
    assert "relationship manager: open → “Ines”" in changes(panel)
    assert labels(panel)[:3] == ["Monday, 14 September", "Yesterday, 14 September", labels(panel)[2]]
    assert labels(panel)[2].startswith("Tuesday, 15 September 2026, ")
    assert len(labels(panel)) == 5


def test_what_changed_since_yesterday_and_since_a_version(desk: Desk) -> None:
    panel = HistoryPanel(desk)
    panel.since.widget.value = YESTERDAY
    assert "“Ruth” → “Ines”" in changes(panel)
    panel.since.widget.value = panel.since.widget.options[2][1]
    assert "Nothing has changed since" in changes(panel)
    assert "Since Tuesday, 15 September 2026" in changes(panel)


def test_undo_and_redo_say_what_they_do(desk: Desk, filed: Callable[[Desk], Plan]) -> None:
    panel = HistoryPanel(desk)
    assert "Undo takes back: relationship manager: “Ruth” → “Ines”" in steps(panel)
    assert (panel.undo.disabled, panel.redo.disabled) == (False, True)
    panel.undo.click()
    assert filed(desk).manager == "Ruth"
    assert panel.status.words == "Undone: relationship manager: “Ruth” → “Ines”"
    assert "Redo brings back: relationship manager: “Ruth” → “Ines”" in steps(panel)
    panel.undo.click()
    assert panel.undo.disabled
    panel.redo.click()
    panel.redo.click()
    assert filed(desk).manager == "Ines"
    assert panel.redo.disabled


def test_typing_in_another_form_is_a_step(desk: Desk, filed: Callable[[Desk], Plan]) -> None:
    panel, form = HistoryPanel(desk), PhaseForm(desk)
    form.phase.boxes["phase_reason"].widget.value = "Two stops"
    assert "why this phase: open → “Two stops”" in steps(panel)
    assert "why this phase: open → “Two stops”" in changes(panel)
    panel.undo.click()
    assert filed(desk).phase_reason is None
    assert form.phase.boxes["phase_reason"].value is None


def test_going_back_and_thinking_better_of_it(desk: Desk, filed: Callable[[Desk], Plan]) -> None:
    panel = HistoryPanel(desk)
    first = panel.since.widget.options[-1][1]
    panel.since.widget.value = first
    panel.back.click()
    assert filed(desk).manager is None
    assert panel.status.words.startswith("The plan is as it was Friday, 11 September 2026, ")
    panel.status.button.click()
    assert filed(desk).manager == "Ines"


def test_another_notebooks_save_isnt_lost(desk: Desk, filed: Callable[[Desk], Plan]) -> None:
    panel, other = HistoryPanel(desk), Desk(desk.workspace)
    assert other.document is not None
    other.document.edit(manager="Olu")
    for button in (panel.undo, panel.back):
        button.click()
        assert "changed" in panel.status.words
        assert filed(desk).manager == "Olu"


def test_a_version_that_cant_be_read_says_so(desk: Desk) -> None:
    panel = HistoryPanel(desk)
    panel._states[1].file.write_bytes(b"torn")
    panel.since.widget.value = YESTERDAY
    assert "wasn&#x27;t kept whole" in changes(panel)
    assert panel.back.disabled


def test_a_plan_without_a_history_says_when_it_begins(fresh_desk: Desk) -> None:
    assert fresh_desk.document is not None
    for state in fresh_desk.workspace.store.history.states(fresh_desk.document.name):
        state.file.unlink()
    panel = HistoryPanel(fresh_desk)
    assert NOTHING_YET in changes(panel)
    assert panel.back.disabled
    fresh_desk.document.edit(manager="Ruth")
    assert "relationship manager: open → “Ruth”" in changes(panel)
    assert not panel.back.disabled


def test_without_a_plan_it_says_where_to_begin(bare_desk: Desk) -> None:
    assert HistoryPanel(bare_desk).words() == "No client is chosen yet."


def test_its_words_are_the_same_on_every_machine(desk: Desk) -> None:
    assert HistoryPanel(desk).words() == WORDS


def test_another_plan_has_a_history_of_its_own(desk: Desk) -> None:
    panel = HistoryPanel(desk)
    other = desk.workspace.new_plan(Client(name="Möhrlin"))
    panel.since.widget.value = panel.since.widget.options[-1][1]
    desk.choose(other.name)
    assert panel.since.value == MONDAY
    assert "Nothing has changed since" in changes(panel)
    assert panel.undo.disabled
