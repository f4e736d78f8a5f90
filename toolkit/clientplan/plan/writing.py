"""A plan as the text of a new file. Loads no parser: a print carries its plan, and is waited for."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

from clientplan.plan.block import block
from clientplan.plan.plan import Plan
from clientplan.plan.schema import SCHEMA_FILE
from clientplan.plan.value import plain

SCHEMA_LINE = f"# yaml-language-server: $schema={SCHEMA_FILE}\n"

# What YAML 1.2 or 1.1 takes for something other than text: quoted, so that other readers see the text we mean.
NOT_TEXT = re.compile(
    r"true|false|yes|no|on|off|y|n|null|~|<<|=|[-+.\d][\d_.:eExXoabcdefABCDEF+-]*|\.(nan|inf)|\d{4}-\d\d?-\d\d?.*",
    re.IGNORECASE,
)


def write(plan: Plan) -> str:
    """The text of a new plan file: only what is filled in, in the order of the model."""
    return SCHEMA_LINE + block(values(plan), scalar, NOT_TEXT)


def values(plan: Plan) -> dict[str, Any]:
    """What is filled in, under the names that it has in a file."""
    return {"schema": plan.schema_, **plan.model_dump(by_alias=True, exclude_defaults=True)}


def scalar(value: Any) -> str:
    """A value that isn't text, as it is written."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return plain(value) if isinstance(value, Decimal) else str(value)
