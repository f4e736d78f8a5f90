"""Links against the truth, on logs that were made without the linker in mind."""

from __future__ import annotations

import pytest

from clientplan.insight.activity import judge

SEED = 11  # not one of those that the weights were looked at with


@pytest.mark.parametrize("style", ["keywords", "roles", "sentences", "years", "letters", "hurried"])
def test_links_are_right_and_few_are_missed(style: str) -> None:
    from planted import STYLES
    from planted.log import AS_OF
    from planted.measure import measured

    made = STYLES[style](SEED)
    found = judge(made.activities, made.objectives, made.events, AS_OF)
    hours = found[["smart_minutes", "linked_minutes", "undifferentiated_minutes"]].sum()
    share = float(hours["undifferentiated_minutes"] / hours.sum())
    got = measured(
        made.truth, made.activities["objective_id"], found["objective_id"].tolist(), share, made.undifferentiated
    )
    assert got.rule_precision >= 0.95
    assert got.rule_recall >= 0.9
    assert abs(got.share_error) <= 3
