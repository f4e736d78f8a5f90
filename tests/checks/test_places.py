from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from clientplan.checks.places import order, place, subject
from clientplan.plan.plan import Plan
from clientplan.plan.source import Path


@pytest.mark.parametrize(
    ("path", "readable", "head"),
    [
        ((), "", ""),
        (("next_review",), "next_review", "next review"),
        (("client", "name"), "client.name", "client, name"),
        (("objectives",), "objectives", "objectives"),
        (("objectives", 1), "objectives[o2]", "objective o2"),
        (("objectives", 1, "measure", "due"), "objectives[o2].measure.due", "objective o2"),
        (("actions", 0, "owner"), "actions[a1].owner", "action a1"),
        (("people", 0, "role"), "people[1].role", "Ida Berg, role"),
        (("objectives", 0, "measure", "readings", 1), "objectives[o1].measure.readings[2]", "objective o1"),
        (("checks_off", "CP404"), "checks_off.CP404", "checks_off.CP404"),
    ],
)
def test_a_place_is_readable(path: Path, readable: str, head: str, plan_with: Callable[[Any], Plan]) -> None:
    readings = [{"when": "2026-03-01", "value": "1"}, {"when": "2026-06-01", "value": "2"}]
    plan = plan_with(
        {
            "objectives": [{"id": "o1", "measure": {"readings": readings}}],
            "people": [{"name": "Ida Berg"}],
            "checks_off": {"CP404": "quoted"},
        }
    )
    assert place(plan, path) == readable
    assert str(subject(plan, path)) == head


def test_the_order_is_the_documents(plan_with: Callable[[Any], Plan]) -> None:
    plan = plan_with("checks_off: {CP404: quoted, CP401: ten regions}\n")
    paths: list[Path] = [
        (),
        ("client", "name"),
        ("phase",),
        ("objectives",),
        ("objectives", 0),
        ("objectives", 0, "words"),
        ("objectives", 0, "measure"),
        ("objectives", 0, "measure", "name"),
        ("objectives", 0, "measure", "due"),
        ("objectives", 1, "words"),
        ("actions", 0, "due"),
        ("checks_off", "CP404"),
        ("checks_off", "CP401"),
    ]
    mixed = paths[::2] + paths[1::2]
    assert sorted(mixed, key=lambda path: order(plan, path)) == paths
