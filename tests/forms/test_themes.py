from __future__ import annotations

from typing import Any

import pytest

from clientplan.checks import Edit, Finding, Fix, Severity
from clientplan.forms.desk import Desk
from clientplan.forms.printing import PrintForm
from clientplan.forms.steps import STEPS
from clientplan.forms.themes import by_theme, way

WRITE = Fix("write “Ruth Adeyemi”", (Edit(("manager",), "Ruth Adeyemi"),), safe=True)


def finding(code: str, *path: str | int, fix: Fix | None = None) -> Finding:
    place = ".".join(map(str, path))
    return Finding(code, "a-name", Severity.ERROR, path, place, f"about <{place}>", fix)


def described(shown: list[Any]) -> list[str]:
    return [line.value if hasattr(line, "value") else line.description for line in shown]


def test_they_are_grouped_by_what_they_are_about_and_escaped() -> None:
    page = "".join(described(by_theme([finding("CP201", "manager"), finding("CP402", "objectives", 0)], print)))
    assert page.index("Identity and time") < page.index("manager") < page.index("Objectives")
    assert "about &lt;manager&gt;" in page
    assert "<manager" not in page


def test_without_any_it_says_so() -> None:
    assert "nothing to add" in described(by_theme([], print))[0]


@pytest.mark.parametrize(("step", "part"), [(step, part) for step in STEPS for part in step.parts])
def test_each_has_the_way_to_its_step(step: Any, part: str) -> None:
    assert way(finding("CP201", part)) == f'<a href="{step.notebook}.ipynb" class="cp-way">{step.name}</a>'


def test_what_no_step_asks_for_is_mended_in_the_file_and_the_whole_plan_everywhere() -> None:
    assert "In the plan’s file: results.months<" in way(finding("CP702", "results", "months"))
    assert way(finding("CP103")) == ""


def test_a_button_stands_under_its_own_sentence() -> None:
    found = [finding("CP201", "client"), finding("CP201", "manager", fix=WRITE), finding("CP202", "next_review")]
    head, theme, first, button, second = described(by_theme(found, print))
    assert (head.count("3 to mend"), theme.count("Identity")) == (1, 1)
    assert "client" in first
    assert first.index("client") < first.index("manager")
    assert button == "Mend: write “Ruth Adeyemi”"
    assert "next_review" in second


def test_in_the_last_step_a_click_mends_and_another_takes_it_back(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    assert desk.document is not None
    monkeypatch.setattr(Desk, "findings", lambda _desk: [finding("CP201", "manager", fix=WRITE)])
    desk.document.edit(manager="Ruth")
    form = PrintForm(desk)
    (button,) = [line for line in form._findings.children if not hasattr(line, "value")]
    button.click()
    assert desk.workspace.store.load(desk.document.name).plan.manager == "Ruth Adeyemi"
    assert form.status.words == "Mended: write “Ruth Adeyemi”"
    form.status.button.click()
    assert desk.workspace.store.load(desk.document.name).plan.manager == "Ruth"
