"""The finished plans are whole, agree with the exports, and pass every check on the day the sample stands still."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise

import pytest

from clientplan import checks, paths
from clientplan.plan.money import Money
from clientplan.plan.words import Area, Edition, Level, Phase, Side, Stance
from clientplan.settings import FILE, read_settings
from clientplan.store.names import plan_name

TODAY = date(2026, 9, 15)


def test_there_are_three_one_a_phase(plans) -> None:
    assert sorted(plan.phase for plan in plans) == sorted(Phase)
    assert {plan.results.currency for plan in plans} == {"GBP", "EUR"}
    assert read_settings(paths.sample_data() / FILE).today == TODAY


def test_no_check_finds_anything(plan) -> None:
    assert [str(finding) for finding in checks.run(plan, today=TODAY)] == []


def test_a_check_would_find_what_is_missing(plan) -> None:
    """So that the test above can't pass by looking at nothing."""
    spoilt = plan.replace(objectives=(), manager=None)
    assert {"CP201", "CP401"} <= {finding.code for finding in checks.run(spoilt, today=TODAY)}


def test_file_is_named_for_client_and_period_and_names_the_schema(plan, plan_file) -> None:
    assert plan_file.stem == plan_name(plan.client, plan.period)
    assert plan_file.read_text(encoding="utf-8").startswith("# yaml-language-server: $schema=.schema/plan-1.json\n")


def test_client_is_one_of_the_exports(plan, exports) -> None:
    assert exports.clients[plan.client.id] == plan.client.name
    assert {_plain(person.name) for person in plan.people} <= {_plain(name) for name in exports.people[plan.client.id]}


def test_who_acts_for_the_client_works_there(plan, exports) -> None:
    owners = {action.owner for action in plan.actions if action.side is Side.CLIENT}
    assert owners
    assert owners <= exports.people[plan.client.id]
    ours = {action.owner for action in plan.actions if action.side is Side.OURS}
    assert ours <= {one.who for one in exports.activities if one.client == plan.client.id}


def test_results_are_what_was_invoiced(plan, exports) -> None:
    actual = {month.month: month.actual for month in plan.results.months if month.actual is not None}
    assert len(actual) in {5, 8}
    assert max(actual) == "2026-08"
    assert actual == {month: round(exports.total(plan.client.id, month, month)) for month in actual}


def test_results_cover_the_period_and_are_near_their_plan(plan) -> None:
    months = [month.month for month in plan.results.months]
    assert months[0] == f"{plan.period.first:%Y-%m}"
    assert months[-1] == f"{plan.period.last:%Y-%m}"
    assert len(set(months)) == 12
    actual, planned = plan.results.to_date
    assert Decimal("0.95") < actual / planned < Decimal("1.05")


def test_revenue_of_a_year_is_what_was_invoiced(plan, exports) -> None:
    year = round(exports.total(plan.client.id, "2025-09", "2026-08"), -3)
    assert plan.figures.revenue == Money(amount=year, currency=plan.results.currency)


def test_readings_of_the_internal_objective_are_what_was_invoiced(plans, exports) -> None:
    build, maintenance, erosion = sorted(plans, key=lambda plan: list(Phase).index(plan.phase))

    def of_three(client: str, *last: str) -> list[Decimal]:
        return [exports.total(client, _earlier(month, 2), month) for month in last]

    client = build.client.id
    assert _told(build) == [round(total / 3) for total in of_three(client, "2026-03", "2026-06", "2026-08")]
    client = maintenance.client.id
    to_date = [exports.total(client, "2026-01", month) for month in ("2026-06", "2026-08")]
    assert _told(maintenance) == [0, round(to_date[0], -2), round(to_date[1])]
    client = erosion.client.id
    now, before = (of_three(client, *(f"{year}-{m}" for m in ("03", "06", "08"))) for year in (2026, 2025))
    assert _told(erosion) == [round(100 * a / b) for a, b in zip(now, before, strict=True)]


def test_what_was_said_reviewed_and_done_stands_in_the_log(plan, exports) -> None:
    log = [one for one in exports.activities if one.client == plan.client.id]
    intent = plan.intent.client
    said = {(one.day, _plain(one.contact)) for one in log if one.kind in {"Meeting", "Besprechung"}}
    assert (intent.when, _plain(intent.who.split(",")[0])) in said
    assert {review.when for review in plan.reviews} <= {
        one.day for one in log if "review" in one.text or "Plan" in one.text
    }
    done = [action for action in plan.actions if action.done]
    assert done
    for action in done:
        marked = [one.text for one in log if (one.day, one.who) == (action.done, action.owner)]
        assert any(f"[{action.objective}]" in text for text in marked), action.id


