"""What must hold for each form, whatever is in it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest

from clientplan import forms
from clientplan.forms.desk import Desk
from clientplan.forms.field import Field
from clientplan.forms.form import Form
from clientplan.forms.nodes import Html
from clientplan.forms.panel import Panel
from clientplan.plan.action import Action, Stop
from clientplan.plan.objective import Measure, Objective, Reading
from clientplan.plan.people import Person
from clientplan.plan.plan import Plan
from clientplan.plan.purpose import Evidence, Intent, Intents, ValueProposition
from clientplan.plan.review import Review, Verdict

PANELS: list[type[Panel]] = [
    found for name in forms.__all__ if isinstance(found := getattr(forms, name), type) and issubclass(found, Panel)
]
OVER_THE_PLAN = [panel for panel in PANELS if issubclass(panel, Form)]
BAD = "<script>alert('x')</script>"
DAY = date(2026, 9, 1)

every_panel = pytest.mark.parametrize("panel", PANELS, ids=lambda panel: panel.__name__)
every_form = pytest.mark.parametrize("form", OVER_THE_PLAN, ids=lambda form: form.__name__)


def inside(widget: Any) -> Iterator[Any]:
    yield widget
    for child in getattr(widget, "children", ()):
        yield from inside(child)


def hostile(plan: Plan) -> Plan:
    intent = Intent(words=BAD, who=BAD, where=BAD)
    return plan.replace(
        client=plan.client.replace(name=BAD, industry=BAD),
        manager=BAD,
        phase_reason=BAD,
        intent=Intents(ours=intent, client=intent),
        value_proposition=ValueProposition(goal=BAD, value=BAD, evidence=(Evidence(what=BAD, source=BAD),)),
        objectives=(
            Objective(
                id="o1",
                words=BAD,
                serves="o9",
                measure=Measure(name=BAD, unit=BAD, readings=(Reading(when=DAY, value=1, note=BAD),)),
            ),
        ),
        reviews=tuple(
            Review(
                when=when,
                by=BAD,
                agreed=BAD,
                lessons=BAD,
                verdicts=(Verdict(objective="o1", status="on track", note=BAD),),
            )
            for when in (DAY - timedelta(days=90), DAY - timedelta(days=1))
        ),
        actions=(
            Action(id="a1", what=BAD, objective="o1", owner=BAD, done_when=BAD, due=DAY),
            Action(id="a2", what=BAD, objective="o1", owner=BAD, status="done", done=DAY),
        ),
        stops=(Stop(what=BAD, why=BAD),),
        people=(Person(name=BAD, role=BAD),),
    )


def test_there_are_forms_to_try() -> None:
    assert len(PANELS) >= 18
    assert len(OVER_THE_PLAN) >= 11


@every_panel
def test_every_input_has_a_label(desk: Desk, panel: type[Panel]) -> None:
    for widget in inside(panel(desk)):
        if isinstance(widget, Field):
            assert widget.label, type(widget)


@every_panel
def test_nobodys_text_becomes_a_tag(desk: Desk, panel: type[Panel]) -> None:
    assert desk.document is not None
    desk.document.edit(
        **{part: getattr(hostile(desk.document.plan), part) for part in Plan.model_fields if part != "schema_"}
    )
    shown = [widget.value for widget in inside(panel(desk)) if isinstance(widget, Html)]
    assert shown
    assert not [markup for markup in shown if "<script" in markup]


@every_panel
def test_it_opens_without_a_plan_and_without_data(bare_desk: Desk, panel: type[Panel]) -> None:
    opened = panel(bare_desk)
    assert opened.words()
    assert "went wrong" not in opened.status.words


@every_panel
def test_its_words_are_the_same_twice_and_name_no_folder(desk: Desk, panel: type[Panel]) -> None:
    words = panel(desk).words()
    assert words == panel(Desk(desk.workspace)).words()
    assert str(desk.workspace.folder.parent) not in words
    assert "15:02" not in words


@every_form
def test_what_the_form_shows_is_what_the_plan_has(desk: Desk, form: type[Form]) -> None:
    """Reading the boxes of each sample plan gives that plan again: nothing is lost by opening a form and saving it."""
    assert desk.document is not None
    for name in desk.workspace.store.names():
        desk.choose(name)
        plan = desk.document.plan
        typed = form(desk).typed()
        assert set(typed) == set(form.parts)
        assert {part: getattr(plan, part) for part in form.parts} == typed


@every_form
def test_a_form_is_the_same_after_its_own_save(desk: Desk, form: type[Form]) -> None:
    opened = form(desk)
    before = [widget.value for widget in inside(opened) if isinstance(widget, Field)]
    opened.save()
    assert [widget.value for widget in inside(opened) if isinstance(widget, Field)] == before
