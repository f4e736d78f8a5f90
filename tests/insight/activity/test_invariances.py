"""A meeting is worth no more in two rows than in one, and noise adds its own hours only."""

from __future__ import annotations

from typing import Any

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clientplan.insight.activity import judge

PLAN = pd.DataFrame(
    [
        ("o1", "C", "2026-01-05", "2026-12-31", "Line 2 gains 320 hours a year.", "Anita Rao"),
        ("o2", "C", "2026-02-01", "2026-06-30", "A changeover on the machine takes 15 minutes.", "Paul Sefton"),
        (
            "o3",
            "D",
            "2026-01-01",
            "2026-04-30",
            "Twelve setters run the new routine alone.",
            "Dean Hartley, Paul Sefton",
        ),
    ],
    columns=["objective_id", "client_id", "start", "end", "words", "people"],
)
DAYS = st.dates(pd.Timestamp("2026-01-01").date(), pd.Timestamp("2026-07-15").date())
SUBJECTS = [
    "Changeover",
    "Changeover by setters",
    "Hours gained on line 2",
    "Call",
    "",
    "Routine workshop",
    "lunch [o1]",
]
ROW = st.fixed_dictionaries(
    {
        "client_id": st.sampled_from(["C", "D", "E"]),
        "date": DAYS,
        "minutes": st.one_of(st.none(), st.integers(0, 240)),
        "kind": st.sampled_from(["call", "meeting"]),
        "who": st.sampled_from(["Paul Sefton", "Anita Rao", "D. Hartley", ""]),
        "subject": st.sampled_from(SUBJECTS),
        "notes": st.sampled_from(["", "Twelve setters", "nice chat"]),
        "objective_id": st.sampled_from([None, None, "o1", "o2", "o9"]),
    }
)
NOISE = st.fixed_dictionaries(
    {
        "client_id": st.sampled_from(["C", "D", "E"]),
        "date": DAYS,
        "minutes": st.one_of(st.none(), st.integers(0, 240)),
        "kind": st.sampled_from(["call", "meeting"]),
        "who": st.sampled_from(["Paul Sefton", "Nobody", ""]),
        "subject": st.sampled_from(["Lunch", "Newsletter", "Parking", "Invoice reminder"]),
        "notes": st.sampled_from(["", "nice chat"]),
        "objective_id": st.none(),
    }
)
EVENTS = st.lists(st.tuples(st.sampled_from([("C", "o1"), ("C", "o2"), ("D", "o3")]), DAYS), max_size=8)
AS_OF = "2026-06-20"


def verdict(rows: list[dict[str, Any]], events: list[tuple[tuple[str, str], Any]]) -> pd.DataFrame:
    log = pd.DataFrame(rows, columns=["activity_id", *ROW.wrapped_strategy.mapping] if rows else None)
    log["activity_id"] = range(len(rows))
    moved = pd.DataFrame([(*whose, day) for whose, day in events], columns=["client_id", "objective_id", "date"])
    return judge(log, PLAN, moved, AS_OF)


def share(found: pd.DataFrame) -> float:
    parts = found[["smart_minutes", "linked_minutes", "undifferentiated_minutes"]].to_numpy()
    return float(found["smart_minutes"].sum() / parts.sum()) if parts.sum() else 0.0


@given(rows=st.lists(ROW, min_size=1, max_size=12), events=EVENTS, data=st.data())
@settings(max_examples=60)
def test_splitting_a_meeting_never_raises_the_smart_share(
    rows: list[dict[str, Any]], events: list[tuple[tuple[str, str], Any]], data: st.DataObject
) -> None:
    at = data.draw(st.integers(0, len(rows) - 1))
    whole = rows[at]["minutes"]
    first = None if whole is None else data.draw(st.integers(0, whole))
    halves = [{**rows[at], "minutes": first}, {**rows[at], "minutes": None if whole is None else whole - first}]
    assert share(verdict([*rows[:at], *halves, *rows[at + 1 :]], events)) <= share(verdict(rows, events)) + 1e-12


@given(rows=st.lists(ROW, max_size=12), noise=st.lists(NOISE, min_size=1, max_size=8), events=EVENTS)
@settings(max_examples=60)
def test_noise_raises_the_undifferentiated_hours_by_exactly_its_own(
    rows: list[dict[str, Any]], noise: list[dict[str, Any]], events: list[tuple[tuple[str, str], Any]]
) -> None:
    after = verdict([*rows, *noise], events)
    added = after.iloc[len(rows) :]
    assert (added["link"] == "none").all()
    if rows:
        pd.testing.assert_frame_equal(after.iloc[: len(rows)], verdict(rows, events))
    minutes = [row["minutes"] for row in noise if str(row["date"]) <= AS_OF]
    known = sum(taken for taken in minutes if taken is not None)
    assert added.loc[~added["imputed"], "undifferentiated_minutes"].sum() == pytest.approx(known)


def test_noise_changes_nothing_in_a_log_of_thousands() -> None:
    from planted import keywords
    from planted.log import AS_OF as THEN

    made = keywords(3)
    noise = made.activities[pd.Series(made.truth).isna()].assign(subject="Parking raffle", notes="", minutes=17.0)
    before = judge(made.activities, made.objectives, made.events, THEN)
    after = judge(pd.concat([made.activities, noise]), made.objectives, made.events, THEN)
    pd.testing.assert_frame_equal(after.iloc[: len(before)], before)
    assert after["undifferentiated_minutes"].sum() == pytest.approx(
        before["undifferentiated_minutes"].sum() + 17 * len(noise)
    )


def test_splitting_every_meeting_of_a_log_changes_nothing() -> None:
    from planted import STYLES
    from planted.log import AS_OF as THEN

    for make in STYLES.values():
        made = make(4, clients=8)
        split = pd.concat([made.activities, made.activities]).assign(
            minutes=lambda rows: pd.to_numeric(rows["minutes"]) / 2
        )
        before = judge(made.activities, made.objectives, made.events, THEN)
        after = judge(split, made.objectives, made.events, THEN)
        assert after["objective_id"].tolist() == before["objective_id"].tolist() * 2
        assert after["moved"].tolist() == pytest.approx(before["moved"].tolist() * 2)
