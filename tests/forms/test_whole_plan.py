"""From an empty workspace to the client's page, by nothing but typing and clicking."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from clientplan import forms
from clientplan.forms.desk import Desk
from clientplan.forms.part import Part
from clientplan.plan.words import Area, Basis, Level, Phase, Side


def fill(part: Part[Any], **typed: Any) -> None:
    for name, value in typed.items():
        part.boxes[name].widget.value = value


def add(rows: Any, measure: Mapping[str, Any] | None = None, **typed: Any) -> None:
    rows.add_button.click()
    row = rows.rows[-1]
    fill(row.part, **typed)
    if measure is not None:
        fill(row.measure, **measure)


def test_a_whole_plan_is_typed_and_printed(bare_desk: Desk) -> None:
    today = bare_desk.workspace.today
    start, frame = forms.StartForm(bare_desk), forms.FrameForm(bare_desk)
    start.client.widget.value = "Harrow & Söhne"
    start.begin.click()
    fill(frame.frame, manager="Ruth Adeyemi", next_review=today + timedelta(days=30))
    fill(frame.period, last=today + timedelta(days=300))

    fill(forms.PhaseForm(bare_desk).phase, phase=Phase.MAINTENANCE, phase_reason="Steady for three years")
    intent = forms.IntentForm(bare_desk)
    fill(intent.client, words="“We want one supplier who answers.”", basis=Basis.STATED, who="Ines Falk", when=today)
    fill(intent.ours, words="Stay the first call for film", basis=Basis.INFERRED)
    proposition = forms.PropositionForm(bare_desk)
    fill(
        proposition.answers,
        goal="Answer every retailer the same day",
        value="One desk for film and machines",
        they_gain="Four hours less a week on the phone",
        we_gain="The film contract for two more years",
    )
    add(proposition.evidence, what="Calls fell from 41 to 12 a month", source="Their log", when=today)
    add(forms.PeopleForm(bare_desk).people, name="Ines Falk", role="Head of Purchasing", decides=True)

    objectives, actions = forms.ObjectivesForm(bare_desk), forms.ActionsForm(bare_desk)
    due = today + timedelta(days=200)
    calls = {"name": "Calls a month", "unit": "calls", "baseline": "41", "target": "12", "due": due}
    add(
        objectives.objectives,
        calls,
        words="Retailers get their answer in one call, not three",
        level=Level.OUTCOME,
        area=Area.CLIENT_RESULT,
    )
    answers = {"name": "Answered the same day", "unit": "%", "baseline": "60", "target": "95", "due": due}
    add(
        objectives.objectives,
        answers,
        words="95 % of questions are answered the same day",
        level=Level.PROCESS,
        area=Area.SERVICE,
        serves="o1",
    )
    soon = today + timedelta(days=14)
    add(
        actions.actions,
        what="Name one desk for all questions",
        objective="o2",
        owner="Ruth Adeyemi",
        due=soon,
        done_when="Its number stands on every invoice",
        hours="6",
    )
    add(
        actions.actions,
        what="Send the log of calls each month",
        objective="o1",
        owner="Ines Falk",
        side=Side.CLIENT,
        due=soon,
        done_when="The first log has arrived",
    )
    add(forms.StopsForm(bare_desk).stops, what="The weekly status mail", frees="6")

    assert [str(finding) for finding in bare_desk.findings() if finding.severity == "error"] == []
    printing = forms.PrintForm(bare_desk)
    assert printing.status.words.startswith("Client edition, "), printing.status.words
    (pdf,) = bare_desk.workspace.output.iterdir()
    assert pdf.read_bytes().startswith(b"%PDF-")
    assert bare_desk.document is not None
    assert bare_desk.workspace.store.load(bare_desk.document.name).plan == bare_desk.document.plan
