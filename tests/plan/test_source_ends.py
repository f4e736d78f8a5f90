"""Where what stands in a file ends: carets are drawn and annotations made from it."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from clientplan.plan.parsing import read_source
from clientplan.plan.plan import Plan
from clientplan.plan.source import Path, Source
from clientplan.plan.writing import write

TEXT = """\
schema: 1
manager:   "Ruth Adeyemi"   # ours
next_review:
period: {first: 2026-01-01, last: 2026-12-31}
phase_reason: >-
  One year
  of calm.
client:
  name:
    Harrow Foods
objectives:
  - id: o1
    words: Win nothing
    tags: [a, b]
  - measure:
      unit: h
  - {id: o3}
"""


def marked(path: Path) -> str:
    """The marked text as far as it stands on its first line."""
    source = read_source(TEXT)
    lines = TEXT.splitlines()
    (line, column), (last, end) = source.position(path), source.end(path)
    return lines[line - 1][column - 1 : end - 1 if last == line else None]


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ((), "schema: 1"),
        (("manager",), 'manager:   "Ruth Adeyemi"'),
        (("next_review",), "next_review"),
        (("period",), "period: {first: 2026-01-01, last: 2026-12-31}"),
        (("period", "last"), "last: 2026-12-31"),
        (("phase_reason",), "phase_reason: >-"),
        (("client",), "client"),
        (("client", "name"), "name"),
        (("client", "id"), "client"),
        (("objectives",), "objectives"),
        (("objectives", 0), "id: o1"),
        (("objectives", 0, "words"), "words: Win nothing"),
        (("objectives", 0, "tags"), "tags: [a, b]"),
        (("objectives", 0, "tags", 1), "b"),
        (("objectives", 1), "measure"),
        (("objectives", 1, "measure", "due"), "measure"),
        (("objectives", 2), "{id: o3}"),
    ],
)
def test_what_is_marked(path: Path, text: str) -> None:
    assert marked(path) == text


def test_nothing_has_no_end() -> None:
    assert Source().end(("a",)) == (0, 0)
    assert Source().nearest(("a", 1)) == ()


def test_the_nearest_thing() -> None:
    source = read_source(TEXT)
    assert source.nearest(("objectives", 1, "measure", "due")) == ("objectives", 1, "measure")
    assert source.nearest(("manager",)) == ("manager",)


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(st.data())
def test_everything_that_is_written_ends_after_it_begins(plans: st.SearchStrategy[Plan], data: st.DataObject) -> None:
    source = read_source(write(data.draw(plans)))
    assert source.keys
    for path in source.keys:
        assert source.ends[path] > source.keys[path]
