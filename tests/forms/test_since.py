from __future__ import annotations

from datetime import date

from clientplan.forms.desk import Desk
from clientplan.forms.since import SinceReviewPanel
from clientplan.plan.objective import Reading
from clientplan.plan.review import Review
from clientplan.plan.words import ActionStatus, Progress

TODAY = date(2026, 9, 15)


def change(desk: Desk) -> None:
    """An action done, a reading, and an objective that stands otherwise."""
    assert desk.document is not None
    plan = desk.document.plan
    first, *others = plan.objectives
    assert first.measure is not None
    readings = (*first.measure.readings, Reading(when=date(2026, 9, 14), value="3.4", note="Nights"))
    first = first.replace(measure=first.measure.replace(readings=readings), status=Progress.AT_RISK)
    actions = [
        one.replace(status=ActionStatus.DONE, done=date(2026, 9, 10)) if one.id == "a3" else one for one in plan.actions
    ]
    desk.document.edit(objectives=(first, *others), actions=tuple(actions))


def test_it_tells_what_was_done_read_and_judged_otherwise(desk: Desk) -> None:
    change(desk)
    assert SinceReviewPanel(desk).words().splitlines() == [
        "Since the review of 1 September 2026",
        "Done: a3 Change the last nine wear parts (Élodie Marchand, 10 September 2026).",
        "Read: o1 Line 5 loses one hour a month to stops, not ten. Was 4.1 h, now 3.4 h (14 September 2026). Nights.",
        "Judged otherwise: o1 Line 5 loses one hour a month to stops, not ten. From on track to at risk.",
    ]


def test_where_nothing_happened_it_says_so_and_goes_one_review_back(desk: Desk) -> None:
    head, nothing, before, *told = SinceReviewPanel(desk).words().splitlines()
    assert (head, nothing) == (
        "Since the review of 1 September 2026",
        "Nothing was done, read or judged otherwise in these 14 days.",
    )
    assert before == "Since the one before, of 7 July 2026"
    assert told[0] == "Done: a2 Replace cutting heads and seal jaws (Élodie Marchand, 23 July 2026)."


def test_it_follows_the_plan_while_it_is_written(desk: Desk) -> None:
    panel = SinceReviewPanel(desk)
    change(desk)
    assert "a3 Change the last nine wear parts" in panel._shown.value
    desk.choose("harrow-and-finch-2026-04")
    assert "2 September 2026" in panel._shown.value


def test_the_review_of_today_is_not_what_it_compares_with(desk: Desk) -> None:
    change(desk)
    before = SinceReviewPanel(desk).words()
    assert desk.document is not None
    desk.document.edit(reviews=(*desk.document.plan.reviews, Review(when=TODAY)))
    assert SinceReviewPanel(desk).words() == before


def test_what_became_overdue_since_is_missed(desk: Desk) -> None:
    assert desk.document is not None
    plan = desk.document.plan
    due = {"a3": date(2026, 9, 8), "a4": date(2026, 8, 20)}  # the second one was late at the review already
    desk.document.edit(actions=tuple(one.replace(due=due.get(one.id, one.due)) for one in plan.actions))
    missed = [line for line in SinceReviewPanel(desk).words().splitlines() if line.startswith("Missed")]
    assert missed == ["Missed: a3 Change the last nine wear parts (Élodie Marchand, due 8 September 2026)."]


def test_before_the_first_review_it_begins_with_the_period(desk: Desk) -> None:
    assert desk.document is not None
    desk.document.edit(reviews=())
    lines = SinceReviewPanel(desk).words().splitlines()
    assert lines[0] == "Since the period began on 1 April 2026"
    assert len([line for line in lines if line.startswith("Read: ")]) == 5
