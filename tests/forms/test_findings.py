from __future__ import annotations

import pytest

from clientplan.checks import Finding, Severity
from clientplan.forms.findings import about, begun, by_theme, counted, shown, told
from clientplan.plan.action import Stop
from clientplan.plan.plan import Plan


def finding(severity: Severity, *path: str | int, code: str = "CP402") -> Finding:
    return Finding(code, "a-name", severity, path, ".".join(map(str, path)), f"{severity} about <{path}>")


NOTE = finding(Severity.NOTE, "objectives", 1)
ERROR = finding(Severity.ERROR, "objectives", 0, "measure")
ELSEWHERE = finding(Severity.ERROR, "manager", code="CP201")
WHOLE = finding(Severity.WARNING)


def test_a_form_shows_what_is_about_its_parts_the_worst_first() -> None:
    assert about([NOTE, ELSEWHERE, ERROR, WHOLE], ("objectives",)) == [ERROR, NOTE]


def test_messages_are_escaped() -> None:
    assert "&lt;(&#x27;objectives&#x27;" in shown([ERROR], begun=True)
    assert "<(" not in shown([ERROR], begun=True)


def test_before_anything_is_written_there_is_a_count_and_no_wall() -> None:
    assert shown([ERROR, NOTE], begun=False).startswith("<details><summary>Still open here: 2</summary>")
    assert shown([ERROR, NOTE], begun=True).startswith('<p class="cp-findings-head">1 to mend, 1 to know:</p>')


def test_nothing_to_say_is_said_only_where_something_is_written() -> None:
    assert shown([], begun=False) == ""
    assert "nothing to add" in shown([], begun=True)


def test_in_plain_words() -> None:
    assert told([]) == "Findings: none"
    assert told([ERROR]) == f"Findings: 1\n  {ERROR}"
    assert counted([ERROR, ERROR, WHOLE]) == "2 to mend, 1 to weigh"


@pytest.mark.parametrize("part", ["objectives", "stops"])
def test_a_part_is_begun_when_something_stands_in_it(small_plan: Plan, part: str) -> None:
    assert not begun(small_plan, (part,))
    assert begun(small_plan.replace(stops=(Stop(what="Reports"),)), (part, "stops"))


def test_the_last_step_groups_them_by_what_they_are_about() -> None:
    page = by_theme([ELSEWHERE, ERROR])
    assert page.index("Identity and time") < page.index("manager") < page.index("Objectives") < page.index("measure")
    assert "nothing to add" in by_theme([])
