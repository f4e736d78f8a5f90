"""The guidance is held to what it teaches: nothing in it may be what our own checks would mark."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from clientplan import checks
from clientplan.checks.registry import described
from clientplan.guidance import ideas
from clientplan.guidance.ideas import KINDS, Idea, Industry
from clientplan.plan.action import Action, Stop
from clientplan.plan.objective import Objective
from clientplan.plan.plan import Client, Period, Plan
from clientplan.plan.purpose import ValueProposition
from clientplan.plan.words import Phase

INDUSTRIES = ideas.industries()
of_each_industry = pytest.mark.parametrize("industry", INDUSTRIES, ids=lambda one: one.name)


def every_idea() -> Iterator[Idea]:
    for topic in (ideas.proposition(), ideas.stops(), ideas.reviews(), *map(ideas.phase, Phase)):
        yield from topic.ideas


def marked(industry: Industry, choice: str) -> set[str]:
    """The checks of wording that speak about an industry's examples."""
    said = {kind: getattr(industry.examples[kind], choice) for kind in KINDS}
    plan = Plan(
        client=Client(name="A client"),
        period=Period(first=date(2026, 1, 1), last=date(2026, 12, 31)),
        value_proposition=ValueProposition(they_gain=said["proposition"]),
        objectives=(
            Objective(id="o1", words=said["objective"]),
            Objective(id="o2", words=said["process"], serves="o1"),
        ),
        actions=(Action(id="a1", what=said["action"]),),
        stops=(Stop(what=said["stop"]),),
    )
    found = checks.report(plan, today=date(2026, 2, 1)).findings
    codes = {"CP404", "CP307", "CP509"}
    return {one.code for one in found if one.code in codes or (one.code == "CP503" and "verb" in one.message)}


def test_there_are_the_fields_that_account_managers_have() -> None:
    assert len(INDUSTRIES) >= 12
    assert len({one.name for one in INDUSTRIES}) == len(INDUSTRIES)


@of_each_industry
def test_each_field_is_complete_and_says_who_speaks(industry: Industry) -> None:
    assert set(industry.examples) == set(KINDS)
    assert industry.seller.startswith("a ")
    assert len(industry.words) >= 6
    for pair in industry.examples.values():
        assert len(pair.weak.split()) < len(pair.better.split()) <= 40


@of_each_industry
def test_no_better_example_is_one_that_a_check_would_mark(industry: Industry) -> None:
    assert marked(industry, "better") == set()


def test_weak_examples_are_weak() -> None:
    """Or the test above would pass by looking at nothing."""
    assert {code for one in INDUSTRIES for code in marked(one, "weak")} >= {"CP404", "CP307"}


@of_each_industry
def test_better_objectives_and_stops_have_a_figure(industry: Industry) -> None:
    for kind in ("objective", "process", "stop"):
        assert any(letter.isdigit() for letter in industry.examples[kind].better), kind
        assert not any(letter.isdigit() for letter in industry.examples[kind].weak), kind


def test_no_sentence_is_told_twice() -> None:
    told = [text for one in INDUSTRIES for pair in one.examples.values() for text in (pair.weak, pair.better)]
    told += [text for idea in every_idea() for text in (idea.do, idea.why, idea.leaves)]
    assert len(told) > 200
    assert len(told) == len(set(told))


def test_an_idea_answers_checks_that_there_are() -> None:
    codes = {code for idea in every_idea() for code in idea.answers}
    codes |= {code for question in ideas.questions() for code in question.answers}
    assert len(codes) > 15
    assert codes <= set(described())


def test_there_are_four_questions_and_ladders_with_all_rungs() -> None:
    assert len(ideas.questions()) == 4
    _, test, ladders = ideas.ladders()
    assert test.count("?") == 3
    assert len(ladders) >= 3
    assert all(all((one.outcome, one.performance, one.process, one.action)) for one in ladders)


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Confectionery", "Food and drink manufacturers"),
        ("Delicatessen salads", "Food and drink manufacturers"),
        ("Käse", "Food and drink manufacturers"),
        ("Food wholesaler", "Retailers and wholesalers"),
        ("Sports nutrition", "Food and drink manufacturers"),
        ("Gastronomie", "Hotels, catering and travel"),
        ("Gas network", "Energy and utilities"),
        ("REGIONAL BANK", "Banks and insurers"),
        ("Public relations", "Consulting, law, agencies and staffing"),
        ("Municipal water works", "The public sector and education"),
        ("Falconry", None),
        ("Sports clubs", None),
        ("Debit cards for lawns", None),
        ("", None),
        (None, None),
    ],
)
def test_the_field_is_known_by_its_words(written: str | None, name: str | None) -> None:
    found = ideas.industry_of(written)
    assert (found.name if found else None) == name


def test_the_sample_has_its_field() -> None:
    plans = (Path(__file__).parents[2] / "sample_data" / "plans").glob("*.yaml")
    found = [line.split(": ")[1] for plan in plans for line in plan.read_text().splitlines() if "  industry: " in line]
    assert len(found) == 3
    assert {one.name for written in found if (one := ideas.industry_of(written))} == {"Food and drink manufacturers"}


def test_words_of_two_fields_are_not_the_same() -> None:
    known = [word for industry in INDUSTRIES for word in industry.known_by]
    assert [word for word in set(known) if known.count(word) > 1] == []
