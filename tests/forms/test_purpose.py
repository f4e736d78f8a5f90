"""The forms of the step Purpose: phase, intent, value proposition, people."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from clientplan.forms.desk import Desk
from clientplan.forms.intent import IntentForm
from clientplan.forms.people import PeopleForm
from clientplan.forms.phase import PhaseForm
from clientplan.forms.proposition import PropositionForm
from clientplan.plan.people import Person
from clientplan.plan.plan import Plan
from clientplan.plan.purpose import Evidence, Intent
from clientplan.plan.words import Basis, Phase, Stance

Filed = Callable[[Desk], Plan]


def test_the_phase_is_decided_and_can_be_opened_again(fresh_desk: Desk, filed: Filed) -> None:
    form = PhaseForm(fresh_desk)
    form.phase.boxes["phase"].widget.value = Phase.EROSION
    form.phase.boxes["phase_reason"].widget.value = "Two stops\nin December"
    assert (filed(fresh_desk).phase, filed(fresh_desk).phase_reason) == (Phase.EROSION, "Two stops\nin December")
    form.phase.boxes["phase"].widget.value = None
    assert filed(fresh_desk).phase is None


def test_who_said_it_may_be_written_before_what_was_said(fresh_desk: Desk, filed: Filed) -> None:
    form = IntentForm(fresh_desk)
    boxes = form.client.boxes
    boxes["who"].widget.value = "Hélène Garnier-Roux"
    boxes["when"].widget.value = date(2026, 4, 16)
    assert filed(fresh_desk).intent.client == Intent(who="Hélène Garnier-Roux", when=date(2026, 4, 16))
    boxes["words"].widget.value = "One quiet Christmas"
    boxes["basis"].widget.value = Basis.STATED
    assert filed(fresh_desk).intent.client == Intent(
        words="One quiet Christmas", basis="stated", who="Hélène Garnier-Roux", when=date(2026, 4, 16)
    )
    assert form.status.words == "Saved 15:02"


def test_an_intent_that_is_emptied_again_is_none(fresh_desk: Desk, filed: Filed) -> None:
    form = IntentForm(fresh_desk)
    form.ours.boxes["words"].widget.value = "Grow"
    form.ours.boxes["words"].widget.value = ""
    assert filed(fresh_desk).intent.ours is None
    form.ours.boxes["words"].widget.value = "Grow with them"
    assert filed(fresh_desk).intent.ours == Intent(words="Grow with them")


def test_the_four_answers_and_their_evidence(fresh_desk: Desk, filed: Filed) -> None:
    form = PropositionForm(fresh_desk)
    form.evidence.add_button.click()
    form.evidence.rows[0].part.boxes["what"].widget.value = "31 hours lost"
    form.answers.boxes["they_gain"].widget.value = "€84,000"
    proposition = filed(fresh_desk).value_proposition
    assert proposition.evidence == (Evidence(what="31 hours lost"),)
    assert proposition.they_gain == "€84,000"
    form.evidence.rows[0].remove_button.click()
    assert filed(fresh_desk).value_proposition.evidence == ()
    form.evidence.undo_button.click()
    assert filed(fresh_desk).value_proposition.evidence == (Evidence(what="31 hours lost"),)


def test_people_in_their_business_role(fresh_desk: Desk, filed: Filed) -> None:
    form = PeopleForm(fresh_desk)
    form.people.add_button.click()
    boxes = form.people.rows[0].part.boxes
    boxes["decides"].widget.value = True
    assert filed(fresh_desk).people == ()
    boxes["name"].widget.value = "Sandrine Vasseur"
    boxes["support"].widget.value = Stance.SCEPTIC
    assert filed(fresh_desk).people == (Person(name="Sandrine Vasseur", decides=True, support=Stance.SCEPTIC),)


def test_what_the_client_never_sees_says_so_on_its_label(desk: Desk) -> None:
    labels = [box.widget.label for row in PeopleForm(desk).people.rows for box in row.part.boxes.values()]
    assert {label for label in labels if "ours alone" in label} == {
        "Influence (ours alone)",
        "Stance to us (ours alone)",
        "Note (ours alone)",
        "Decides about the business with us (ours alone)",
    }
