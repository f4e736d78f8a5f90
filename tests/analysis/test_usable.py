"""What of the analysis can be taken into the plan of one client."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from clientplan.analysis.portfolio import Portfolio
from clientplan.analysis.sources import of_activities, of_orders
from clientplan.analysis.usable import of_drift, of_hours, of_results, of_spent, of_standing
from clientplan.plan.promotion import Place, Promotion

COLLECTED = date(2026, 9, 15)
EVERY = (of_standing, of_results, of_spent, of_hours)


def all_of(found: Portfolio, client: str) -> list[Promotion]:
    return [one for of in EVERY for one in of(found, client, COLLECTED)]


def test_the_sources_say_what_was_collected_when_and_over_which_months(sample: Portfolio) -> None:
    assert of_orders(sample.book, "7720418806", COLLECTED).startswith("orders collected 15 Sep 2026, ")
    assert of_orders(sample.book, "7720418806", COLLECTED).endswith(" to Sep 2026")
    assert of_activities(sample.book, "7720418806", COLLECTED).startswith("activities collected 15 Sep 2026, ")
    assert of_orders(sample.book, "nobody", COLLECTED) == "orders collected 15 Sep 2026"


def test_a_client_with_a_plan_has_something_of_each(sample: Portfolio) -> None:
    for client in sample.book.plans:
        places = {one.place for one in all_of(sample, client)}
        assert places >= {Place.REASON, Place.EVIDENCE, Place.NOTES}


def test_no_sentence_names_another_client(sample: Portfolio) -> None:
    for client in sample.book.plans:
        others = [name for key, name in sample.book.names.items() if key != client]
        for one in all_of(sample, client):
            assert not any(other in f"{one.sentence} {one.source}" for other in others)
            assert "client of yours" not in one.sentence  # what the others showed


def test_results_against_our_plan_are_never_evidence(sample: Portfolio) -> None:
    for client in sample.book.plans:
        kept = {one.id for one in sample.book.plans[client].objectives if one.internal}
        for one in of_results(sample, client, COLLECTED):
            assert ("of plan" in one.sentence) is (one.place is Place.REASON)
            assert not (one.place is Place.EVIDENCE and one.source.removeprefix("readings of ") in kept)


def test_results_are_those_of_the_plans_period(sample: Portfolio) -> None:
    first, *_ = of_results(sample, "7720418806", COLLECTED)
    assert first.source == "orders collected 15 Sep 2026, Apr to Sep 2026"


def test_a_reading_that_has_gone_part_of_the_way_is_evidence(sample: Portfolio) -> None:
    facts = [one for one in of_results(sample, "7720418806", COLLECTED) if one.place is Place.EVIDENCE]
    assert facts[0] == Promotion(
        "Stops, mean of three months: from 10.4 h to 4.1 h", "readings of o1", Place.EVIDENCE, date(2026, 8, 31)
    )
    assert "o4" not in " ".join(one.source for one in facts)  # ours alone


def test_only_a_drift_that_was_found_is_a_risk(sample: Portfolio) -> None:
    told = [
        "No drift: month by month, results keep to their plan. This says what has been, not what comes.",
        "Drifting: 3 months under plan. This says what has been, not what comes.",
    ]
    (risk,) = of_drift(told, sample, "7720418806", COLLECTED)
    assert (risk.sentence, risk.place) == ("Drifting: 3 months under plan.", Place.RISK)


def test_falling_orders_are_a_risk_too(sample: Portfolio) -> None:
    falling = next(one for one in sample.standings if one.found == "erosion")
    places = [one.place for one in of_standing(sample, falling.client, COLLECTED)]
    assert places == [Place.REASON, Place.RISK]
    assert [one.place for one in of_standing(sample, "7720418806", COLLECTED)] == [Place.REASON]


def test_hours_and_what_they_served(sample: Portfolio) -> None:
    (served, *_) = of_spent(sample, "7720418806", COLLECTED)
    assert served.sentence == "Of 66 hours in the last quarter, 45 moved an objective on"
    (advised,) = of_hours(sample, "7720418806", COLLECTED)
    assert "hours a month now" in advised.sentence
    assert advised.source == "advice of 15 Sep 2026"


@pytest.mark.parametrize("of", EVERY)
def test_a_client_that_isnt_known_has_nothing(
    sample: Portfolio, of: Callable[[Portfolio, str, date], list[Promotion]]
) -> None:
    assert list(of(sample, "nobody", COLLECTED)) == []
