"""Mending a plan's text: what the fixes change, and that nothing else moves."""

from __future__ import annotations

from datetime import date
from difflib import ndiff
from pathlib import Path

import pytest

from clientplan import checks
from clientplan.checks.mending import Mended, mended
from clientplan.errors import PlanUnreadable
from clientplan.plan.plan import Plan
from clientplan.plan.reading import read

GOOD = (Path(__file__).with_name("fixtures") / "good.yaml").read_text(encoding="utf-8")
TODAY = date(2026, 9, 15)


def judge(plan: Plan) -> list[checks.Finding]:
    return checks.run(plan, today=TODAY)


def mend(old: str, new: str, *, unsafe: bool = False) -> tuple[list[str], Mended]:
    """The lines that mending changes in the good plan, once it is spoilt."""
    assert GOOD.count(old) == 1
    spoilt = GOOD.replace(old, new)
    result = mended(spoilt, judge, unsafe=unsafe)
    return [line for line in ndiff(spoilt.splitlines(), result.text.splitlines()) if line[0] in "+-"], result


@pytest.mark.parametrize(
    ("old", "new", "lines"),
    [
        (
            "serves: o2\n",
            "serves: O2  # the second\n",
            ["-     serves: O2  # the second", "+     serves: o2  # the second"],
        ),
        ("objective: o3\n", "objective: O3\n", ["-     objective: O3", "+     objective: o3"]),
        (
            "owner: Ruth Adeyemi\n",
            "owner: Adeyemi, Ruth\n",
            ["-     owner: Adeyemi, Ruth", "+     owner: Ruth Adeyemi"],
        ),
    ],
)
def test_safe_fixes_are_applied(old: str, new: str, lines: list[str]) -> None:
    changed, result = mend(old, new)
    assert changed == lines
    assert result.text == GOOD or "#" in new
    assert len(result.done) == 1
    assert judge(read(result.text)) == []


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("      target: 3\n", "      target: 3\n      direction: up\n", "+       baseline: 3"),
        ("      due: 2026-11-30\n", "      due: 2025-11-30\n", "+       due: 2026-11-30"),
        ("      due: 2026-11-30\n", "      due: 2027-02-10\n", "+       due: 2026-12-31"),
        ("serves: o2\n", "serves: o22\n", "+     serves: o2"),
        ("objective: o3\n", "objective: o33\n", "+     objective: o3"),
        ("serves: o2\n", "serves: 02x\n", None),
    ],
)
def test_others_are_only_offered(old: str, new: str, line: str | None) -> None:
    changed, result = mend(old, new)
    assert (changed, result.done) == ([], ())
    assert bool(result.offered) == (line is not None)
    changed, result = mend(old, new, unsafe=True)
    assert (line in changed) == (line is not None)


def test_a_name_in_checks_off_becomes_its_code() -> None:
    spoilt = GOOD.replace("Cut late deliveries from 7 to 3 %", "Improve delivery")
    spoilt += "checks_off:\n  vague-verb: quoted from their strategy paper\n"
    result = mended(spoilt, judge)
    assert read(result.text).checks_off == {"CP404": "quoted from their strategy paper"}
    assert judge(read(result.text)) == []


def test_a_plan_without_ids_gets_them_and_then_the_rest() -> None:
    spoilt = GOOD.replace("  - id: a2\n    what:", "  - what:").replace("serves: o2\n", "serves: O2\n")
    with pytest.raises(PlanUnreadable):
        read(spoilt)
    result = mended(spoilt, judge)
    assert result.new_ids
    assert [finding.code for finding in result.done] == ["CP410"]
    assert judge(read(result.text)) == []
    assert result.text == GOOD


def test_an_objective_is_never_made_to_serve_itself() -> None:
    text = GOOD.replace("serves: o1\n", "serves: O2\n", 1)  # in o2
    (finding,) = [one for one in judge(read(text)) if one.code == "CP410"]
    assert "Did you mean o2" not in finding.message
    assert finding.fix is None or finding.fix.edits[0].value != "o2"
    assert mended(text, judge).text == text


def test_what_else_is_wrong_stays_for_its_writer() -> None:
    spoilt = GOOD.replace("  - id: a2\n    what:", "  - what:").replace("phase: maintenance", "phase: fine")
    result = mended(spoilt, judge)
    assert result == Mended(GOOD.replace("phase: maintenance", "phase: fine"), new_ids=True)
    with pytest.raises(PlanUnreadable):
        mended(result.text, judge)


def test_a_good_plan_stays_to_the_byte() -> None:
    assert mended(GOOD, judge, unsafe=True) == Mended(GOOD)


@pytest.mark.parametrize(
    "path", sorted((Path(__file__).with_name("fixtures") / "trips").glob("*.yaml")), ids=lambda p: p.stem
)
def test_a_safe_fix_mends_its_finding_and_changes_no_meaning(path: Path, plan_with, figures_with) -> None:
    """Whatever a safe fix touches is a link, a name in another order, or a switch."""
    from clientplan.plan.parsing import read_source

    fixture = read_source(path.read_bytes()).root
    plan = plan_with(fixture.get("plan") or {})
    today = date.fromisoformat(fixture.get("today", "2026-09-15"))
    figures = figures_with(fixture.get("figures") or {})
    for finding in checks.run(plan, today=today, figures=figures):
        if finding.fix is None:
            continue
        result = checks.fixed(plan, [finding.fix])
        assert result.left == ()
        after = checks.run(result.plan, today=today, figures=figures)
        assert finding not in after
        if finding.fix.safe:
            assert {edit.path[-1] for edit in finding.fix.edits} <= {"serves", "objective", "owner", "manager"} or {
                edit.path[0] for edit in finding.fix.edits
            } == {"checks_off"}
