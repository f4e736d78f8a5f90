from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from clientplan.errors import PlanUnreadable, Problem
from clientplan.paths import sample_data
from clientplan.plan.plan import Plan
from clientplan.plan.reading import read, read_with_source

HEAD = "schema: 1\nclient:\n  name: Harrow Foods\nperiod:\n  first: 2026-01-01\n  last: 2026-12-31\n"
SAMPLES = sorted((sample_data() / "plans").glob("*.yaml"))


def refused(text: str | bytes) -> tuple[Problem, ...]:
    with pytest.raises(PlanUnreadable) as caught:
        read(text)
    return caught.value.problems


def test_values_get_the_type_of_their_field() -> None:
    plan = read(
        HEAD + "manager: no\nrevision: 3\nnext_review: 2026-10-12\nnotes: 1:30\n"
        "objectives:\n- id: 1e3\n  internal: true\n  words: 12\n  measure: {baseline: 480 000, target: 500_000.50}\n"
        "figures:\n  revenue: 480000 EUR\n"
    )
    assert (plan.manager, plan.notes, plan.revision, plan.next_review) == ("no", "1:30", 3, date(2026, 10, 12))
    objective = plan.objectives[0]
    assert (objective.id, objective.words, objective.internal) == ("1e3", "12", True)
    assert objective.measure is not None
    assert (objective.measure.baseline, objective.measure.target) == (Decimal(480_000), Decimal("500000.50"))
    assert plan.figures.revenue is not None
    assert (plan.figures.revenue.amount, plan.figures.revenue.currency) == (480_000, "EUR")


def test_a_key_with_nothing_after_it_is_a_field_that_is_still_open() -> None:
    plan = read(HEAD + "manager:\nphase:\nobjectives:\n- id: o1\n  measure:\n    due:\nactions:\nintent:\n  ours:\n")
    assert plan == read(HEAD + "objectives:\n- id: o1\n  measure: {}\n")


def test_a_check_that_is_off_without_a_reason_isnt_lost() -> None:
    assert read(HEAD + "checks_off:\n  CP404:\n").checks_off == {"CP404": ""}


def test_everything_that_is_wrong_is_told_at_once_with_its_place() -> None:
    problems = refused(
        "schema: 1\n"
        "client: {name: }\n"
        "period: {first: 2026-12-31, last: 2026-01-01}\n"
        "phase: Erosoin\n"
        "manger: Ruth\n"
        "objectives:\n"
        "  - id: o 1\n"
        "  - id: o2\n"
        "    measure:\n"
        "      target: 480.000\n"
        "      due: 15.09.2026\n"
        "      untl: 3\n"
        "revision: 0\n"
    )
    assert problems == (
        Problem(2, 10, "client.name", "is missing. Add it"),
        Problem(3, 1, "period", "the first day (2026-12-31) must lie before the last day (2026-01-01)"),
        Problem(4, 1, "phase", "“Erosoin” isn't one of build, maintenance, erosion. Did you mean erosion?"),
        Problem(5, 1, "manger", "isn't known here. Did you mean manager?"),
        Problem(7, 5, "objectives[o 1].id", "“o 1” can't be an id. Use letters, digits, - and _ (40 at the most)"),
        Problem(10, 7, "objectives[o2].measure.target", "“480.000” can be read in two ways. Write 480000 or 480"),
        Problem(11, 7, "objectives[o2].measure.due", "“15.09.2026” isn't a date. Write it as YYYY-MM-DD"),
        Problem(12, 7, "objectives[o2].measure.untl", "isn't known here. Did you mean unit?"),
        Problem(13, 1, "revision", "“0” is too small: at least 1"),
    )


def test_the_message_names_the_file_and_counts() -> None:
    with pytest.raises(PlanUnreadable) as caught:
        read(HEAD + "manger: Ruth\nfoo: bar\n", "harrow.yaml")
    first, second, third = str(caught.value).splitlines()
    assert first == "harrow.yaml: 2 problems"
    assert second == "  7:1 manger: isn't known here. Did you mean manager?"
    assert third.startswith("  8:1 foo: isn't known here. These are: schema, client, period")


