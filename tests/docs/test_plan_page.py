from __future__ import annotations

import re
from pathlib import Path

from clientplan.plan.reading import read

DOCS = Path(__file__).parents[2] / "docs"


def test_the_example_on_the_page_is_a_plan() -> None:
    (example,) = re.findall(r"```yaml\n(.*?)```", (DOCS / "plan.md").read_text(encoding="utf-8"), flags=re.DOTALL)
    plan = read(example)
    assert [objective.id for _, objective in plan.ladder()] == ["o1", "o2"]


def test_the_table_of_fields_says_what_the_models_say(script) -> None:
    text = (DOCS / "plan.md").read_text(encoding="utf-8")
    assert script("plan_table").page(text) == text, "run `python3 start.py docs`"
