"""The portfolio: the numbers are reckoned by hand here."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from clientplan.plan.plan import Plan
from clientplan.render.brand import Brand
from clientplan.render.in_force import Entry, Unread
from clientplan.render.view.portfolio import SECTIONS, Portfolio, portfolio
from clientplan.render.view.standing import ClientLine

TODAY = date(2026, 9, 15)
YEAR = {"first": "2026-01-01", "last": "2026-12-31"}
LATE, SOON = "2026-09-14", "2026-09-15"


def entry(name: str, errors: tuple[str, ...] = (), **fields: Any) -> Entry:
    plan = {"schema": 1, "client": {"name": name}, "period": YEAR, **fields}
    return Entry(name.casefold(), Plan.model_validate(plan), errors)


def shown(*entries: Entry, unread: tuple[Unread, ...] = (), locale: str = "en-GB") -> Portfolio:
    return portfolio(entries, unread, brand=Brand("Meridian"), locale=locale, today=TODAY)


def only(found: Entry) -> ClientLine:
    (group,) = shown(found).sections.clients
    (line,) = group.lines
    return line


def objectives(*states: str) -> list[dict[str, str]]:
    return [{"id": f"o{number}", "status": state} for number, state in enumerate(states)]


def actions(*found: tuple[str, str | None]) -> list[dict[str, Any]]:
    return [{"id": f"a{number}", "status": status, "due": due} for number, (status, due) in enumerate(found)]


def results(currency: str, *months: tuple[int, int | None]) -> dict[str, Any]:
    rows = [
        {"month": f"2026-{number:02}", "plan": plan, "actual": actual}
        for number, (plan, actual) in enumerate(months, 1)
    ]
    return {"currency": currency, "months": rows}


def test_objectives_in_the_order_of_their_state() -> None:
    states = ("not started", "off track", "on track", "reached", "dropped", "at risk", "on track")
    marks = only(entry("Harrow", objectives=objectives(*states))).objectives
    assert marks is not None
    assert marks.states == ("good", "good", "good", "at-risk", "off-track", "not-started")
    assert marks.text == "3 of 6"
    assert marks.alternative == "Reached: 1, On track: 2, At risk: 1, Off track: 1, Not started: 1"


def test_without_objectives_there_is_no_mark() -> None:
    assert only(entry("Harrow")).objectives is None
    assert only(entry("Harrow", objectives=objectives("dropped"))).objectives is None


@pytest.mark.parametrize(
    ("months", "text", "part"),
    [
        (((100, 90), (100, 109)), "99%", 0.796),  # 199 of 200, of a bar that ends at 125
        (((100, 90), (100, None)), "90%", 0.72),  # what isn't over doesn't count
        (((100, 300),), "300%", 1.0),
        (((100, -20),), "-20%", 0.0),
    ],
)
def test_results_to_date(months: tuple[tuple[int, int | None], ...], text: str, part: float) -> None:
    found = only(entry("Harrow", results=results("EUR", *months))).results
    assert found is not None
    assert (found.text, found.part, found.goal) == (text, pytest.approx(part), 0.8)


def test_results_without_a_plan_are_no_part_of_anything() -> None:
    assert only(entry("Harrow", results=results("EUR", (0, 50), (100, None)))).results is None
    assert only(entry("Harrow")).results is None


def test_actions_open_and_overdue() -> None:
    found = actions(("open", LATE), ("doing", LATE), ("open", SOON), ("open", None), ("done", LATE), ("dropped", LATE))
    line = only(entry("Harrow", actions=found))
    assert (line.open, line.overdue) == ("4", "2")
    assert only(entry("Harrow")).overdue is None


def test_what_asks_for_attention() -> None:
    line = only(
        entry(
            "Harrow",
            errors=("CP202", "CP404", "CP404"),
            next_review=LATE,
            objectives=objectives("off track", "off track", "at risk"),
        )
    )
    assert line.reasons == (
        "3 errors in the plan (CP202, CP404)",
        "The review was due on 14\u00a0Sept\u00a02026",
        "2 objectives off track",
    )
    assert line.late
    assert only(entry("Harrow", period={"first": "2025-01-01", "last": "2025-12-31"})).reasons == (
        "The plan ended on 31\u00a0Dec\u00a02025",
    )


def test_what_lies_ahead_asks_for_nothing() -> None:
    line = only(entry("Harrow", next_review=SOON, objectives=objectives("at risk"), actions=actions(("open", LATE))))
    assert (line.reasons, line.late) == ((), False)


def test_attention_first_and_each_group_by_name() -> None:
    entries = [entry(name) for name in ("zeta", "Äbel", "Mohn")]
    entries += [entry(name, next_review=LATE) for name in ("Öztürk", "Beck")]
    first, rest = shown(*entries, locale="de").sections.clients
    assert (first.state, [line.name for line in first.lines]) == ("attention", ["Beck", "Öztürk"])
    assert (rest.state, [line.name for line in rest.lines]) == ("others", ["Äbel", "Mohn", "zeta"])
    (one,) = shown(*entries[:3]).sections.clients
    assert one.title is None


def test_sums_by_phase_and_each_currency_by_itself() -> None:
    page = shown(
        entry(
            "A", phase="build", effort={"hours": 6}, results=results("EUR", (100, 90)), objectives=objectives("reached")
        ),
        entry(
            "B",
            phase="build",
            effort={"hours": 4.5},
            results=results("EUR", (300, 330)),
            actions=actions(("open", LATE)),
        ),
        entry("C", phase="build", results=results("GBP", (50, 60), (50, None))),
        entry("D", phase="erosion", objectives=objectives("off track", "dropped"), actions=actions(("open", SOON))),
        entry("E"),
    )
    build, erosion, none, whole = page.sections.sums
    assert (build.label, build.clients, build.hours, build.on_track) == ("Build", "3", "10.5", "1 of 1")
    assert (build.open, build.overdue) == ("1", "1")
    assert build.results == ("€420 of €400 (105%)", "£60 of £50 (120%)")
    assert (erosion.label, erosion.clients, erosion.hours, erosion.on_track) == ("Erosion", "1", "–", "0 of 1")
    assert (erosion.results, none.label, none.clients) == ((), "No phase yet", "1")
    assert (whole.label, whole.total, whole.clients, whole.hours, whole.on_track) == (
        "All",
        True,
        "5",
        "10.5",
        "1 of 2",
    )
    assert (whole.open, whole.overdue, whole.results) == ("2", "1", build.results)
    assert [(fact.label, fact.value) for fact in page.head.facts] == [
        ("Clients", "5"),
        ("Need attention", "1"),
        ("Objectives on track", "1 of 2"),
        ("Open actions overdue", "1 of 2"),
        ("Hours a month", "10.5"),
    ]


def test_what_is_not_counted_is_told() -> None:
    old = entry("Harrow", period={"first": "2025-01-01", "last": "2025-12-31"})
    page = shown(entry("Harrow"), Entry("harrow-2025", old.plan), unread=(Unread("broken", "line 1: no"),))
    aside = page.sections.aside
    assert aside is not None
    assert aside.title == "1 file couldn’t be read, and isn’t counted"
    assert [(one.name, one.reason) for one in aside.unread] == [("broken", "line 1: no")]
    assert aside.others is not None
    assert aside.others.endswith(": harrow-2025")
    assert page.sections.sums[-1].clients == "1"
    assert shown(entry("Harrow")).sections.aside is None


def test_it_is_always_internal_and_says_for_when_it_is() -> None:
    page = shown(entry("Harrow"))
    assert page.running.marks == ("Internal – not for the client",)
    assert page.running.foot == (
        "Portfolio",
        "1 client",
        "Printed 15\u00a0Sept\u00a02026",
    )
    assert page.document.title == "Portfolio, 15 September 2026"
    assert [name for name, _ in page.sections.filled(SECTIONS)] == ["clients", "sums"]
