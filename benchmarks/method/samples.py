"""The plan that is measured: one that is printed on two pages from a single layout, as close to a sample as can be."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import product
from pathlib import Path

from clientplan import paths
from clientplan.plan.plan import Plan
from clientplan.plan.reading import read
from clientplan.plan.words import Edition
from clientplan.settings import FILE, Settings, read_settings
from method.layouts import counted
from peers.case import Case

NAME = "harrow-and-finch-2026-04"
EDITION = Edition.INTERNAL  # it shows everything that a page can show


def settings() -> Settings:
    return read_settings(paths.sample_data() / FILE)


def plans() -> dict[str, Plan]:
    """The sample's plans by name."""
    return {path.stem: read(path.read_bytes()) for path in sorted((paths.sample_data() / "plans").glob("*.yaml"))}


def sample(folder: Path) -> Case:
    """A sample plan as it stands."""
    return Case(NAME, plans()[NAME], EDITION, settings(), folder)


def every(folder: Path) -> list[Case]:
    """All sample plans in both editions."""
    return [Case(name, plan, edition, settings(), folder) for name, plan in plans().items() for edition in Edition]


def one_layout(folder: Path) -> Case:
    """The same plan, shortened only as far as it takes for a print to need one layout."""
    return Case(NAME, _one_layout(), EDITION, settings(), folder)


@cache
def _one_layout() -> Plan:
    for plan in _shorter(plans()[NAME]):
        case = Case(NAME, plan, EDITION, settings(), Path())  # nothing is written here
        if (layouts(case), case.printed().pages) == (1, 2):
            return plan
    raise LookupError("No shortening of the sample plan is printed on two pages from one layout")


def layouts(case: Case) -> int:
    case.printed()
    with counted() as taken:
        case.printed()
    return len(taken)


def _shorter(plan: Plan) -> Iterator[Plan]:
    """The plan itself, then with one objective or action less, with two, and so on."""
    most = 4
    for less in sorted(product(range(most), repeat=2), key=sum):
        actions, objectives = (
            found[: len(found) - drop] for found, drop in zip((plan.actions, plan.objectives), less, strict=True)
        )
        yield plan.replace(actions=actions, objectives=objectives)
