from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from clientplan.forms.desk import Desk
from clientplan.forms.review import ReviewForm
from clientplan.forms.sheet import ReviewSheet, VerdictLine
from clientplan.plan.objective import Objective, Reading
from clientplan.plan.plan import Plan
from clientplan.plan.review import Review, Verdict
from clientplan.plan.words import Progress

TODAY = date(2026, 9, 15)
Filed = Callable[[Desk], Plan]


def sheet(form: ReviewForm) -> ReviewSheet:
    assert form.sheet is not None
    return form.sheet


def line(form: ReviewForm, name: str) -> VerdictLine:
    return next(one for one in sheet(form).lines if one.name == name)


def judge(form: ReviewForm, name: str, status: Progress | None, note: str | None = None) -> None:
    line(form, name).part.boxes["status"].widget.value = status
    if note is not None:
        line(form, name).part.boxes["note"].widget.value = note


def put(form: ReviewForm, **typed: Any) -> None:
    for name, value in typed.items():
        sheet(form).part.boxes[name].widget.value = value


def status(plan: Plan, name: str) -> Progress:
    objective = plan.objective(name)
    assert objective is not None
    return objective.status


def begun(desk: Desk) -> ReviewForm:
    form = ReviewForm(desk)
    form.begin_button.click()
    return form


def test_a_review_begins_today_with_a_line_for_each_open_objective(desk: Desk, filed: Filed) -> None:
    assert desk.document is not None
    plan = desk.document.plan
    desk.document.edit(
        objectives=tuple(one.replace(status=Progress.REACHED) if one.id == "o3" else one for one in plan.objectives)
    )
    form = begun(desk)
    assert filed(desk).reviews[-1] == Review(when=TODAY, by="Ruth Adeyemi")
    assert len(filed(desk).reviews) == 3
    assert [one.name for one in sheet(form).lines] == ["o1", "o2", "o4", "o5"]
    assert [one.part.boxes["status"].value for one in sheet(form).lines] == [None] * 4
    assert "The review is begun." in form.status.words
    assert form.begin_button not in form.children


def test_verdicts_and_what_comes_of_it_are_saved_as_they_are_typed(desk: Desk, filed: Filed) -> None:
    form = begun(desk)
    judge(form, "o2", Progress.AT_RISK, "Thursdays go to repairs")
    put(form, agreed="Preventive work on Thursdays from 1 October", lessons="The shift lead decides, not the plan")
    form.frame.boxes["next_review"].widget.value = date(2026, 10, 13)
    now = filed(desk)
    assert now.reviews[-1] == Review(
        when=TODAY,
        by="Ruth Adeyemi",
        verdicts=(Verdict(objective="o2", status=Progress.AT_RISK, note="Thursdays go to repairs"),),
        agreed="Preventive work on Thursdays from 1 October",
        lessons="The shift lead decides, not the plan",
    )
    assert now.next_review == date(2026, 10, 13)
    assert form.status.words == "Saved 15:02"


def test_the_verdict_is_how_the_objective_stands_now(desk: Desk, filed: Filed) -> None:
    form = begun(desk)
    judge(form, "o2", Progress.OFF_TRACK)
    assert status(filed(desk), "o2") is Progress.OFF_TRACK
    judge(form, "o2", Progress.AT_RISK)
    assert status(filed(desk), "o2") is Progress.AT_RISK
    assert status(filed(desk), "o1") is Progress.ON_TRACK


def test_an_objective_that_has_moved_since_is_not_taken_back(desk: Desk, filed: Filed) -> None:
    form = ReviewForm(desk)  # the review of 1 September says o1 is on track
    assert desk.document is not None
    plan = desk.document.plan
    desk.document.edit(
        objectives=tuple(one.replace(status=Progress.REACHED) if one.id == "o1" else one for one in plan.objectives)
    )
    judge(form, "o1", Progress.AT_RISK)
    assert status(filed(desk), "o1") is Progress.REACHED
    assert filed(desk).reviews[-1].verdicts[0].status is Progress.AT_RISK


