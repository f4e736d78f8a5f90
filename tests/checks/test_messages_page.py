"""What is said of the page, and of what is confidential."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from clientplan import checks
from clientplan.checks.figures import Leak, Long, Print
from clientplan.plan.plan import Plan
from clientplan.plan.words import Edition

TODAY = date(2026, 9, 15)
OURS = {"CP101", "CP102", "CP103", "CP104", "CP105", "CP901"}
PlanWith = Callable[[object], Plan]


def said(plan: Plan, *prints: Print) -> list[str]:
    found = checks.run(plan, today=TODAY, figures=checks.Figures(prints=prints), only=OURS)
    return [finding.message for finding in found]


@pytest.mark.parametrize(
    ("printed", "message"),
    [
        (
            Print(
                Edition.CLIENT,
                3,
                2,
                over=14,
                longest=(Long("actions", 31, ("a4", "a7")), Long("people", 12), Long("risks", 2), Long("stops", 1)),
            ),
            (
                "the client edition needs 3 pages, and the page budget is 2: about 14 lines too many. "
                "Shorten or drop that much. Longest, in lines: actions 31 (a4, a7), people 12, risks 2."
            ),
        ),
        (
            Print(Edition.INTERNAL, 2, 1, over=1, longest=(Long("people", 12),)),
            (
                "the internal edition needs 2 pages, and the page budget is 1: about 1 line too many. "
                "Shorten or drop that much. Longest, in lines: people 12."
            ),
        ),
        (
            Print(Edition.CLIENT, 2, 2, lost=("running.foot", "head.client")),
            (
                "the client edition loses text on its way to the page: running.foot, head.client. "
                "Mend the template or style that was changed last."
            ),
        ),
        (
            Print(Edition.CLIENT, 2, 2, lost=tuple("abcdefgh")),
            (
                "the client edition loses text on its way to the page: a, b, c, d, e, f … (+2). "
                "Mend the template or style that was changed last."
            ),
        ),
        (
            Print(Edition.CLIENT, 2, 2, type_size=8.0),
            (
                "the client edition is set in 8 pt, and 8.5 pt is the least that reads well. "
                "Cut text, and set the type in the pack's style back."
            ),
        ),
        (
            Print(Edition.INTERNAL, 2, 2, margin=9.94),
            (
                "text of the internal edition stands 9.94 mm from the edge of the paper, and 10 mm is the least. "
                "Cut text, and set the margins in the pack's style back."
            ),
        ),
        (
            Print(Edition.CLIENT, 2, 2, leaks=(Leak(("people", 0, "role"), "page", "2"),)),
            (
                "Martin Oakes, role: is ours alone, and stands in the client edition: page 2. "
                "Take it out of the template or the brand."
            ),
        ),
        (
            Print(Edition.CLIENT, 2, 2, leaks=(Leak(("phase",), "attachment", "a{b}.csv"),)),
            (
                "phase: is ours alone, and stands in the client edition: the attachment a{b}.csv. "
                "Take it out of the template or the brand."
            ),
        ),
        (
            Print(Edition.CLIENT, 2, 2, leaks=(Leak(("phase",), "producer"),)),
            (
                "phase: is ours alone, and stands in the client edition: producer. "
                "Take it out of the template or the brand."
            ),
        ),
        (
            Print(Edition.CLIENT, 2, 2, leaks=(Leak(("phase",), "file"),)),
            "phase: is ours alone, and the name of the client's file gives it away. Rename the plan's file.",
        ),
    ],
)
def test_of_a_print(printed: Print, message: str, plan_with: PlanWith) -> None:
    assert said(plan_with({}), printed) == [message]


@pytest.mark.parametrize(
    ("difference", "message"),
    [
        (
            {
                "notes": "Go down by {two} per cent",
                "intent": {"ours": {"words": "Go down by {two} per cent. Then up."}},
            },
            (
                "intent, ours: the client can read here what is internal in notes: “Go down by {two} per cent”. "
                "Say it in another way, or leave it out."
            ),
        ),
        (
            {"phase_reason": "word " * 600},
            (
                "the page carries 799 words of yours, and 700 is the most that is read. "
                "Most of them: phase_reason 600, objectives 52, value_proposition 48. Shorten those."
            ),
        ),
        (
            {"phase_reason": "word " * 300},
            (
                "63 % of the words on the page are background (reason of the phase, evidence, risks, notes on people), "
                "and 35 % is the most that leaves room for the plan. Keep what an objective or action rests on."
            ),
        ),
        (
            {"notes": "one\ttwo\n" * 9},
            "notes: a table of 9 rows. Keep it with the data, and write the one sentence that follows from it.",
        ),
    ],
)
def test_of_a_plan(difference: object, message: str, plan_with: PlanWith) -> None:
    found = said(plan_with(difference))
    if "799 words" in message:
        assert found[0] == message
    else:
        assert found == [message]


@pytest.mark.parametrize(
    ("difference", "counted"),
    [
        ({}, 0),
        ({"phase_reason": "one – well-known (word) 12"}, 4),
        ({"notes": "one two", "checks_off": {"CP404": "one two"}}, 0),
        ({"objectives": [{"id": "o2", "note": "one two"}]}, 2),
        (
            {
                "objectives": [
                    {"id": "o2", "measure": {"readings": [{"when": "2026-08-31", "value": "1", "note": "no"}]}}
                ]
            },
            0,
        ),
        ({"actions": [{"id": "a4", "what": "one two", "done_when": "three"}]}, 3),
        ({"actions": [{"id": "a4", "what": "one two", "done_when": "three", "owner": "A B", "status": "done"}]}, 2),
        ({"reviews": [{"when": "2026-08-01", "agreed": "no"}, {"when": "2026-09-01", "by": "A", "lessons": "one"}]}, 1),
        ({"people": [{"name": "Martin Oakes", "role": "Operations Director", "contact": "Ruth Adeyemi"}]}, -6),
    ],
)
def test_words_are_counted_that_the_page_prints(difference: object, counted: int, plan_with: PlanWith) -> None:
    limits = {"CP103": {"words": 0}}

    def count(plan: Plan) -> int:
        found = checks.run(plan, today=TODAY, only={"CP103"}, thresholds=limits)
        return int(found[0].message.split()[3])

    assert count(plan_with(difference)) - count(plan_with({})) == counted


def test_of_bullets(plan_with: PlanWith) -> None:
    actions = [{"id": f"b{number}", "what": "Send the list"} for number in range(6)]
    (message,) = said(plan_with({"actions": actions}))
    assert message == (
        "objectives: 4 of them are open and so are 9 actions, and 12 of both together is the most that can be kept in "
        "sight. Drop, merge or close some."
    )


def test_a_page_that_is_too_long_is_told_once(plan_with: PlanWith) -> None:
    plan = plan_with({"intent": {"ours": {"words": "word " * 600}}})
    assert len(said(plan)) == 1
    (message,) = said(plan, Print(Edition.CLIENT, 3, 2, over=9))
    assert "needs 3 pages" in message


def test_too_many_objectives_are_told_once(plan_with: PlanWith) -> None:
    objectives = [{"id": f"p{number}", "words": f"Cut late deliveries in region {number}"} for number in range(6)]
    found = checks.run(plan_with({"objectives": objectives}), today=TODAY, only={"CP103", "CP401"})
    assert [finding.code for finding in found] == ["CP401"]


def test_a_long_internal_text_is_told_by_its_beginning(plan_with: PlanWith) -> None:
    long = "we know " * 60
    (message,) = said(plan_with({"notes": long, "intent": {"ours": {"words": long + "it"}}}))
    assert "we know we …”. Say" in message
    assert len(message) < 220
