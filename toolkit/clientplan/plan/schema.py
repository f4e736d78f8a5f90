"""The JSON Schema of the plan document, for editors that complete and check while a person types."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from clientplan.plan.plan import SCHEMA, Plan

SCHEMA_FILE = f".schema/plan-{SCHEMA}.json"  # beside the plans, where their first line names it
_COMMITTED = Path(__file__).with_name(f"plan-{SCHEMA}.json")


def json_schema() -> dict[str, Any]:
    schema = Plan.model_json_schema(by_alias=True)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **schema,
        "title": "Client plan",
        "required": ["schema", *schema["required"]],
    }


def generated() -> str:
    return json.dumps(json_schema(), indent=1, ensure_ascii=False, sort_keys=True) + "\n"


def schema_text() -> str:
    """As it is committed beside this file and copied into every workspace."""
    return _COMMITTED.read_text(encoding="utf-8")


if __name__ == "__main__":
    _COMMITTED.write_text(generated(), encoding="utf-8")
