from __future__ import annotations

import pytest

from clientplan.insight.hours import fit, prefilled, questions
from clientplan.plan.words import Phase


def test_five_questions_in_plain_words() -> None:
    asked = questions("Aubrelle", 5)
    assert list(asked) == ["none", "half", "now", "half_more", "saturation"]
    assert "Aubrelle" in asked["none"]
    assert "2.5 instead of 5 a month" in asked["half"]
    assert "7.5 a week" in questions("Aubrelle", 5, per="a week")["half_more"]
    assert all(question.endswith("?") for question in asked.values())


@pytest.mark.parametrize("phase", [*Phase, None])
def test_what_is_filled_in_beforehand_is_a_curve(phase: Phase | None) -> None:
    judged = prefilled(phase)
    assert judged.contradictions() == ()
    response = fit(judged.none, judged.half, judged.half_more, judged.saturation)
    assert response(1.0) == pytest.approx(1)
    assert max(abs(one.miss) for one in response.misfit) < 0.15


def test_phases_differ_as_their_clients_do() -> None:
    build, kept, erosion = (prefilled(phase) for phase in Phase)
    assert build.none < erosion.none < kept.none  # what stays without hours
    assert build.saturation > erosion.saturation > kept.saturation  # what could be won
    assert prefilled(None) == kept
