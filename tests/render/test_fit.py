from __future__ import annotations

import pytest

from clientplan.errors import DoesNotFit
from clientplan.render.fit import fit
from clientplan.render.layout import Layout, Part

HEAD = "Nordhaven: the plan needs 3 pages, and the page budget is 2:"


class Laid(Layout):
    """A layout by its figures alone: how many pages, how full the last, and on which page the next step stands."""

    def __init__(self, pages: int, last: float, parts: tuple[Part, ...] = (), step: int | None = 0) -> None:
        object.__setattr__(self, "_figures", (pages, last, parts, step))

    @property
    def pages(self) -> int:
        return self._figures[0]

    def filled(self, page: int) -> float:
        return self._figures[1] if page == self.pages - 1 else 1.0

    def page_of(self, section: str) -> int | None:
        return self._figures[3] if section == "next_step" else 0

    def lines_after(self, page: int) -> int:
        return 14

    def parts(self) -> list[Part]:
        return list(self._figures[2])


def fitted(budget: int = 2, **densities: Layout) -> tuple[str, list[str]]:
    """The density that was taken, and those that were tried."""
    tried: list[str] = []

    def lay_out(density: str) -> Layout:
        tried.append(density)
        return densities[density]

    return fit(lay_out, budget, "Nordhaven")[0], tried


def test_what_fits_is_laid_out_once() -> None:
    assert fitted(normal=Laid(2, 0.8)) == ("normal", ["normal"])
    assert fitted(normal=Laid(1, 0.9)) == ("normal", ["normal"])


def test_a_plan_that_is_too_long_is_tightened() -> None:
    assert fitted(normal=Laid(3, 0.2), compact=Laid(2, 0.9)) == ("compact", ["normal", "compact"])


def test_a_lonely_last_page_is_saved_where_it_can_be() -> None:
    assert fitted(normal=Laid(2, 0.1), compact=Laid(1, 0.98)) == ("compact", ["normal", "compact"])
    assert fitted(normal=Laid(2, 0.3), compact=Laid(2, 0.2)) == ("normal", ["normal", "compact"])


def test_the_next_step_stands_on_the_first_page_where_it_can() -> None:
    both = ["normal", "compact"]
    assert fitted(normal=Laid(2, 0.25, step=1), compact=Laid(2, 0.18)) == ("compact", both)
    assert fitted(normal=Laid(2, 0.8, step=1), compact=Laid(2, 0.7)) == ("compact", both)
    assert fitted(normal=Laid(2, 0.9, step=1), compact=Laid(2, 0.7, step=1)) == ("normal", both)
    assert fitted(normal=Laid(2, 0.25), compact=Laid(2, 0.18)) == ("normal", both)
    assert fitted(normal=Laid(2, 0.8, step=None)) == ("normal", ["normal"])


def test_a_short_plan_gets_air() -> None:
    assert fitted(normal=Laid(1, 0.4), roomy=Laid(1, 0.6)) == ("roomy", ["normal", "roomy"])
    assert fitted(normal=Laid(1, 0.59), roomy=Laid(2, 0.1)) == ("normal", ["normal", "roomy"])


def test_what_never_fits_is_refused_with_what_to_cut() -> None:
    parts = (
        Part("people", None, 12),
        Part("actions", None, 31),
        *(Part("actions", name, lines) for name, lines in (("a1", 2), ("a4", 6), ("a7", 5), ("a9", 4))),
        Part("stops", None, 1),
    )
    with pytest.raises(DoesNotFit) as refused:
        fitted(normal=Laid(3, 0.5), compact=Laid(3, 0.2, parts))
    assert str(refused.value).splitlines() == [
        f"{HEAD} about 14 lines too many. Shorten or drop that much. Longest first:",
        "  actions: 31 lines, most of them in a4, a7, a9",
        "  people: 12 lines",
        "  stops: 1 line",
    ]


def test_a_budget_of_one_page() -> None:
    assert fitted(1, normal=Laid(2, 0.9), compact=Laid(1, 0.9))[0] == "compact"
    with pytest.raises(DoesNotFit, match="the page budget is 1"):
        fitted(1, normal=Laid(2, 0.9), compact=Laid(2, 0.1))
