"""Pictures after an edit, held against those of a page that is laid out anew."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from typing import Any

import pytest
from PIL import Image, ImageChops

from clientplan.errors import DoesNotFit
from clientplan.plan.plan import Plan
from clientplan.plan.purpose import ValueProposition
from clientplan.plan.words import Edition
from clientplan.render.brand import Brand
from clientplan.render.composing import ordered
from clientplan.render.live import Live, Look
from clientplan.render.order import Order
from clientplan.render.pack import load
from clientplan.render.printing import job_of
from clientplan.render.typesetter import Typesetter

Plans = Callable[[str], Plan]
FAINT = 60  # of 255: WeasyPrint draws the rule below a table that goes on, which a table alone doesn't have


def order(plan: Plan, prints: dict[str, Any], edition: Edition = Edition.INTERNAL, locale: str = "en-GB") -> Order:
    return ordered(job_of(plan, pack=load("two-page"), edition=edition, paper="A4", locale=locale, **prints))


def edited(plan: Plan) -> Plan:
    """Words on the first page and on the second."""
    first, *others = plan.objectives
    one, *people = plan.people
    return plan.replace(
        objectives=(first.replace(words="Other words"), *others), people=(one.replace(role="Other"), *people)
    )


def differ(one: bytes, other: bytes) -> int:
    """The rows in which two pictures differ so that one sees it."""
    left, right = (Image.open(BytesIO(picture)).convert("L") for picture in (one, other))
    assert left.size == right.size
    box = ImageChops.difference(left, right).point(lambda grey: 255 if grey > FAINT else 0).getbbox()
    return box[3] - box[1] if box else 0


@pytest.mark.parametrize(
    ("name", "edition", "locale"),
    [
        ("harrow-and-finch-2026-04", Edition.CLIENT, "en-GB"),
        ("harrow-and-finch-2026-04", Edition.INTERNAL, "en-GB"),
        ("confiserie-aubrelle-2026-04", Edition.INTERNAL, "ar-EG"),
        ("mohrlin-feinkost-gmbh-2026", Edition.INTERNAL, "de-DE"),
        ("full", Edition.INTERNAL, "en-GB"),
    ],
)
def test_it_looks_as_if_all_had_been_laid_out(
    plans: Plans, prints: dict[str, Any], name: str, edition: Edition, locale: str
) -> None:
    plan = plans(name)
    live, fresh = Live(), Live()
    before = live.look(order(plan, prints, edition, locale))
    now = live.look(order(edited(plan), prints, edition, locale))
    fresh._first = live._first
    whole = fresh.look(order(edited(plan), prints, edition, locale))
    assert len(now.pictures) == len(whole.pictures) == len(before.pictures) == 2
    assert [differ(one, other) for one, other in zip(now.pictures, whole.pictures, strict=True)] == [0, 0]
    assert [differ(one, other) > 0 for one, other in zip(now.pictures, before.pictures, strict=True)] == [True, True]
    assert now.filled == pytest.approx(whole.filled, abs=0.005)


@pytest.fixture
def laid_out(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many pages each layout had."""
    seen: list[int] = []
    real = Typesetter.lay_out

    def counted(self: Typesetter, *arguments: Any, **named: Any) -> Any:
        done = real(self, *arguments, **named)
        seen.append(len(done[0].pages))
        return done

    monkeypatch.setattr(Typesetter, "lay_out", counted)
    return seen


def test_only_the_page_that_changed_is_laid_out(plans: Plans, prints: dict[str, Any], laid_out: list[int]) -> None:
    plan = plans("harrow-and-finch-2026-04")
    live = Live()
    live.look(order(plan, prints))
    laid_out.clear()
    person, *others = plan.people
    look = live.look(order(plan.replace(people=(person.replace(role="Other"), *others)), prints))
    assert (look.changed, laid_out) == ((1,), [1])
    laid_out.clear()
    assert live.look(order(plan.replace(people=(person.replace(role="Other"), *others)), prints)).changed == ()
    assert laid_out == []


def more(plan: Plan) -> Plan:
    return plan.replace(people=(*plan.people, plan.people[0].replace(name="Somebody Else")))


def longer(plan: Plan) -> Plan:
    first, *others = plan.objectives
    return plan.replace(objectives=(first.replace(words="word " * 90), *others))


def shorter(plan: Plan) -> Plan:
    return plan.replace(value_proposition=ValueProposition(goal="Less"))


@pytest.mark.parametrize("edit", [more, longer, shorter])
def test_all_is_laid_out_where_parts_may_have_moved(
    plans: Plans, prints: dict[str, Any], edit: Callable[[Plan], Plan], laid_out: list[int]
) -> None:
    plan = plans("harrow-and-finch-2026-04")
    live = Live()
    live.look(order(plan, prints, Edition.CLIENT))
    laid_out.clear()
    look = live.look(order(edit(plan), prints, Edition.CLIENT))
    assert laid_out[-1] == len(look.pictures)
    fresh = Live()
    fresh._first = live._first
    assert look.pictures == fresh.look(order(edit(plan), prints, Edition.CLIENT)).pictures


def test_another_style_is_another_page(plans: Plans, prints: dict[str, Any]) -> None:
    plan = plans("harrow-and-finch-2026-04")
    live = Live()
    before = live.look(order(plan, prints))
    now = live.look(order(plan, {**prints, "brand": Brand("Meridian Packaging Systems", "#aa0000")}))
    assert now.changed == (0, 1)
    assert now.pictures != before.pictures


def test_a_plan_that_has_become_too_long_is_refused_and_shown_again_when_it_fits(
    plans: Plans, prints: dict[str, Any]
) -> None:
    plan = plans("full")
    live = Live()
    before = live.look(order(plan, prints))
    many = tuple(plan.actions[4].replace(id=f"a{number}", status="open") for number in range(60))
    with pytest.raises(DoesNotFit):
        live.look(order(plan.replace(actions=many), prints))
    after = live.look(order(plan, prints))
    assert isinstance(after, Look)
    assert len(after.pictures) == len(before.pictures)
