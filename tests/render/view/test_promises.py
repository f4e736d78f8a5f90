from __future__ import annotations

from datetime import date

from clientplan.plan.plan import Plan
from clientplan.plan.words import Edition
from clientplan.render.brand import Brand
from clientplan.render.view.promises import promises
from clientplan.render.view.voice import Voice

VOICE = Voice.of("en-GB", date(2026, 9, 15))
BRAND = Brand("Meridian")


def test_what_each_side_promises_by_its_day(full: Plan) -> None:
    found = promises(full, BRAND, VOICE)
    assert found is not None
    assert found.lanes == ("Meridian", "Nordhaven Shipyards")
    assert [(row.id, row.theirs) for row in found.rows] == [
        ("a1", False),
        ("a2", True),
        ("a3", False),
        ("a4", False),
        ("a5", False),
        ("a6", True),
        ("a7", False),
        ("a8", False),
    ]


def test_a_promise_kept_is_told_with_its_day_and_an_open_one_with_its_end(full: Plan) -> None:
    found = promises(full, BRAND, VOICE)
    assert found is not None
    kept, late = found.rows[0], found.rows[3]
    assert (kept.day, kept.status, kept.done_when) == (None, "Done 25\u00a0Feb\u00a02026", None)
    assert (late.day, late.status, late.state) == ("11\u00a0Sept\u00a02026", "Overdue", "overdue")
    assert late.done_when == "Eight dates stand in the dock plan"


def test_of_one_side_alone_there_are_no_lanes(full: Plan) -> None:
    ours = full.replace(actions=tuple(action for action in full.actions if action.side == "ours"))
    found = promises(ours, BRAND, VOICE)
    assert found is not None
    assert found.lanes == ()


def test_the_latest_that_was_agreed(full: Plan) -> None:
    reviews = (full.reviews[0].replace(when=date(2026, 1, 31), agreed="Old"), *full.reviews)
    found = promises(full.replace(reviews=reviews), BRAND, VOICE)
    assert found is not None
    assert [(one.day, one.words) for one in found.agreed] == [
        ("Agreed on 14 April 2026", "Dock days are the one figure that both sides report."),
        ("Agreed on 7 July 2026", "A second night crew before the autumn season."),
    ]


def test_the_client_reads_no_internal_promise(full: Plan) -> None:
    found = promises(full.edition(Edition.CLIENT), BRAND, VOICE)
    assert found is not None
    assert [row.id for row in found.rows] == ["a1", "a2", "a3", "a4", "a5", "a6"]


def test_nothing_promised(full: Plan) -> None:
    assert promises(full.replace(actions=(), reviews=()), BRAND, VOICE) is None
    dropped = full.replace(actions=full.actions[-1:], reviews=())
    assert promises(dropped, BRAND, VOICE) is None
