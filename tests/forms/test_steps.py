from __future__ import annotations

from pathlib import Path

import pytest

from clientplan import forms, paths
from clientplan.forms.desk import Desk
from clientplan.forms.form import Form
from clientplan.forms.steps import STEPS, marks, step_of
from clientplan.plan.plan import Plan
from clientplan.plan.purpose import Intent, Intents


def words(desk: Desk) -> list[str]:
    return [mark.words for mark in marks(desk)]


def test_there_is_a_step_for_each_notebook() -> None:
    assert [step.notebook for step in STEPS] == sorted(path.stem for path in paths.notebooks().glob("*.ipynb"))


def test_what_a_form_can_write_belongs_to_a_step() -> None:
    parts = [part for step in STEPS for part in step.parts]
    assert len(parts) == len(set(parts))
    assert set(parts) <= set(Plan.model_fields)


def test_a_finished_plan_is_done_all_through(desk: Desk) -> None:
    assert words(desk) == [
        *("done", "11 exports", "to look at", "done", "done", "ready to print"),
        *("held 1 Sep 2026", "to look at", "for coaches"),
    ]
    assert [mark.done for mark in marks(desk)] == [True, True, False, True, True, True, True, False, False]


def test_without_a_client_everything_waits(bare_desk: Desk) -> None:
    waits = "waits for a client"
    assert words(bare_desk) == [
        "choose a client",
        "no exports",
        "to look at",
        waits,
        waits,
        waits,
        waits,
        "to look at",
        "for coaches",
    ]
    assert not any(mark.done for mark in marks(bare_desk))


def test_a_plan_just_begun_says_what_is_open(fresh_desk: Desk) -> None:
    start, collect, _, purpose, objectives, plan, review, _, _ = marks(fresh_desk)
    assert start.words.endswith("to mend")
    assert (purpose.words, objectives.words) == ("not begun", "not begun")
    assert plan.words.endswith("to mend first")
    assert (review.words, review.done) == ("nothing to review yet", False)
    assert not collect.done


def test_a_step_counts_what_is_still_to_mend(fresh_desk: Desk) -> None:
    def purpose() -> int:
        return int([mark.words for mark in marks(fresh_desk)][3].split(" to mend")[0])

    assert fresh_desk.document is not None
    fresh_desk.document.edit(intent=Intents(ours=Intent(words="Grow with them")))
    open_before = purpose()
    fresh_desk.document.edit(phase="build")
    assert purpose() == open_before - 1


def test_one_export_is_one_export(bare_desk: Desk) -> None:
    Path(bare_desk.workspace.incoming / "a.csv").write_text("x", encoding="utf-8")
    assert words(bare_desk)[1] == "1 export"


FORMS = [one for name in forms.__all__ if isinstance(one := getattr(forms, name), type) and issubclass(one, Form)]


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.__name__)
def test_a_form_lies_in_the_notebook_of_its_step(form: type[Form]) -> None:
    notebook = paths.notebooks() / f"{step_of(form.parts, form.step).notebook}.ipynb"
    assert f"forms.{form.__name__}(desk" in notebook.read_text(encoding="utf-8")
