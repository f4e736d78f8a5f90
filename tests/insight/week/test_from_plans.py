from __future__ import annotations

from datetime import date

from clientplan.insight.week import Client, Work, client_of, open_work
from clientplan.plan.plan import Plan
from clientplan.plan.words import Phase

PLAN = Plan.model_validate(
    {
        "client": {"name": "Harrow & Finch", "id": "K-7"},
        "period": {"first": "2026-01-01", "last": "2026-12-31"},
        "phase": "build",
        "effort": {"hours": 6},
        "actions": [
            {
                "id": "a1",
                "what": "Call Ines",
                "owner": "Ruth  adeyemi",
                "due": "2026-09-18",
                "hours": 2.5,
                "status": "doing",
            },
            {"id": "a2", "owner": "Tom Whitfield"},
            {"id": "a3", "owner": "Ruth Adeyemi", "status": "done"},
            {"id": "a4", "owner": "Ruth Adeyemi", "side": "client"},
            {"id": "a5"},
        ],
    }
)


def test_only_open_actions_on_our_side() -> None:
    assert [one.id for one in open_work(PLAN)] == ["a1", "a2", "a5"]


def test_those_of_one_person_by_name() -> None:
    assert open_work(PLAN, "Ruth Adeyemi") == (Work("K-7", "a1", "Call Ines", date(2026, 9, 18), 2.5),)


def test_an_action_without_words_goes_by_its_id() -> None:
    assert open_work(PLAN, "tom whitfield") == (Work("K-7", "a2", "a2"),)


def test_the_client_with_the_hours_advised_or_else_planned() -> None:
    day = date(2026, 9, 1)
    assert client_of(PLAN, last_contact=day) == Client("K-7", "Harrow & Finch", Phase.BUILD, 6.0, day)
    assert client_of(PLAN, hours=4).hours == 4
    assert client_of(PLAN.replace(client={"name": "New"})).id == "New"
