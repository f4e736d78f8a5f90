from __future__ import annotations

from datetime import date

from clientplan.plan.plan import Plan
from clientplan.plan.review import Verdict
from clientplan.plan.words import Progress
from clientplan.render.view.course import Standing, Ways, ways
from clientplan.render.view.voice import Voice

TODAY = date(2026, 9, 15)


def told(plan: Plan, today: date = TODAY) -> Ways:
    found = ways(plan, Voice.of("en-GB", today))
    assert found is not None
    return found


def test_then_and_now(full: Plan) -> None:
    found = told(full)
    assert (found.title, found.reviewed) == ("Progress since then", True)
    second, fourth = found.rows[1], found.rows[3]
    assert second.then == Standing("37\u00a0h", "30\u00a0Jun\u00a02026", "On track")
    assert second.now == Standing("29.5\u00a0h", "7\u00a0Sept\u00a02026", "At risk")
    assert (second.target, second.due, second.depth) == ("8\u00a0h", "by 30\u00a0Nov\u00a02026", 1)
    assert fourth.then == Standing(None, None, "At risk")
    assert found.rows[2].then is None  # neither read nor judged by then


def test_a_review_that_is_silent_leaves_the_word_of_the_one_before(full: Plan) -> None:
    harsh = full.reviews[0].replace(verdicts=(Verdict(objective="o2", status=Progress.OFF_TRACK),))
    silent = full.reviews[1].replace(when=date(2026, 9, 8), verdicts=())
    found = told(full.replace(reviews=(harsh, full.reviews[1], silent)))
    assert found.rows[1].then == Standing("29.5\u00a0h", "7\u00a0Sept\u00a02026", "On track")


def test_the_review_of_today_is_not_the_last_time(full: Plan) -> None:
    assert told(full, full.reviews[1].when).rows[1].then == told(full.replace(reviews=full.reviews[:1])).rows[1].then


def test_readings_to_come_are_not_now(full: Plan) -> None:
    assert told(full, date(2026, 7, 20)).rows[1].now.value == "37\u00a0h"


def test_without_a_review_there_is_no_then(full: Plan) -> None:
    found = told(full.replace(reviews=()))
    assert (found.title, found.reviewed) == ("Where the objectives stand", False)
    assert {way.then for way in found.rows} == {None}
    assert ways(full.replace(objectives=()), Voice.of("en-GB", TODAY)) is None


def test_the_line_in_words(full: Plan) -> None:
    course = told(full).rows[1].course
    assert course is not None
    assert course.alternative == "58\u00a0h → 37\u00a0h → 29.5\u00a0h → 8\u00a0h"