@pytest.mark.parametrize(
    ("schema", "message"),
    [
        ("", "is missing. Write `schema: 1` on the first line"),
        ("schema: one\n", "“one” isn't a version. Write `schema: 1`"),
        ("schema: 0\n", "“0” isn't a version. Write `schema: 1`"),
        ("schema: 1.0\n", "“1.0” isn't a version. Write `schema: 1`"),
        ("schema: ²\n", "“²” isn't a version. Write `schema: 1`"),
        ("schema: [1]\n", "“['1']” isn't a version. Write `schema: 1`"),
    ],
)
def test_the_schema_is_said(schema: str, message: str) -> None:
    assert refused(HEAD.replace("schema: 1\n", schema)) == (Problem(1, 1, "schema", message),)


def test_a_newer_schema_is_refused_before_its_words_are_judged() -> None:
    (problem,) = refused("schema: 2\nvisions: [a, b]\n")
    assert problem.message == "2 is newer than this Client Plan reads (1). Update Client Plan to open it"


@pytest.mark.parametrize("text", ["- a\n- b\n", "just words\n", "[]\n"])
def test_what_is_no_plan_at_all(text: str) -> None:
    assert refused(text) == (Problem(1, 1, "", "this isn't a plan: it should begin with `schema: 1`"),)


def test_a_refusal_of_the_format_carries_the_files_name() -> None:
    with pytest.raises(PlanUnreadable, match=r"harrow\.yaml: 1 problem"):
        read("a: &x b\n", "harrow.yaml")


def test_the_source_knows_where_things_stand() -> None:
    plan, source = read_with_source(HEAD + "manager: Ruth\n")
    assert plan.manager == "Ruth"
    assert source.position(("manager",)) == (7, 1)


def test_there_are_sample_plans() -> None:
    assert SAMPLES


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_a_sample_plan_is_read_from_bytes_as_from_text(path: Path) -> None:
    plan = read(path.read_bytes(), path.name)
    assert isinstance(plan, Plan)
    assert plan == read(path.read_text(encoding="utf-8"))


def line(text: str, path: tuple[str | int, ...]) -> str:
    _, source = read_with_source(HEAD + text)
    return (HEAD + text).splitlines()[source.position(path)[0] - 1].strip()


def test_what_the_model_sorts_is_found_where_it_stands_in_the_file() -> None:
    text = (
        "objectives:\n- id: o1\n  measure:\n    readings:\n"
        "    - {when: 2026-08-31, value: 8}\n    - {when: 2026-03-31, value: 3}\n    - {when: 2026-06-30, value: 6}\n"
        "reviews:\n- when: 2026-09-01\n  by: Third\n- when: 2026-03-01\n  by: First\n"
        "- when: ' 2026-06-01'\n  by: Second\n  verdicts:\n  - objective: o1\n    status: on track\n"
    )
    readings = ("objectives", 0, "measure", "readings")
    assert [line(text, (*readings, at)) for at in range(3)] == [
        "- {when: 2026-03-31, value: 3}", "- {when: 2026-06-30, value: 6}", "- {when: 2026-08-31, value: 8}"
    ]  # fmt: skip
    plan = read(HEAD + text)
    assert [line(text, ("reviews", at, "by")) for at in range(3)] == [f"by: {one.by}" for one in plan.reviews]
    assert line(text, ("reviews", 1, "verdicts", 0, "status")) == "status: on track"
    assert line(text, ("reviews", 0, "verdicts")) == "- when: 2026-03-01"
    assert line(text, ("reviews", 7)) == "reviews:"


def test_two_of_one_day_stay_in_the_order_of_the_file() -> None:
    text = "reviews:\n- when: 2026-09-01\n  by: A\n- when: 2026-03-01\n  by: B\n- when: 2026-03-01\n  by: C\n"
    assert [review.by for review in read(HEAD + text).reviews] == ["B", "C", "A"]
    assert [line(text, ("reviews", at, "by")) for at in range(3)] == ["by: B", "by: C", "by: A"]


@pytest.mark.parametrize("blank", ["", "''", '"\u200b"', "[]"])
def test_blanks_in_place_of_what_is_sorted_are_read(blank: str) -> None:
    measures = f"objectives:\n- id: o1\n  measure: {{readings: {blank}}}\n"
    assert line(f"reviews: {blank}\n{measures}", ("reviews",)).startswith("reviews:")
    if blank != "[]":
        line(f"objectives: {blank}\n", ("objectives",))
        line(f"objectives:\n- id: o1\n  measure: {blank}\n", ("objectives", 0))
