from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from clientplan.errors import DoesNotFit
from clientplan.plan.plan import Plan
from clientplan.plan.words import Edition
from clientplan.render import estimate
from clientplan.render.composing import ordered
from clientplan.render.density import Density
from clientplan.render.fit import Fitted
from clientplan.render.pack import load
from clientplan.render.printing import job_of, print_plan
from clientplan.render.tree import read
from clientplan.render.typesetter import Typesetter
from clientplan.render.typesetting import laid_out

PLANS = ("harrow-and-finch-2026-04", "confiserie-aubrelle-2026-04", "mohrlin-feinkost-gmbh-2026", "full")


@pytest.mark.parametrize("edition", Edition)
@pytest.mark.parametrize("pack", ["two-page", "recovery", "review"])
@pytest.mark.parametrize("name", PLANS)
def test_it_is_near_what_a_layout_shows(
    plans: Callable[[str], Plan], prints: dict[str, Any], name: str, pack: str, edition: Edition
) -> None:
    job = job_of(plans(name), pack=load(pack), edition=edition, paper="A4", locale="en-GB", **prints)
    order = ordered(job)
    trial, layout = Fitted(*laid_out(order))
    shown = Density.NORMAL.expected(layout.needed, trial.density)
    assert estimate.pages(read(order.markup, ours=True)) == pytest.approx(shown, abs=0.35)


def many(plan: Plan, count: int) -> Plan:
    return plan.replace(actions=tuple(plan.actions[4].replace(id=f"a{n}", status="open") for n in range(count)))


def begins(plan: Plan, prints: dict[str, Any], edition: Edition = Edition.INTERNAL) -> Density:
    job = job_of(plan, pack=load("two-page"), edition=edition, paper="A4", locale="en-GB", **prints)
    return estimate.beginning(read(ordered(job).markup, ours=True), 2)


@pytest.mark.parametrize("name", PLANS)
def test_a_usual_plan_begins_with_the_usual_density(
    plans: Callable[[str], Plan], prints: dict[str, Any], name: str
) -> None:
    assert begins(plans(name), prints, Edition.CLIENT) is Density.NORMAL


def test_the_longer_the_denser(full: Plan, prints: dict[str, Any]) -> None:
    found = [begins(many(full, count), prints) for count in range(5, 60, 5)]
    steps = list(Density)
    assert [steps.index(step) for step in found] == sorted(steps.index(step) for step in found)
    assert found[0] is Density.NORMAL
    assert found[-1] is Density.TIGHT


def test_what_is_far_too_long_is_refused_after_one_layout(
    full: Plan, prints: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[str] = []
    real = Typesetter.lay_out

    def counted(self: Typesetter, page: Any, *arguments: Any, **named: Any) -> Any:
        made.append(page.get("class"))
        return real(self, page, *arguments, **named)

    monkeypatch.setattr(Typesetter, "lay_out", counted)
    with pytest.raises(DoesNotFit):
        print_plan(many(full, 90), edition=Edition.INTERNAL, **prints)
    assert len(made) == 1
    assert made[0].endswith("tight")