def test_of_an_older_review_no_objective_is_moved(desk: Desk, filed: Filed) -> None:
    form = begun(desk)
    put(form, when=date(2026, 8, 20))
    assert [one.when.month for one in filed(desk).reviews] == [7, 8, 9]
    judge(form, "o2", Progress.OFF_TRACK)
    assert filed(desk).reviews[1].verdicts == (Verdict(objective="o2", status=Progress.OFF_TRACK),)
    assert status(filed(desk), "o2") is Progress.ON_TRACK
    assert len(filed(desk).reviews) == 3


def test_a_verdict_taken_out_is_gone_and_a_note_alone_asks_for_one(desk: Desk, filed: Filed) -> None:
    form = begun(desk)
    judge(form, "o2", Progress.AT_RISK)
    judge(form, "o2", None)
    assert filed(desk).reviews[-1].verdicts == ()
    line(form, "o2").part.boxes["note"].widget.value = "Later"
    assert "How o2 stands is missing" in line(form, "o2").part.boxes["status"].remarks.words
    assert filed(desk).reviews[-1].verdicts == ()


def test_one_click_fills_what_is_left(desk: Desk, filed: Filed) -> None:
    form = begun(desk)
    judge(form, "o2", Progress.AT_RISK)
    sheet(form).as_they_stand.click()
    verdicts = {one.objective: one.status for one in filed(desk).reviews[-1].verdicts}
    assert verdicts == {one.id: one.status for one in filed(desk).objectives}
    assert verdicts["o2"] is Progress.AT_RISK


def test_what_was_judged_stays_as_it_was_judged(desk: Desk, filed: Filed) -> None:
    desk.choose("harrow-and-finch-2026-04")  # o3 was on track at the review, and is at risk since
    form = ReviewForm(desk)
    sheet(form).as_they_stand.click()
    verdicts = {one.objective: one.status for one in filed(desk).reviews[-1].verdicts}
    assert verdicts["o3"] is Progress.ON_TRACK
    assert verdicts["o1"] is status(filed(desk), "o1")


def test_opening_and_saving_keeps_the_order_of_the_file(desk: Desk, filed: Filed) -> None:
    assert desk.document is not None
    plan = desk.document.plan
    last = plan.reviews[-1]
    desk.document.edit(reviews=(plan.reviews[0], last.replace(verdicts=tuple(reversed(last.verdicts)))))
    before = filed(desk)
    ReviewForm(desk).save()
    assert filed(desk) == before


def test_a_review_begun_by_mistake_goes_and_comes_back(desk: Desk, filed: Filed) -> None:
    form = begun(desk)
    judge(form, "o2", Progress.AT_RISK)
    written = filed(desk).reviews
    form.remove_button.click()
    assert filed(desk).reviews == written[:-1]
    assert form.begin_button in form.children
    form.status.button.click()
    assert filed(desk).reviews == written
    assert line(form, "o2").part.boxes["status"].value is Progress.AT_RISK


def test_it_is_not_put_back_over_another_one(desk: Desk, filed: Filed) -> None:
    form = begun(desk)
    form.remove_button.click()
    put_back = form.status.button
    assert desk.document is not None
    desk.document.edit(reviews=())
    put_back.click()
    assert "changed since" in form.status.words
    assert filed(desk).reviews == ()


def test_earlier_reviews_can_be_read(desk: Desk) -> None:
    form = begun(desk)
    earlier = form._earlier.value
    assert "The 2 reviews before" in earlier
    assert earlier.index("1 September 2026") < earlier.index("7 July 2026")
    assert "Our apology counted less than the list of parts." in earlier
    assert "o2 100% of preventive jobs are done on their day.: at risk. Jobs slip when the line runs late" in earlier


def test_each_line_says_what_was_before_and_what_the_measure_says(desk: Desk) -> None:
    head = line(begun(desk), "o5")._head.value
    assert "Before: at risk. In the plan: at risk. Last read 1 September 2026: 5.4 of 10, 60 % of the way." in head


