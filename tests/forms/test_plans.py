from __future__ import annotations

from datetime import date

import pytest

from clientplan.forms.desk import Desk
from clientplan.forms.plans import PlansPanel
from clientplan.forms.stopped import remember
from clientplan.plan.plan import Client
from clientplan.plan.words import Phase
from clientplan.store.folder import FolderStore

HARROW = "harrow-and-finch-2026-04"


def rows(panel: PlansPanel) -> dict[str, tuple[str, ...]]:
    return {row[0]: row[1:] for row in panel._rows}


def test_each_plan_has_a_line_and_the_open_one_is_the_first(desk: Desk) -> None:
    panel = PlansPanel(desk)
    assert list(rows(panel)) == ["Confiserie Aubrelle", "Harrow & Finch", "Möhrlin Feinkost GmbH"]
    assert rows(panel)["Harrow & Finch"] == ("Build", "Start, Purpose, Objectives, Review", "–", "10 Nov 2026")
    desk.choose(HARROW)
    assert next(iter(rows(panel))) == "Harrow & Finch"


def test_what_is_missing_is_said_with_how_much(desk: Desk) -> None:
    assert desk.document is not None
    desk.document.edit(manager=None, actions=())
    missing = rows(PlansPanel(desk))["Confiserie Aubrelle"][2]
    assert missing.startswith("Start: 1 to mend; Objectives: ")
    assert "Purpose" not in missing


def test_a_review_that_is_overdue_says_for_how_many_days(desk: Desk) -> None:
    assert desk.document is not None
    desk.document.edit(next_review=date(2026, 9, 14))
    found = rows(PlansPanel(desk))["Confiserie Aubrelle"]
    assert found[3] == "14 Sep 2026, 1 day overdue"
    assert "Review: due since 14 Sep 2026" in found[2]
    desk.document.edit(next_review=None)
    assert rows(PlansPanel(desk))["Confiserie Aubrelle"][3] == "no day set"


def test_a_plan_just_begun_misses_everything_but_a_review(fresh_desk: Desk) -> None:
    (found,) = rows(PlansPanel(fresh_desk)).values()
    assert (found[0], found[1]) == ("Open", "–")
    assert "Purpose: not begun; Objectives: not begun" in found[2]
    assert "Review" not in found[2]


def test_a_plan_that_can_not_be_read_is_listed(desk: Desk) -> None:
    desk.workspace.store.path("broken").write_text("schema: 1\nclint: x\n", encoding="utf-8")
    assert rows(PlansPanel(desk))["broken"][2] == "can't be read: choose it to see why"


def test_one_goes_on_where_one_stopped(desk: Desk) -> None:
    remember(desk.workspace, "confiserie-aubrelle-2026-04", "04_objectives")
    panel = PlansPanel(desk)
    assert panel.words().endswith("\nYou stopped in Confiserie Aubrelle. Go on in 5 Objectives")
    assert '<a href="04_objectives.ipynb">5 Objectives</a>' in panel._shown.value
    remember(desk.workspace, HARROW, "03_purpose")
    assert PlansPanel(desk).words().endswith("\nIn Confiserie Aubrelle go on in 5 Objectives")


def test_without_a_place_it_is_what_the_plan_needs_next(desk: Desk) -> None:
    panel = PlansPanel(desk)
    assert panel.words().endswith("Confiserie Aubrelle has all it needs. Look at the page in 6 Plan")
    assert desk.document is not None
    desk.document.edit(phase=None)
    assert panel._way == "Confiserie Aubrelle needs next: 4 Purpose"


def test_it_follows_the_open_plan(desk: Desk) -> None:
    panel = PlansPanel(desk)
    assert desk.document is not None
    desk.document.edit(client=Client(name="Aubrelle"), phase=Phase.MAINTENANCE)
    assert rows(panel)["Aubrelle"][0] == "Maintenance"
    assert "Aubrelle" in panel._shown.value


def test_typing_waits_for_no_other_plan(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    panel = PlansPanel(desk)
    read: list[str] = []
    load = FolderStore.load
    monkeypatch.setattr(FolderStore, "load", lambda store, name: read.append(name) or load(store, name))
    assert desk.document is not None
    desk.document.edit(phase=Phase.MAINTENANCE)
    assert rows(panel)["Confiserie Aubrelle"][0] == "Maintenance"
    assert read == []


def test_without_plans_it_says_what_to_do(bare_desk: Desk) -> None:
    panel = PlansPanel(bare_desk)
    assert panel.words() == "No plans yet."
    assert "Begin one below" in panel._shown.value
