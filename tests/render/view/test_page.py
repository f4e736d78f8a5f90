"""The head, the heart, the people and the review of a page, and what its edition leaves out."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from clientplan.plan.plan import Plan
from clientplan.plan.words import Edition
from clientplan.render.brand import Brand
from clientplan.render.view.page import SECTIONS, Page, page
from clientplan.render.view.shown import texts

BRAND = Brand("Meridian")
INTERNAL = {
    "Nine years of frame orders; both tenders of 2025 went elsewhere.",
    "Winter slots are still open.",
    "Hull work brings us €1.45m, with the frame order signed.",
    "Waiting for the dates of two ships.",
    "Two ships came late from sea",
    "Invite the superintendents to a hull inspection",
    "Offer the frame order with the year's dock days attached",
    "Weekly price list by mail",
    "Compares us by the square metre",
    "decides",
    "Sceptic",
    "A winter storm closes the dock for a week",
    "€2,400,000",
    "The planner in the meeting saved more hours than the crew on call.",
}


def shown(plan: Plan, edition: Edition = Edition.INTERNAL, **options: Any) -> Page:
    given = {"brand": BRAND, "locale": "en-GB", "today": date(2026, 9, 15), **options}
    return page(plan, edition=edition, **given)


def every_text(view: Page) -> set[str]:
    return {text for part in (view.head, view.running, view.sections) for _, text in texts(part)}


def test_the_internal_edition_has_all_that_is_internal(full: Plan) -> None:
    assert every_text(shown(full)) >= INTERNAL


def test_the_client_edition_has_none_of_it(full: Plan) -> None:
    client = " ".join(every_text(shown(full, Edition.CLIENT)))
    assert [text for text in INTERNAL if text in client] == []
    assert "No ship waits for coating." in client


def test_facts_that_are_open_do_not_appear(full: Plan, plans: Callable[[str], Plan]) -> None:
    assert [fact.value for fact in shown(full).head.facts] == [
        "Ship repair",
        "Maintenance",
        "Ines Caldeira",
        "5",
        "Internal",
        "13\u00a0Oct\u00a02026",
    ]
    assert [fact.label for fact in shown(plans("bare")).head.facts] == ["Revision", "Edition"]


def test_sections_without_content_do_not_appear(full: Plan, plans: Callable[[str], Plan]) -> None:
    assert [name for name, _ in shown(full).sections.filled(SECTIONS)] == [
        one for one in SECTIONS if one != "questions"
    ]
    assert [name for name, _ in shown(plans("bare")).sections.filled(SECTIONS)] == [
        "questions",
        "last_time",
        "decisions",
        "next_review",
    ]
    client = {name for name, _ in shown(full, Edition.CLIENT).sections.filled(SECTIONS)}
    assert set(SECTIONS) - client == {"questions", "stops", "results", "worth", "risks", "hours"}


def test_the_order_of_sections_is_the_packs(full: Plan) -> None:
    assert [name for name, _ in shown(full).sections.filled(("people", "purpose"))] == ["people", "purpose"]


def test_each_page_is_marked_for_what_it_is(full: Plan) -> None:
    assert shown(full).running.marks == ("Internal \u2013 not for the client",)
    assert shown(full, Edition.CLIENT).running.marks == ()
    assert shown(full, draft=True).running.marks[1] == "Draft \u2013 this plan still has errors"


def test_the_foot_says_which_page_this_is_of_what(full: Plan) -> None:
    foot = shown(full).running.foot
    assert foot[0] == "Nordhaven Shipyards"
    assert foot[2:] == ("Revision 5", "Internal edition", "Printed 15\u00a0Sept\u00a02026")


def test_a_long_name_is_whole_in_the_head_and_short_in_the_foot(full: Plan) -> None:
    name = "Nordhaven " * 20
    view = shown(full.replace(client=full.client.replace(name=name)))
    assert view.head.client == name.strip()
    assert len(view.running.foot[0]) <= 44
    assert view.running.foot[0].endswith("…")


@pytest.mark.parametrize(("brand", "ours"), [(BRAND, "Meridian"), (Brand(), "We")])
def test_both_sides_are_named(full: Plan, brand: Brand, ours: str) -> None:
    purpose = shown(full, brand=brand).sections.purpose
    assert purpose is not None
    assert [intent.party for intent in purpose.intents] == ["Nordhaven Shipyards", ours]
    assert purpose.intents[0].said == (
        "Stated",
        "Aksel Thorsen, Yard Director",
        "Annual meeting, Bergen",
        "20\u00a0Jan\u00a02026",
    )


def test_the_value_proposition_in_the_order_of_its_questions(plans: Callable[[str], Plan], full: Plan) -> None:
    purpose, sparse = shown(full).sections.purpose, shown(plans("sparse")).sections.purpose
    assert purpose is not None
    assert sparse is not None
    assert [answer.name for answer in purpose.answers] == ["goal", "value", "they_gain", "we_gain"]
    assert [answer.name for answer in sparse.answers] == ["goal"]
    assert sparse.intents[0].said == ("Inferred, to be confirmed",)


def test_the_review_and_what_has_changed_since(full: Plan) -> None:
    review = shown(full).sections.review
    assert review is not None
    assert review.title == "Since the review of 7 July 2026"
    assert [(change.id, change.how) for change in review.changes] == [
        ("a3", "Done"),
        ("o1", "17.9 → 17.2\u00a0days"),
        ("o2", "37 → 29.5\u00a0h"),
        ("o3", "20% → 87.5%"),
        ("o4", "€0 → €871,400"),
        ("o2", "On track → At risk"),
        ("o4", "At risk → Off track"),
    ]


def test_a_review_after_which_nothing_happened_says_what_was_agreed(full: Plan) -> None:
    quiet = full.replace(actions=(), objectives=())
    review = shown(quiet).sections.review
    assert review is not None
    assert (review.title, review.changes) == ("Review of 7 July 2026", ())
    empty = quiet.replace(reviews=(full.reviews[-1].replace(agreed=None, lessons=None, verdicts=()),))
    assert shown(empty).sections.review is None


def test_the_page_speaks_the_language_of_its_locale(full: Plan) -> None:
    view = shown(full, locale="de-DE")
    assert view.head.facts[1].value == "Pflege"
    assert view.document.language == "de-DE"
    assert " ".join(view.document.title.split()) == "Kundenplan: Nordhaven Shipyards, 1. Jan. \u2013 31. Dez. 2026"


def test_long_ids_get_room(full: Plan, plans: Callable[[str], Plan]) -> None:
    assert not shown(full).document.wide
    assert shown(plans("hard")).document.wide
