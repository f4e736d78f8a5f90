"""Every pack with every plan: within its budget on both papers, nothing lost, nothing of ours in the client's."""

from __future__ import annotations

import re
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import fromstring

import pytest
from pypdf import PdfReader

from clientplan import paths
from clientplan.errors import DoesNotFit
from clientplan.plan.plan import Plan
from clientplan.plan.words import Edition
from clientplan.render.completeness import read
from clientplan.render.leaks import leaks
from clientplan.render.pack import load, names
from clientplan.render.printing import Printed, print_plan
from clientplan.render.view.page import SECTIONS

Prints = Callable[..., Printed]
Plans = Callable[[str], Plan]

# Those that print a plan; test_printing has two-page.
NEW = tuple(name for name in names() if name != "two-page" and set(load(name).settings.sections) <= set(SECTIONS))
PLANS = [
    "full",
    "sparse",
    "bare",
    "hard",
    *sorted(path.stem for path in (paths.sample_data() / "plans").glob("*.yaml")),
]
WIDTHS = {"A4": 210.0, "Letter": 215.9}


@pytest.mark.parametrize("paper", WIDTHS)
@pytest.mark.parametrize("edition", Edition)
@pytest.mark.parametrize("plan", PLANS)
@pytest.mark.parametrize("pack", NEW)
def test_every_plan_prints_within_the_budget_of_every_pack(
    printed: Prints, pack: str, plan: str, edition: Edition, paper: str
) -> None:
    """That nothing is cropped, lost, overlapping or logged is what a print is refused for."""
    done = printed(plan, edition, paper, pack=pack)
    pages = PdfReader(BytesIO(done.pdf)).pages
    assert len(pages) == done.pages <= done.budget == load(pack).settings.pages
    assert float(pages[0].mediabox.width) / 72 * 25.4 == pytest.approx(WIDTHS[paper], abs=0.1)
    assert done.without == ()
    assert done.type_size is not None
    assert done.type_size >= 8.49
    assert done.margin is not None
    assert done.margin >= 10


@pytest.mark.parametrize("plan", PLANS)
@pytest.mark.parametrize("pack", NEW)
def test_nothing_of_ours_is_in_the_clients_print(printed: Prints, plans: Plans, pack: str, plan: str) -> None:
    done = printed(plan, Edition.CLIENT, pack=pack)
    assert leaks(plans(plan), done.pdf, "plan.pdf", done.shown) == []


@pytest.mark.parametrize("pack", NEW)
def test_the_client_reads_neither_its_phase_nor_results_against_plan(
    full: Plan, prints: dict[str, Any], pack: str
) -> None:
    plan = full.replace(phase="erosion")
    text = " ".join(read(print_plan(plan, pack=load(pack), edition=Edition.CLIENT, **prints).pdf))
    for word in ("erosion", "maintenance", "planned to date", "€871,400", "below its plan", "What slipped", "recovery"):
        assert word.casefold() not in text.casefold()


def test_recovery_tells_us_what_slipped_and_the_client_what_we_put_right(printed: Prints) -> None:
    ours, theirs = (" ".join(read(printed("full", edition, pack="recovery").pdf)) for edition in reversed(Edition))
    for text in ("What slipped", "planned to date (94%)", "below its plan since Mar", "The way back: recovery first"):
        assert text in ours
    for text in ("Where we are behind", "What we put right", "What both sides promise"):
        assert text in theirs


@pytest.mark.parametrize("pack", NEW)
def test_pages_are_well_formed_so_that_they_are_read_in_no_time(printed: Prints, pack: str) -> None:
    for plan in PLANS[:4]:
        fromstring(printed(plan, Edition.INTERNAL, pack=pack).html)  # noqa: S314  # our own


def test_sparklines_and_bars_have_their_words(printed: Prints) -> None:
    reader = PdfReader(BytesIO(printed("full", Edition.CLIENT, pack="review").pdf))
    items = [reader.get_object(number) for number in range(1, reader.trailer["/Size"])]
    words = {str(item["/Alt"]) for item in items if hasattr(item, "keys") and "/Alt" in item}
    assert "19 days → 18.6 days → 17.9 days → 17.2 days → 16 days" in {text.replace("\u00a0", " ") for text in words}


def with_actions(plan: Plan, count: int) -> Plan:
    actions = tuple(plan.actions[4].replace(id=f"b{number}") for number in range(count))
    return plan.replace(actions=(*plan.actions, *actions))


def test_a_plan_too_long_for_one_page_loses_its_people_first_and_is_then_refused(
    full: Plan, prints: dict[str, Any]
) -> None:
    options = {"pack": load("one-page"), "edition": Edition.INTERNAL, **prints}
    done = print_plan(with_actions(full, 10), **options)
    assert done.without == ("people_in_brief",)
    assert "Silje Aamodt" in done.html  # an action is hers
    assert "Marit Solberg" not in " ".join(read(done.pdf))
    with pytest.raises(DoesNotFit) as refused:
        print_plan(with_actions(full, 60), **options)
    assert re.search(r"without people in brief, and the page budget is 1: about \d+ lines too many", str(refused.value))
    assert re.search(r"\n  actions in brief: \d+ lines", str(refused.value))


def test_a_review_of_a_plan_without_one_asks_for_its_first(printed: Prints) -> None:
    text = " ".join(read(printed("sparse", Edition.CLIENT, pack="review").pdf))
    assert "The first review" in text
    assert "Where the objectives stand" in text
    assert "Then" not in text.split()
    assert "Next review 1 October 2026" in text.replace("\r\n", " ")


@pytest.mark.parametrize("pack", NEW)
def test_a_users_style_prints_the_same_words(
    printed: Prints, full: Plan, prints: dict[str, Any], tmp_path: Path, pack: str
) -> None:
    """A pack with a file of the user's gets plain data in a sandbox: its templates have to do with that."""
    (tmp_path / pack).mkdir()
    (tmp_path / pack / "style.css").write_text("h2 { text-decoration: underline }", encoding="utf-8")
    done = print_plan(full, pack=load(pack, [tmp_path]), edition=Edition.INTERNAL, **prints)
    assert done.html == printed("full", Edition.INTERNAL, pack=pack).html
