"""What is said of intent, value, the wording of actions and personal data: one sentence of each kind."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from clientplan import checks
from clientplan.checks import Edit
from clientplan.plan.plan import Plan
from clientplan.plan.words import Basis

TODAY = date(2026, 9, 15)
MINE = {"CP301", "CP302", "CP303", "CP304", "CP305", "CP306", "CP307", "CP503", "CP509", "CP903"}
INFERRED = {"intent": {"client": {"basis": "inferred"}}}

PlanWith = Callable[[Any], Plan]


def said(plan: Plan, today: date = TODAY, **options: Any) -> list[str]:
    return [finding.message for finding in checks.run(plan, today=today, only=MINE, **options)]


@pytest.mark.parametrize(
    ("difference", "message"),
    [
        (
            "intent:\n  client:\n",
            "intent, client: says nothing. Write what they want of this relationship, in their words.",
        ),
        (
            "intent:\n  ours:\n    words: tbd.\n",
            "intent, ours: says nothing. Write what we want of this relationship, as we would say it to them.",
        ),
        (
            "intent:\n  client:\n    who:\n    where:\n    when:\n",
            "intent, client: nothing shows that they said so. Add who, where and when, or write `basis: inferred`.",
        ),
        ("intent:\n  client:\n    who:\n", "intent, client, who: nobody is named who said so. Add the person."),
        (
            "intent:\n  client:\n    where:\n",
            "intent, client, where: where it was said is open. Add the meeting or the document.",
        ),
        (
            "intent:\n  client:\n    when:\n",
            "intent, client, when: when it was said is open. Add the day as YYYY-MM-DD.",
        ),
        (
            "intent:\n  client:\n    basis: inferred\n",
            (
                "intent, client: is still our guess, 257 days into the period. "
                "Ask them, and write what was agreed into a review."
            ),
        ),
        (
            (
                "locale: en\nperiod:\n  first: 2026-10-01\nintent:\n  client:\n    basis: inferred\n"
                "actions:\n  - id: a1\n    status: done\n  - id: a2\n    status: dropped\n"
            ),
            ("intent, client: is our guess, and no open action will confirm it. Add one: who asks whom, and by when."),
        ),
        (
            "value_proposition:\n",
            ("value proposition: is empty. Say what their goal is, what we bring to it, how they gain and how we do."),
        ),
        (
            "value_proposition:\n  goal:\n",
            "value proposition, goal: names no goal of theirs. Begin with what they want to reach.",
        ),
        (
            f"value_proposition:\n  value: 60{' word' * 50}\n",
            (
                "value proposition: 77 words, and 60 is the most that is read in one breath. "
                "Keep what only we can say to only them."
            ),
        ),
        (
            "value_proposition:\n  they_gain: Less film.\n  evidence:\n",
            (
                "value proposition, evidence: there is none, and the value has no figure. "
                "Add a figure, a reference or a result, and where it is from."
            ),
        ),
        ("value_proposition:\n  value:\n", "value proposition, value: is open. Write what we bring to their goal."),
        (
            "value_proposition:\n  they_gain:\n",
            "value proposition, they gain: is open. Write how they gain, with a figure.",
        ),
        (
            "value_proposition:\n  we_gain: A Win/Win for 2 lines.\n",
            "value proposition, we gain: “Win/Win” could be anybody's. Say what it is here, or take it out.",
        ),
        (
            "actions:\n  - id: a1\n    what: Pricing\n",
            ("action a1: “Pricing” isn't a verb. Begin with what the owner does, such as agree, send or book."),
        ),
        (
            "actions:\n  - id: a1\n    done_when:\n",
            "action a1: no done criterion. Write what both sides will see when it is done.",
        ),
        (
            "actions:\n  - id: a1\n    what: …\n",
            "action a1: says nothing. Write what the owner does, beginning with a verb.",
        ),
        (
            "actions:\n  - id: a2\n    what: Call {them} weekly\n",
            (
                "action a2: “weekly” says that it recurs, and objective o2 isn't a process. "
                "Put it under a process objective, or write what is done once."
            ),
        ),
        ("notes: His wife\n", "notes: “His wife” is about the person, not the role. Take it out."),
    ],
)
def test_says_where_what_and_what_to_do(difference: str, message: str, plan_with: PlanWith) -> None:
    assert said(plan_with(difference)) == [message]


def test_an_intent_without_evidence_can_be_marked_as_inferred(plan_with: PlanWith) -> None:
    plan = plan_with("intent:\n  client:\n    basis:\n    who:\n    where:\n    when:\n")
    (finding,) = checks.run(plan, today=TODAY, only=MINE)
    assert finding.fix is not None
    assert finding.fix.what == "write `basis: inferred`"
    assert finding.fix.edits == (Edit(("intent", "client", "basis"), Basis.INFERRED),)
    assert not finding.fix.safe


def test_there_is_no_fix_for_what_is_half_there(plan_with: PlanWith) -> None:
    (finding,) = checks.run(plan_with("intent:\n  client:\n    when:\n"), today=TODAY, only=MINE)
    assert finding.fix is None


def test_a_guess_without_a_basis_is_told_once_and_still_when_that_check_is_off(plan_with: PlanWith) -> None:
    plan = plan_with("intent:\n  client:\n    basis:\n    who:\n    where:\n    when:\n")
    assert len(said(plan)) == 1
    assert "still our guess" in said(plan, off={"CP302": "we write no names"})[0]


@pytest.mark.parametrize(("agreed", "count"), [("Line 2 first", 0), ("tbd", 1), (None, 1)])
def test_what_was_agreed_in_a_review_validates_an_intent(agreed: str | None, count: int, plan_with: PlanWith) -> None:
    assert len(said(plan_with({**INFERRED, "reviews": [{"when": "2026-02-03", "agreed": agreed}]}))) == count


@pytest.mark.parametrize(
    ("today", "count"), [(date(2026, 1, 31), 0), (date(2026, 2, 1), 1), (date(2026, 12, 31), 1), (date(2027, 1, 1), 0)]
)
def test_a_guess_is_told_from_day_31_to_the_last(today: date, count: int, plan_with: PlanWith) -> None:
    assert len(said(plan_with(INFERRED), today)) == count  # a1 will agree something


@pytest.mark.parametrize(
    ("locale", "done_when", "count"),
    [
        ("de", "Der Einkauf hat es bestätigt", 0),
        ("fr", "Les achats ont validé", 0),
        ("es", "Compras lo ha confirmado", 0),
        ("en", "Compras lo ha conseguido", 1),
        (None, "Compras lo ha confirmado", 0),
        ("nl", "Inkoop heeft het bevestigd", 0),
    ],
)
def test_who_will_confirm_is_read_in_the_language_of_the_plan(
    locale: str | None, done_when: str, count: int, plan_with: PlanWith
) -> None:
    action = {"id": "a1", "what": "Call", "done_when": done_when}
    plan = plan_with({**INFERRED, "locale": locale}).replace(actions=(action,))
    assert len(checks.run(plan, today=date(2026, 1, 1), only={"CP303"})) == count


def test_the_question_that_nobody_answered_is_told_once(plan_with: PlanWith) -> None:
    plan = plan_with("value_proposition:\n  goal:\n  we_gain:\n")
    assert [finding.code for finding in checks.run(plan, today=TODAY, only=MINE)] == ["CP304", "CP306"]


def test_an_action_under_an_objective_that_is_not_there_or_has_no_level_is_not_judged(plan_with: PlanWith) -> None:
    action = {"id": "a2", "what": "Call them weekly"}
    assert len(said(plan_with({"actions": [action]}))) == 1
    assert said(plan_with({"actions": [{**action, "objective": "o9"}]})) == []
    assert said(plan_with({"actions": [action], "objectives": [{"id": "o2", "level": ""}]})) == []
