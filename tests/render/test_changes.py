from __future__ import annotations

from datetime import date
from decimal import Decimal

from clientplan.plan.action import Action
from clientplan.plan.objective import Measure, Objective, Reading
from clientplan.plan.plan import Plan
from clientplan.plan.review import Review, Verdict
from clientplan.plan.words import ActionStatus, Progress
from clientplan.render.changes import since

DAY = date(2026, 7, 7)
BEFORE, AFTER = date(2026, 7, 1), date(2026, 7, 8)


def action(name: str, done: date | None, status: ActionStatus = ActionStatus.DONE) -> Action:
    return Action(id=name, done=done, status=status)


def measured(*readings: tuple[date, int]) -> Objective:
    values = tuple(Reading(when=when, value=Decimal(value)) for when, value in readings)
    return Objective(id="o1", measure=Measure(baseline=Decimal(10), target=Decimal(20), readings=values))


def test_actions_done_after_the_review_in_the_order_of_their_days(small_plan: Plan) -> None:
    plan = small_plan.replace(
        actions=(
            action("late", date(2026, 9, 1)),
            action("soon", AFTER),
            action("on-the-day", DAY),
            action("before", BEFORE),
            action("undated", None),
            action("open", AFTER, ActionStatus.OPEN),
        )
    )
    assert [done.id for done in since(plan, Review(when=DAY)).done] == ["soon", "late"]


def test_a_new_reading_is_told_with_what_the_review_knew(small_plan: Plan) -> None:
    plan = small_plan.replace(objectives=(measured((BEFORE, 12), (AFTER, 14), (date(2026, 8, 1), 15)),))
    (change,) = since(plan, Review(when=DAY)).measured
    assert (change.before, change.reading.value) == (Decimal(12), Decimal(15))


def test_the_first_reading_is_told_from_the_baseline(small_plan: Plan) -> None:
    (change,) = since(small_plan.replace(objectives=(measured((AFTER, 14)),)), Review(when=DAY)).measured
    assert change.before == Decimal(10)


def test_a_reading_that_the_review_had_is_no_change(small_plan: Plan) -> None:
    plan = small_plan.replace(objectives=(measured((BEFORE, 12), (DAY, 13)), Objective(id="o2")))
    assert since(plan, Review(when=DAY)).measured == ()


def test_a_status_that_differs_from_the_verdict_has_moved(small_plan: Plan) -> None:
    plan = small_plan.replace(
        objectives=(
            Objective(id="moved", status=Progress.AT_RISK),
            Objective(id="stayed", status=Progress.ON_TRACK),
            Objective(id="unjudged", status=Progress.REACHED),
        )
    )
    verdicts = tuple(Verdict(objective=name, status=Progress.ON_TRACK) for name in ("moved", "stayed", "gone"))
    (change,) = since(plan, Review(when=DAY, verdicts=verdicts)).moved
    assert (change.objective.id, change.before, change.now) == ("moved", Progress.ON_TRACK, Progress.AT_RISK)
