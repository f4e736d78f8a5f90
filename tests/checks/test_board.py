from __future__ import annotations

from clientplan.checks.board import Board, Cell, Row, Shared, board
from clientplan.checks.finding import Finding, Severity


def finding(code: str, severity: Severity, message: str = "No.") -> Finding:
    return Finding(code, f"name-of-{code}", severity, (), "", message)


def test_counts_by_theme_and_plan_in_the_order_of_names() -> None:
    found = {
        "zeta": [finding("CP404", Severity.WARNING, "Zeta."), finding("CP402", Severity.ERROR), *[
            finding("CP202", Severity.NOTE)
        ]],
        "alpha": [finding("CP404", Severity.WARNING, "Alpha."), finding("CP404", Severity.WARNING, "Again.")],
        "empty": [],
    }  # fmt: skip
    assert board(found) == Board(
        themes=("identity and time", "objectives"),
        rows=(
            Row("alpha", (Cell(), Cell(warnings=2))),
            Row("empty", (Cell(), Cell())),
            Row("zeta", (Cell(notes=1), Cell(errors=1, warnings=1))),
        ),
        shared=(Shared("CP404", "name-of-CP404", ("alpha", "zeta"), "Alpha.", "alpha"),),
    )


def test_what_most_plans_share_stands_first_and_then_the_order_of_the_checks() -> None:
    both = [finding(code, Severity.ERROR) for code in ("CP501", "CP201", "CP404")]
    found = {"a": both, "b": both, "c": [finding("CP404", Severity.ERROR)]}
    assert [shared.code for shared in board(found).shared] == ["CP404", "CP201", "CP501"]


def test_twice_in_one_plan_is_not_shared() -> None:
    assert board({"a": [finding("CP404", Severity.ERROR)] * 2, "b": []}).shared == ()


def test_without_plans() -> None:
    assert board({}) == Board((), (), ())
