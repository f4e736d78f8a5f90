"""The JSON Schema of the plan document, for editors that complete and check while a person types."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from clientplan.plan.plan import SCHEMA, Plan

FILE = Path(__file__).with_name(f"plan-{SCHEMA}.json")


def json_schema() -> dict[str, Any]:
    schema = Plan.model_json_schema(by_alias=True)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **schema,
        "title": "Client plan",
        "required": ["schema", *schema["required"]],
    }


def schema_text() -> str:
    """As it is committed beside this file and copied into every workspace."""
    return json.dumps(json_schema(), indent=1, ensure_ascii=False, sort_keys=True) + "\n"


if __name__ == "__main__":
    FILE.write_text(schema_text(), encoding="utf-8")
