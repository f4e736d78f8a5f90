from __future__ import annotations

import importlib.util
import re
from pathlib import Path

from clientplan.plan.reading import read

DOCS = Path(__file__).parents[2] / "docs"


def test_the_example_on_the_page_is_a_plan() -> None:
    (example,) = re.findall(r"```yaml\n(.*?)```", (DOCS / "plan.md").read_text(encoding="utf-8"), flags=re.DOTALL)
    plan = read(example)
    assert [objective.id for _, objective in plan.ladder()] == ["o1", "o2"]


def test_the_table_of_fields_says_what_the_models_say() -> None:
    spec = importlib.util.spec_from_file_location("plan_table", DOCS / "plan_table.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    text = (DOCS / "plan.md").read_text(encoding="utf-8")
    assert module.page(text) == text, "run `python3 start.py docs`"
