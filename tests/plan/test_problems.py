"""What the model refuses, one sentence of each kind."""

from __future__ import annotations

import pytest

from clientplan.errors import PlanUnreadable, Problem
from clientplan.plan.reading import read

HEAD = "schema: 1\nclient: {name: X, id: K-1}\nperiod: {first: 2026-01-01, last: 2026-12-31}\n"


def refused(text: str) -> tuple[Problem, ...]:
    with pytest.raises(PlanUnreadable) as caught:
        read(text)
    return caught.value.problems


@pytest.mark.parametrize(
    ("text", "place", "message"),
    [
        ("next_review: soon\n", "next_review", "“soon” isn't a date. Write it as YYYY-MM-DD"),
        ("next_review: 2026-02-30\n", "next_review", "“2026-02-30” isn't a date. Write it as YYYY-MM-DD"),
        ("next_review: [a]\n", "next_review", "isn't a date. Write it as YYYY-MM-DD"),
        ("revision: two\n", "revision", "“two” isn't a whole number"),
        ("revision: 1.5\n", "revision", "“1.5” isn't a whole number"),
        ("revision: " + "9" * 5_000 + "\n", "revision", "has too many digits"),
        ("manager: [a, b]\n", "manager", "should be text, and is a list or a block of keys"),
        ("manager: {a: b}\n", "manager", "should be text, and is a list or a block of keys"),
        (f"manager: {'x' * 401}\n", "manager", "has 401 characters, and 400 is the most. Shorten it"),
        (
            "checks_off:\n" + "".join(f"  X{at}: off\n" for at in range(201)),
            "checks_off",
            "has 201 entries, and 200 is the most. Take some out",
        ),
        ("objectives: o1\n", "objectives", "should be a list: lines that begin with “- ”"),
        ("objectives: {id: o1}\n", "objectives", "should be a list: lines that begin with “- ”"),
        (
            "intent: we want it\n",
            "intent",
            "should be a block of keys (ours, client)",
        ),
        (
            "stops:\n- monthly deck\n",
            "stops[1]",
            "should be a block of keys (what, frees, why)",
        ),
        ("checks_off: CP404\n", "checks_off", "should be a block of keys"),
        ("people:\n- {name: A, decides: perhaps}\n", "people[1].decides", "“perhaps” is neither true nor false"),
        ("people:\n- {role: Buyer}\n", "people[1].name", "is missing. Add it"),
        ("locale: english\n", "locale", "“english” isn't a language. Write it like en, en-GB or de-AT"),
        (
            "results: {currency: euro}\n",
            "results.currency",
            "“euro” isn't a currency. Use its three capital letters: EUR, GBP, USD",
        ),
        ("actions:\n- {id: a1, objective: o 1}\n", "actions[a1].objective", "“o 1” can't be an id."),
        ("actions:\n- id: a1\n- id: a1\n", "actions", "id a1 is used more than once. Give each its own id"),
        ("figures: {revenue: lots}\n", "figures.revenue", "“lots” isn't an amount with its currency."),
    ],
)
def test_says_what_to_do(text: str, place: str, message: str) -> None:
    (problem,) = refused(HEAD + text)
    assert problem.place == place
    assert problem.message.startswith(message)
    assert problem.line >= 4


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("manger: Ruth\n", "Did you mean manager?"),
        ("Next-Review: 2026-10-12\n", "Did you mean next_review?"),
        ("value proposition: {}\n", "Did you mean value_proposition?"),
        ("actions:\n- {id: a1, ower: Ruth}\n", "Did you mean owner?"),
        ("objectives:\n- {id: o1, measure: {basline: 3}}\n", "Did you mean baseline?"),
        ("phase: Maintenence\n", "Did you mean maintenance?"),
        ("phase: BUILD\n", "Did you mean build?"),
        ("actions:\n- {id: a1, status: in progress}\n", "isn't one of open, doing, done, dropped."),
        ("stops:\n- {what: x, xyz: y}\n", "These are: what, frees, why"),
        ("schema_: 1\n", "Did you mean schema?"),
        ("manger:\n", "Did you mean manager?"),
    ],
)
def test_says_what_was_meant(text: str, hint: str) -> None:
    (problem,) = refused(HEAD + text)
    assert problem.message.endswith(hint)


def test_no_guess_is_made_where_nothing_is_close() -> None:
    (problem,) = refused(HEAD + "phase: zzz\n")
    assert problem.message == "“zzz” isn't one of build, maintenance, erosion."


def test_no_sentence_is_left_to_the_library() -> None:
    """Every way to be wrong that a plan file has, at once: none speaks pydantic's English."""
    problems = refused(
        "schema: 1\nclient: x\nperiod: {first: a, last: {}}\nphase: x\nmanager: [x]\nnext_review: x\nrevision: x\n"
        "locale: x y\nintent: {ours: {basis: x, when: x}}\nvalue_proposition: {evidence: x}\n"
        "objectives: [x, {id: [x]}, {id: a, internal: x, measure: {target: [x], readings: [{when: x, value: x}]}}]\n"
        "actions: [{id: a, hours: x, side: x}]\nresults: {currency: x}\nfigures: {margin: {}, revenue: [x]}\n"
        "checks_off: [x]\nreviews: [{verdicts: [{}]}]\n"
    )
    assert len(problems) >= 25
    for problem in problems:
        assert not problem.message.startswith(("Input", "Value", "Field", "String", "Unable", "Decimal")), problem
        assert problem.line > 0
