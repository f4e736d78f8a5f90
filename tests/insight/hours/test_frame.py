from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable

import pytest

from clientplan.insight.hours import Book, Response, advise, ranges
from clientplan.insight.hours.frame import frame


def test_one_row_a_client_who_gets_most_first(book: Callable[..., Book], three: list[Response]) -> None:
    here = book()
    rows = frame(here, advise(here), ranges(here, 12))
    assert rows.index.tolist() == ["Aubrelle", "Mohrlin", "Harrow"]
    assert rows["change"].tolist() == [3, 0, -3]
    line = rows.loc["Aubrelle"]
    assert line[["now", "advised", "best", "low", "high"]].tolist() == [4, 7, 6, 6, 7]
    assert line["worth_advised"] == pytest.approx(10_000 * three[1](7 / 4))
    assert line["one_more_hour"] == pytest.approx(10_000 * (three[1](2.0) - three[1](7 / 4)))
    assert rows["worth_now"].sum() == pytest.approx(60_000)
    assert "low" not in frame(here, advise(here))


def test_sharing_hours_out_loads_numpy_only() -> None:
    script = "import clientplan.insight.hours, sys; print(*{'pandas', 'scipy', 'pydantic'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""