def test_objectives_stand_on_a_ladder_in_many_areas(plan) -> None:
    assert 4 <= len(plan.objectives) <= 6
    assert len({objective.area for objective in plan.objectives}) >= 4
    assert Area.CLIENT_RESULT in {objective.area for objective in plan.objectives}
    assert {objective.level for objective in plan.objectives} == set(Level)
    order = list(Level)
    for objective in plan.objectives:
        above = plan.objective(objective.serves)
        assert (above is None) == (objective.level is Level.OUTCOME)
        assert above is None or order.index(above.level) <= order.index(objective.level)
    assert [objective.area for objective in plan.objectives if objective.internal] == [Area.FINANCIAL]


def test_readings_move_forward_and_keep_pace(plan) -> None:
    for objective in plan.objectives:
        measure = objective.measure
        values = [measure.baseline, *(reading.value for reading in measure.readings)]
        assert len(values) >= 3
        steps = [(b - a) * (measure.target - measure.baseline) > 0 for a, b in pairwise(values)]
        assert all(steps), objective.id
        pace = (TODAY - plan.period.first) / (measure.due - plan.period.first)
        assert float(measure.progress) > pace - 0.15, objective.id


def test_actions_are_spread_and_workable(plan) -> None:
    assert 7 <= len(plan.actions) <= 11
    assert len(plan.objectives) + len(plan.actions) <= 12
    open_ones = [action for action in plan.actions if action.open]
    assert {action.objective for action in open_ones} == {objective.id for objective in plan.objectives}
    assert any(TODAY <= action.due <= TODAY + timedelta(days=30) for action in open_ones)
    assert len({f"{action.due:%Y-%m}" for action in plan.actions}) >= 5
    for action in plan.actions:
        assert action.due in plan.period
        assert action.due.weekday() < 5
        assert action.hours > 0
        assert action.done_when
    assert all(stop.frees > 0 for stop in plan.stops)


def test_people_include_a_decider_and_a_sceptic(plan) -> None:
    assert any(person.decides for person in plan.people)
    assert {Stance.SCEPTIC, Stance.OPPONENT} & {person.support for person in plan.people}
    assert all(person.role and person.influence and person.support and person.contact for person in plan.people)
    assert all(risk.response and risk.likelihood for risk in plan.risks)


def test_next_review_comes_soon_enough(plan) -> None:
    most = 35 if plan.phase is Phase.EROSION else 100
    assert TODAY < plan.next_review <= TODAY + timedelta(days=most)
    assert all(review.agreed and review.lessons for review in plan.reviews)


def test_value_proposition_is_short_and_proved(plan) -> None:
    value = plan.value_proposition
    words = f"{value.goal} {value.value} {value.they_gain} {value.we_gain}".split()
    assert len(words) <= 60
    assert all(evidence.source and evidence.when for evidence in value.evidence)


def test_recovery_comes_before_growth(plans) -> None:
    [erosion] = [plan for plan in plans if plan.phase is Phase.EROSION]
    [money] = [objective.measure for objective in erosion.objectives if objective.area is Area.FINANCIAL]
    assert money.target / money.baseline <= Decimal("1.3")


@pytest.mark.parametrize("words", ["sceptic", "opponent", "EUR", "GBP"])
def test_client_edition_has_neither_stance_nor_our_money(plan, words: str) -> None:
    whole = plan.model_dump_json()
    shown = plan.edition(Edition.CLIENT).model_dump_json()
    assert plan.results.currency in whole
    assert words not in shown


def _told(plan) -> list[Decimal]:
    [measure] = [objective.measure for objective in plan.objectives if objective.internal]
    return [measure.baseline, *(reading.value for reading in measure.readings)]


def _earlier(month: str, by: int) -> str:
    year, number = divmod(int(month[:4]) * 12 + int(month[5:]) - 1 - by, 12)
    return f"{year}-{number + 1:02}"


def _plain(name: str) -> str:
    return name.replace("Dr. ", "").replace("Dr ", "")
