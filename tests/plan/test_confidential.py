"""Which internal texts are looked for, and where one stands in what the client reads."""

from __future__ import annotations

import pytest

from clientplan.plan.confidential import confided, given_away, sentences
from clientplan.plan.plan import Plan
from clientplan.plan.source import Path
from clientplan.plan.texts import written

OURS = "Their planner leaves in the spring"


def away(plan: Plan) -> list[tuple[Path, Path]]:
    return [(path, text.path) for path, text in given_away(plan)]


def test_every_text_is_written_once_with_whom_it_is_for(small_plan: Plan) -> None:
    plan = small_plan.replace(
        notes="ours",
        objectives=[{"id": "o1", "words": "theirs", "note": "ours"}, {"id": "o2", "words": "ours", "internal": True}],
        actions=[{"id": "a1", "what": "theirs"}, {"id": "a2", "what": "ours", "objective": "o2"}],
        people=[{"name": "theirs", "note": "ours"}],
        checks_off={"CP404": "ours"},
    )
    found = [text for text in written(plan) if text.words in {"ours", "theirs"}]
    assert len(found) == 9
    assert all(text.shared is (text.words == "theirs") for text in found)


@pytest.mark.parametrize(
    ("notes", "known"),
    [
        (OURS, True),
        ("Overcommitted", True),
        ("12 letters ab", False),
        ("a b c d e f g h i j k l", True),
        ("Ruth", False),
    ],
)
def test_a_text_is_looked_for_from_twelve_letters_on(small_plan: Plan, notes: str, *, known: bool) -> None:
    assert [text.words for text in confided(small_plan.replace(notes=notes))] == ([notes] if known else [])


def test_a_text_is_looked_for_as_a_whole_and_by_its_sentences() -> None:
    assert sentences(f"{OURS}. Go. They won't renew: “We are tired of it!”\nLast try before legal") == [
        f"{OURS}. Go. They won't renew: “We are tired of it!”\nLast try before legal",
        OURS,
        "They won't renew",
        "We are tired of it",
        "Last try before legal",
    ]
    assert sentences(OURS) == [OURS]


@pytest.mark.parametrize(
    ("what", "told"),
    [
        (OURS, True),
        (f"Agree the call before {OURS.upper()}!", True),
        ("Their planner, leaves in\nthe (spring)", True),
        ("Their planner leaves in the springtime", False),
        ("Their planner leaves in spring", False),
        ("other planner leaves in the spring", False),
    ],
)
def test_word_for_word(small_plan: Plan, what: str, *, told: bool) -> None:
    plan = small_plan.replace(notes=OURS, actions=[{"id": "a1", "what": what}])
    assert away(plan) == ([(("actions", 0, "what"), ("notes",))] if told else [])


def test_each_place_is_told_once_and_equal_texts_by_the_first(small_plan: Plan) -> None:
    plan = small_plan.replace(
        notes=OURS,
        risks=[{"what": OURS}],
        actions=[{"id": "a1", "what": OURS, "done_when": f"Before {OURS}"}, {"id": "a2", "what": OURS}],
    )
    assert sorted(away(plan)) == [
        (("actions", 0, "done_when"), ("risks", 0, "what")),
        (("actions", 0, "what"), ("risks", 0, "what")),
    ]


def test_what_is_alike_by_chance_does_not_count(small_plan: Plan) -> None:
    one = {"id": "o1", "measure": {"name": "Mean of three months"}}
    two = {"id": "o2", "internal": True, "measure": {"name": "Mean of three months"}, "words": "Growth in three months"}
    done = "It stands in both calendars"
    plan = small_plan.replace(
        objectives=[one, two],
        actions=[
            {"id": "a1", "what": "Report the mean of three months", "done_when": done},
            {"id": "a2", "done_when": done, "owner": "Maria Sales de Oliveira", "internal": True},
            {"id": "a3", "owner": "Maria Sales de Oliveira"},
        ],
        checks_off={"CP404": "report the mean"},
    )
    assert away(plan) == []


def test_two_words_are_said_by_chance(small_plan: Plan) -> None:
    plan = small_plan.replace(
        notes="Framework renegotiation", actions=[{"id": "a1", "what": "Framework renegotiation"}]
    )
    assert away(plan) == []
