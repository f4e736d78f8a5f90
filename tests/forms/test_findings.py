from __future__ import annotations

import pytest

from clientplan.checks import Finding, Severity
from clientplan.forms.findings import about, begun, counted, remark, shown, told
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
    assert "&lt;(&#x27;objectives&#x27;" in shown([ERROR], [], [], begun=True)
    assert "<(" not in shown([ERROR], [NOTE], [], begun=True)


def test_on_its_field_a_finding_names_neither_the_field_nor_loses_its_code(small_plan: Plan) -> None:
    late = Finding("CP202", "review-past", Severity.ERROR, ("next_review",), "", "next review: 2026-01-01 <is> past.")
    assert remark(late, small_plan, "en").markup == (
        '<div class="cp-remark cp-error" title="CP202 review-past"><span class="cp-severity">To mend:</span> '
        "2026-01-01 &lt;is&gt; past.</div>"
    )


def test_a_sentence_that_begins_otherwise_is_left_as_it_is(small_plan: Plan) -> None:
    other = Finding("X1", "ours", Severity.NOTE, ("manager",), "", "The manager: who?")
    assert "</span> The manager: who?</div>" in remark(other, small_plan, "en").markup


def test_before_anything_is_written_there_is_a_count_and_no_wall() -> None:
    quiet = shown([ERROR], [NOTE], [], begun=False)
    assert quiet.startswith("<details><summary>Still open here: 2</summary>")
    assert quiet.count("<li") == 2


def test_fields_that_nobody_came_to_are_counted_and_the_rest_is_said() -> None:
    some = shown([ERROR], [NOTE, NOTE], [], begun=True)
    assert some.startswith('<p class="cp-findings-head">1 to mend, 2 to know:</p><ul')
    assert some.index("</ul>") < some.index("Still open here: 2")
    assert shown([], [NOTE], [], begun=True).startswith("<details><summary>Still open here: 1<")


def test_the_head_counts_all_and_what_stands_on_a_field_is_not_repeated() -> None:
    assert shown([], [], [ERROR, NOTE], begun=True) == (
        '<p class="cp-findings-head">1 to mend, 1 to know, on their fields</p>'
    )
    assert "1 to mend, 1 to weigh, 1 to know, 1 of them on their fields:</p>" in shown(
        [WHOLE], [NOTE], [ERROR], begun=True
    )
    assert "objectives" not in shown([WHOLE], [], [ERROR], begun=True)


def test_nothing_to_say_is_said_only_where_something_is_written() -> None:
    assert shown([], [], [], begun=False) == ""
    assert "nothing to add" in shown([], [], [], begun=True)


def test_in_plain_words() -> None:
    assert told([]) == "Findings: none"
    assert told([ERROR]) == f"Findings: 1\n  {ERROR}"
    assert counted([ERROR, ERROR, WHOLE]) == "2 to mend, 1 to weigh"


@pytest.mark.parametrize("part", ["objectives", "stops"])
def test_a_part_is_begun_when_something_stands_in_it(small_plan: Plan, part: str) -> None:
    assert not begun(small_plan, (part,))
    assert begun(small_plan.replace(stops=(Stop(what="Reports"),)), (part, "stops"))
