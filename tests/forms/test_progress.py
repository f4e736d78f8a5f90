from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from clientplan.forms.desk import Desk
from clientplan.forms.progress import ActionsProgress
from clientplan.plan.action import Action
from clientplan.plan.plan import Plan
from clientplan.plan.words import ActionStatus

TODAY = date(2026, 9, 15)
Filed = Callable[[Desk], Plan]


def put(form: ActionsProgress, name: str, **typed: Any) -> None:
    for field, value in typed.items():
        form.lines[name].part.boxes[field].widget.value = value


def action(plan: Plan, name: str) -> Action:
    return next(one for one in plan.actions if one.id == name)


def test_what_is_due_first_stands_first_and_what_is_overdue_says_so(desk: Desk) -> None:
    assert desk.document is not None
    plan = desk.document.plan
    late = {"a6": date(2026, 9, 1), "a5": date(2026, 9, 14)}
    desk.document.edit(actions=tuple(one.replace(due=late.get(one.id, one.due)) for one in plan.actions))
    form = ActionsProgress(desk)
    assert list(form.lines) == ["a6", "a5", "a3", "a4", "a7"]
    assert "14 days overdue" in form.lines["a6"]._head.value
    assert "1 day overdue" in form.lines["a5"]._head.value
    assert "overdue" not in form.lines["a3"]._head.value
    assert "2 overdue" in form._late.value
    assert "no note says why it is open" in form.lines["a6"].part.boxes["note"].remarks.words
    put(form, "a6", note="Her leave; moved to October", due=date(2026, 10, 5))
    assert "1 overdue" in form._late.value
    assert form.lines["a6"].part.boxes["note"].remarks.words == ""


def test_done_is_done_today_and_the_line_keeps_its_place(desk: Desk, filed: Filed) -> None:
    form = ActionsProgress(desk)
    put(form, "a4", status=ActionStatus.DONE)
    assert (action(filed(desk), "a4").status, action(filed(desk), "a4").done) == (ActionStatus.DONE, TODAY)
    assert list(form.lines) == ["a3", "a4", "a5", "a6", "a7"]
    put(form, "a4", done=date(2026, 9, 11))
    assert action(filed(desk), "a4").done == date(2026, 9, 11)
    put(form, "a4", status=ActionStatus.DOING)
    assert action(filed(desk), "a4").done is None


def test_dropped_needs_no_day_and_leaves_everything_else(desk: Desk, filed: Filed) -> None:
    before = filed(desk)
    put(ActionsProgress(desk), "a7", status=ActionStatus.DROPPED, note="They tie the film elsewhere")
    now = filed(desk)
    assert action(now, "a7") == action(before, "a7").replace(
        status=ActionStatus.DROPPED, note="They tie the film elsewhere"
    )
    assert [one for one in now.actions if one.id != "a7"] == [one for one in before.actions if one.id != "a7"]


def test_what_was_closed_before_can_be_read(desk: Desk) -> None:
    form = ActionsProgress(desk)
    shown = "".join(str(getattr(child, "value", "")) for child in form.children)
    assert "<summary>Closed: 2</summary>" in shown
    assert "a2 Replace cutting heads and seal jaws (done 23 July 2026)" in shown


def test_an_action_that_comes_or_opens_again_elsewhere_gets_its_line(desk: Desk) -> None:
    form = ActionsProgress(desk)
    assert desk.document is not None
    plan = desk.document.plan
    desk.document.edit(actions=(*plan.actions, Action(id="a8", what="Ring Karim Benali")))
    assert list(form.lines) == ["a3", "a4", "a5", "a6", "a7", "a8"]
    desk.document.edit(
        actions=tuple(
            one.replace(status=ActionStatus.OPEN, done=None) if one.id == "a1" else one
            for one in desk.document.plan.actions
        )
    )
    assert "a1" in form.lines


def test_an_action_that_is_gone_elsewhere_loses_its_line(desk: Desk) -> None:
    form = ActionsProgress(desk)
    assert desk.document is not None
    desk.document.edit(actions=tuple(one for one in desk.document.plan.actions if one.id != "a4"))
    assert list(form.lines) == ["a3", "a5", "a6", "a7"]
    assert form.typed() == {"actions": desk.document.plan.actions}


def test_how_an_action_is_written_is_said_elsewhere(desk: Desk) -> None:
    assert desk.document is not None
    desk.document.edit(actions=tuple(one.replace(owner=None) for one in desk.document.plan.actions))
    assert "CP501" in {finding.code for finding in desk.findings()}
    assert "Findings: none" in ActionsProgress(desk).words()


def test_without_actions_it_says_so(fresh_desk: Desk) -> None:
    form = ActionsProgress(fresh_desk)
    assert form.lines == {}
    assert form.words() == "Actions: none open, 0 closed\nFindings: none"
