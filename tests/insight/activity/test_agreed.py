from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pandas as pd

from clientplan.insight.activity.agreed import agreed, together

Made = Callable[..., pd.DataFrame]
COLUMNS = ["client_id", "objective_id", "date", "what"]


def test_an_activity_that_names_a_later_day_has_agreed_on_it(log: Made, judged: Made) -> None:
    rows = log(
        {"date": "2026-05-04", "subject": "[o2] Tooling", "notes": "Next on 11 May."},
        {"date": "2026-05-05", "subject": "[o2] Tooling", "notes": "Nothing agreed."},
        {"date": "2026-05-06", "subject": "[o2] As on 1 May"},
        {"date": "2026-05-07", "subject": "Lunch, again on 14 May"},  # served nothing
        {"date": "2026-09-20", "subject": "[o3] to come", "notes": "Then on 30 September."},
    )
    found = agreed(rows, judged(rows))
    assert list(found.columns) == COLUMNS
    assert found.to_numpy().tolist() == [["C", "o2", "2026-05-04", "next step agreed for 11 May"]]


def test_days_are_read_as_the_log_writes_them(log: Made, judged: Made) -> None:
    rows = log({"date": "2026-06-02", "subject": "[o2] Tooling", "notes": "Next 7/8"})
    assert agreed(rows, judged(rows))["what"].tolist() == ["next step agreed for 7 August"]
    assert agreed(rows, judged(rows), month_first=True)["what"].tolist() == ["next step agreed for 8 July"]


def test_none_in_an_empty_log(log: Made, judged: Made) -> None:
    rows = log()
    assert agreed(rows, judged(rows)).empty


def test_with_what_the_plan_says(moves: Made) -> None:
    steps = pd.DataFrame([("C", "o1", pd.Timestamp("2026-05-04"), "next step")], columns=COLUMNS)
    both = together(moves(("C", "o2", date(2026, 6, 1), 3, "a reading")), steps)
    assert both[["objective_id", "what"]].to_numpy().tolist() == [["o2", "a reading"], ["o1", "next step"]]
    assert [pd.Timestamp(day) for day in both["date"]] == [pd.Timestamp("2026-06-01"), pd.Timestamp("2026-05-04")]
    assert both["amount"].tolist()[0] == 3
    assert together(moves(), steps)["what"].tolist() == ["next step"]