def test_a_verdict_on_what_is_no_longer_in_the_plan_stays(desk: Desk, filed: Filed) -> None:
    assert desk.document is not None
    last = Review(when=TODAY, verdicts=(Verdict(objective="o9", status=Progress.ON_TRACK),))
    desk.document.edit(reviews=(last,))
    form = ReviewForm(desk)
    assert "isn't in the plan any more" in line(form, "o9")._head.value.replace("&#x27;", "'")
    judge(form, "o1", Progress.ON_TRACK)
    assert [one.objective for one in filed(desk).reviews[-1].verdicts] == ["o9", "o1"]


def test_a_review_that_is_late_says_how_late(desk: Desk) -> None:
    assert desk.document is not None
    desk.document.edit(next_review=date(2026, 9, 12))
    form = ReviewForm(desk)
    assert "was due on 12 September 2026, 3 days ago" in form._head.value
    assert "2026-09-12" in form.frame.boxes["next_review"].remarks.words
    form.frame.boxes["next_review"].widget.value = date(2026, 10, 13)
    assert form.frame.boxes["next_review"].remarks.words == ""
    assert form._head.value == '<p class="cp-heading">The review of 1 September 2026</p>'


def test_a_next_review_without_a_day_is_said_at_once(desk: Desk) -> None:
    assert desk.document is not None
    desk.document.edit(next_review=None)
    assert "Set the day of the next look" in ReviewForm(desk).frame.boxes["next_review"].remarks.words


def test_a_light_that_the_figures_do_not_bear_out_is_said_here_and_how_it_is_written_is_not(desk: Desk) -> None:
    assert desk.document is not None
    first, *others = desk.document.plan.objectives
    assert first.measure is not None
    readings = (*first.measure.readings, Reading(when=TODAY, value="10.2"))
    first = first.replace(level=None, measure=first.measure.replace(readings=readings))
    desk.document.edit(objectives=(first, *others))
    assert {finding.code for finding in desk.findings()} >= {"CP704", "CP405"}
    assert [finding.code for finding in ReviewForm(desk)._concerning()] == ["CP704"]


def test_reviews_that_change_nothing_are_said_on_the_review(desk: Desk) -> None:
    assert desk.document is not None
    same = tuple(Review(when=date(2026, month, 1)) for month in (6, 7, 8))
    desk.document.edit(reviews=same)
    form = ReviewForm(desk)
    assert sheet(form).part.head is not None
    assert "second review in a row" in sheet(form).part.head.words
    put(form, lessons="The carrier is late on Mondays alone")
    assert sheet(form).part.head.words == ""


def test_another_objective_gets_its_line(desk: Desk) -> None:
    form = begun(desk)
    assert desk.document is not None
    desk.document.edit(objectives=(*desk.document.plan.objectives, Objective(id="o6", words="A sixth")))
    assert "o6" in [one.name for one in sheet(form).lines]


def test_a_review_begun_in_another_notebook_is_not_lost(desk: Desk, filed: Filed) -> None:
    form, other = ReviewForm(desk), Desk(desk.workspace)
    assert other.document is not None
    other.document.edit(reviews=(*other.document.plan.reviews, Review(when=date(2026, 9, 14), agreed="Theirs")))
    form.begin_button.click()
    assert "changed by somebody else" in form.status.words
    assert filed(desk).reviews[-1].agreed == "Theirs"
    form.status.button.click()
    assert sheet(form).part.boxes["agreed"].value == "Theirs"


def test_the_first_review_of_a_plan(fresh_desk: Desk, filed: Filed) -> None:
    form = ReviewForm(fresh_desk)
    assert form.sheet is None
    assert "No review yet." in form.words()
    form.begin_button.click()
    assert [one.when for one in filed(fresh_desk).reviews] == [fresh_desk.workspace.today]
    assert sheet(form).lines == []
    assert "There is no open objective to judge." in "".join(str(getattr(one, "value", "")) for one in form.children)
