"""The plan's tables as a workbook: complete, typed, and without a formula in it."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from io import BytesIO

import pytest

from clientplan.export.exporting import Format, export
from clientplan.plan.action import Action
from clientplan.plan.confidential import written
from clientplan.plan.objective import Measure, Objective
from clientplan.plan.plan import Plan
from clientplan.plan.words import Edition

Sheets = dict[str, list[list[object]]]
TODAY = date(2026, 9, 15)


def workbook(plan: Plan, edition: Edition = Edition.CLIENT) -> bytes:
    return export("p", plan, Format.XLSX, edition, TODAY).content


def parts(content: bytes) -> str:
    with zipfile.ZipFile(BytesIO(content)) as packed:
        return "\n".join(packed.read(name).decode() for name in packed.namelist())


def test_everything_that_is_written_in_a_plan_is_in_a_cell(
    sample_plan: Plan, edition: Edition, sheets: Callable[[bytes], Sheets]
) -> None:
    shown = sample_plan.edition(edition)
    cells = {str(cell) for rows in sheets(workbook(sample_plan, edition)).values() for row in rows for cell in row}
    texts = {text.words for text in written(shown)}
    assert len(texts) >= 50
    assert texts <= cells


def test_the_internal_edition_has_its_own_sheets_and_says_what_it_is(
    sample_plan: Plan, sheets: Callable[[bytes], Sheets]
) -> None:
    ours, theirs = sheets(workbook(sample_plan, Edition.INTERNAL)), sheets(workbook(sample_plan))
    assert {"Stops", "Risks", "Results"} <= set(ours)
    assert not {"Stops", "Risks", "Results"} & set(theirs)
    assert all(rows[0][0] == "INTERNAL: not for the client" for rows in ours.values())
    assert {"Hours", "Note", "Internal"} <= set(map(str, ours["Actions"][1]))
    assert not {"Hours", "Note", "Internal", "Influence"} & {
        str(title) for rows in theirs.values() for title in rows[0]
    }


def test_numbers_are_numbers_and_days_are_days(small_plan: Plan, sheets: Callable[[bytes], Sheets]) -> None:
    measure = Measure(baseline=Decimal("10.4"), target=Decimal(480_000), due=date(2026, 9, 30))
    plan = small_plan.replace(objectives=(Objective(id="o1", words="Grow", measure=measure),))
    head, row = sheets(workbook(plan))["Objectives"]
    found = dict(zip(map(str, head), row, strict=True))
    assert (found["Baseline"], found["Target"], found["Due"]) == (10.4, 480_000.0, date(2026, 9, 30))
    assert (found["Id"], found["Name"]) == ("o1", "")


def test_a_number_that_a_spreadsheet_would_round_stays_a_text(
    small_plan: Plan, sheets: Callable[[bytes], Sheets]
) -> None:
    exact = Decimal("1234567890123456.78")
    plan = small_plan.replace(objectives=(Objective(id="o1", measure=Measure(target=exact, due=date(1850, 1, 1))),))
    row = sheets(workbook(plan))["Objectives"][1]
    assert str(exact) in row
    assert "1850-01-01" in row


@pytest.mark.parametrize(
    "text",
    ['=HYPERLINK("http://x.example","Pay")', "+1+1", "-2", "@SUM(A1)", " =1+1", "{=1}", "http://x.example", "007"],
)
def test_no_text_becomes_a_formula_a_link_or_a_number(
    small_plan: Plan, text: str, sheets: Callable[[bytes], Sheets]
) -> None:
    plan = small_plan.replace(actions=(Action(id="a1", what=text, owner=text),), manager=text)
    content = workbook(plan)
    row = sheets(content)["Actions"][1]
    assert row[1] == row[3] == text.strip()
    assert not any(mark in parts(content) for mark in ("<f>", "<f ", "<hyperlink"))
    assert ("quotePrefix" in parts(content)) is (text.strip()[0] in "=+-@")


def test_the_same_plan_on_the_same_day_is_the_same_file(sample_plan: Plan) -> None:
    assert workbook(sample_plan) == workbook(sample_plan)


def test_an_empty_plan_is_a_workbook_too(small_plan: Plan, sheets: Callable[[bytes], Sheets]) -> None:
    assert sheets(workbook(small_plan)) == {
        "Plan": [
            ["Field", "Value"],
            ["Client: name", "Harrow Foods"],
            ["Period: first", date(2026, 1, 1)],
            ["Period: last", date(2026, 12, 31)],
            ["Manager", "Ruth Adeyemi"],
            ["Revision", 1.0],
        ]
    }
