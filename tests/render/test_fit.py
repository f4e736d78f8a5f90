"""What is tried, in which order, and what is taken: over layouts that are only figures."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from clientplan.errors import DoesNotFit
from clientplan.render.density import Density
from clientplan.render.fit import Fitted, Trial, fit
from clientplan.render.layout import Layout, Part

HEAD = "Nordhaven needs 3 pages, and the page budget is 2:"


class Figures(NamedTuple):
    needed: float
    step: float | None = 0.5  # how far down the next step reaches
    parts: tuple[Part, ...] = ()
    shares: tuple[tuple[str, float], ...] = ()


class Laid(Layout):
    """A layout by its figures alone."""

    def __init__(self, figures: Figures) -> None:
        object.__setattr__(self, "figures", figures)

    @property
    def pages(self) -> int:
        return int(self.figures.needed - 1e-9) + 1

    @property
    def needed(self) -> float:
        return self.figures.needed

    def reach(self, section: str) -> float | None:
        return self.figures.step if section == "next_step" else 0

    def share(self, section: str) -> float:
        return dict(self.figures.shares).get(section, 0)

    def lines_after(self, page: int) -> int:
        return 14

    def parts(self, after: int = -1) -> list[Part]:
        return [part for part in self.figures.parts if after < 0 or part.section == "actions"]


def fitted(
    budget: int = 2, optional: tuple[str, ...] = (), first: Density = Density.NORMAL, **steps: Figures
) -> tuple[Fitted, list[str]]:
    """What was taken, and the densities that were tried."""
    tried: list[str] = []

    def lay_out(trial: Trial) -> Layout:
        tried.append(trial.density.value)
        return Laid(steps["_".join([trial.density, *trial.without])])

    return fit(lay_out, budget, "Nordhaven", optional, first), tried


def taken(budget: int = 2, **steps: Figures) -> tuple[str, list[str]]:
    done, tried = fitted(budget, **steps)
    assert done.trial.without == ()
    return done.trial.density.value, tried


def test_what_fits_is_laid_out_once() -> None:
    assert taken(normal=Figures(1.8)) == ("normal", ["normal"])
    assert taken(normal=Figures(0.9)) == ("normal", ["normal"])


def test_a_plan_that_is_too_long_gets_the_nearest_step_that_is_likely_to_serve() -> None:
    assert taken(normal=Figures(2.1), snug=Figures(1.9)) == ("snug", ["normal", "snug"])
    assert taken(normal=Figures(2.3), compact=Figures(1.97)) == ("compact", ["normal", "compact"])
    assert taken(normal=Figures(2.6), tight=Figures(1.97)) == ("tight", ["normal", "tight"])


def test_a_guess_that_was_wrong_costs_one_more_layout() -> None:
    assert taken(normal=Figures(2.1), snug=Figures(2.05), compact=Figures(1.99)) == (
        "compact",
        ["normal", "snug", "compact"],
    )


def test_the_last_guess_is_one_that_is_sure() -> None:
    assert taken(1, normal=Figures(1.139), snug=Figures(1.078), tight=Figures(0.95)) == (
        "tight",
        ["normal", "snug", "tight"],
    )


def test_a_lonely_last_page_is_saved_where_it_is_likely_to_be() -> None:
    assert taken(normal=Figures(1.1), snug=Figures(0.98)) == ("snug", ["normal", "snug"])
    assert taken(normal=Figures(1.1), snug=Figures(1.02)) == ("normal", ["normal", "snug"])
    assert taken(normal=Figures(1.3)) == ("normal", ["normal"])


def test_the_next_step_stands_on_the_first_page_where_it_can() -> None:
    assert taken(normal=Figures(1.8, 1.1), snug=Figures(1.7, 0.99)) == ("snug", ["normal", "snug"])
    assert taken(normal=Figures(1.8, 1.1), snug=Figures(1.7, 1.01)) == ("normal", ["normal", "snug"])
    assert taken(normal=Figures(1.9, 1.5)) == ("normal", ["normal"])
    assert taken(normal=Figures(1.8, None)) == ("normal", ["normal"])


def test_nothing_is_set_in_the_smallest_type_for_the_looks_of_it() -> None:
    assert taken(normal=Figures(1.9, 1.25)) == ("normal", ["normal"])


def test_a_short_plan_gets_air() -> None:
    assert taken(normal=Figures(0.4), roomy=Figures(0.6)) == ("roomy", ["normal", "roomy"])
    assert taken(normal=Figures(0.59), roomy=Figures(1.1)) == ("normal", ["normal", "roomy"])


def test_optional_sections_are_left_out_in_their_order_and_no_more_than_needed() -> None:
    shares = (("risks", 0.2), ("review", 0.3), ("people", 0.4))
    done, tried = fitted(
        optional=("worth", "risks", "review", "people"),
        normal=Figures(2.75, shares=shares),
        tight_risks=Figures(1.95),
    )
    assert (done.trial, tried) == (Trial(Density.TIGHT, ("risks",)), ["normal", "tight"])


def test_one_more_is_left_out_where_that_was_too_little() -> None:
    shares = (("risks", 0.2), ("review", 0.3), ("people", 0.4))
    done, tried = fitted(
        optional=("risks", "review", "people"),
        normal=Figures(2.75, shares=shares),
        tight_risks=Figures(2.05, shares=shares),
        tight_risks_review=Figures(1.8),
    )
    assert (done.trial.without, tried) == (("risks", "review"), ["normal", "tight", "tight"])


def test_a_hint_where_to_begin_saves_a_layout() -> None:
    assert fitted(first=Density.SNUG, snug=Figures(1.95))[1] == ["snug"]
    assert fitted(first=Density.TIGHT, tight=Figures(1.95))[1] == ["tight"]


def test_what_never_fits_is_refused_with_what_to_cut() -> None:
    parts = (
        Part("people", None, 12),
        Part("actions", None, 31),
        *(Part("actions", name, lines) for name, lines in (("a1", 2), ("a4", 6), ("a7", 5), ("a9", 4))),
        Part("stops", None, 1),
    )
    with pytest.raises(DoesNotFit) as refused:
        fitted(normal=Figures(3.5), tight=Figures(2.4, parts=parts))
    assert str(refused.value).splitlines() == [
        f"{HEAD} about 14 lines too many. Shorten or drop that much. Longest first:",
        "  actions: 31 lines, 31 over, most of them in a4, a7, a9",
        "  people: 12 lines",
        "  stops: 1 line",
    ]
    assert refused.value.filled == 2.4


def test_the_refusal_says_what_was_left_out_already() -> None:
    with pytest.raises(DoesNotFit, match="needs 3 pages, even without next step, and the page budget is 2"):
        fitted(optional=("next_step",), normal=Figures(3.5, shares=(("next_step", 0.1),)), tight_next_step=Figures(2.3))


@pytest.mark.parametrize("needed", [2.1, 2.3, 2.8, 4.0, 9.0])
def test_never_more_than_three_layouts(needed: float) -> None:
    tried = []

    def lay_out(trial: Trial) -> Layout:
        tried.append(trial)
        return Laid(Figures(needed, shares=(("risks", 0.2), ("people", 0.2))))

    with pytest.raises(DoesNotFit):
        fit(lay_out, 2, "Nordhaven", ("risks", "people"))
    assert len(tried) <= 3


def test_a_budget_of_one_page() -> None:
    assert taken(1, normal=Figures(1.2), tight=Figures(0.95))[0] == "tight"
    with pytest.raises(DoesNotFit, match="the page budget is 1"):
        fitted(1, normal=Figures(1.9), tight=Figures(1.1))
