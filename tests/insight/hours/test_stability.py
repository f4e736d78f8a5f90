from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest

from clientplan.insight.hours import Book, Response, fit, ranges

Made = Callable[..., Book]


def test_the_range_holds_every_single_change(book: Made, three: list[Response]) -> None:
    found = ranges(book(), 12)
    assert found.low.tolist() == [2, 6, 2]
    assert found.high.tolist() == [4, 7, 3]
    seen = [book().best(12).hours]
    for client, name, factor in [(0, "half", 1.05), (1, "half_more", 0.95), (2, "saturation", 1.05), (1, "none", 1.05)]:
        judged = three[client].judged
        changed = replace(judged, **{name: getattr(judged, name) * factor})  # type: ignore[type-var]
        responses = list(three)
        responses[client] = fit(changed.none, changed.half, changed.half_more, changed.saturation)
        seen.append(book().best(12, responses).hours)
    assert (np.min(seen, axis=0) >= found.low).all()
    assert (np.max(seen, axis=0) <= found.high).all()


def test_larger_changes_widen_the_range(book: Made) -> None:
    near, far = ranges(book(), 12, off=0.01), ranges(book(), 12, off=0.2)
    assert (far.low <= near.low).all()
    assert (far.high >= near.high).all()
    assert (far.high - far.low).sum() > (near.high - near.low).sum()


@pytest.mark.parametrize("method", ["closed", "least_squares"])
def test_judgments_close_to_each_other_never_contradict(method: str) -> None:
    judged = [(0.98, 0.99, 1.01, 1.02), (0.0, 0.0, 1.5, 1.5)]
    here = Book(("a", "b"), [fit(*one, method=method) for one in judged], 1, 4)
    found = ranges(here, 8)
    assert (found.low <= here.best(8).hours).all()
    assert (found.high >= here.best(8).hours).all()


def test_curves_without_judgments_stay(book: Made) -> None:
    found = ranges(book(responses=[Response(0.1, 2, 3, 1)] * 3), 12)
    assert found.low.tolist() == found.high.tolist()
