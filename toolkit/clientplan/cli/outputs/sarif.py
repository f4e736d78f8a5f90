"""SARIF 2.1.0, the format of results that code hosts and editors read."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Sequence
from inspect import cleandoc
from pathlib import Path
from typing import Any
from urllib.parse import quote

from clientplan import __version__
from clientplan.checks import Described, Severity, described
from clientplan.checks.rule import THEMES
from clientplan.cli.outputs.checked import NOWHERE, Checked, Located

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_ROOT = "%SRCROOT%"  # relative addresses start in the folder that the check ran in


def as_sarif(checked: Sequence[Checked]) -> str:
    """One run with every rule that there is, its findings, and as suppressed those of rules that are switched off."""
    rules = list(described().values())
    places = {rule.code: at for at, rule in enumerate(rules)}
    results = [_result(one.file, found, places) for one in checked for found in (*one.findings, *one.silenced)]
    driver = {"name": "clientplan", "semanticVersion": __version__, "rules": [_rule(rule) for rule in rules]}
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, indent=1)


def _rule(rule: Described) -> dict[str, Any]:
    source = f" ({rule.source}.)" if rule.source else ""
    example, better = cleandoc(rule.example), cleandoc(rule.better)
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": rule.name.replace("-", " ").capitalize() + "."},
        "fullDescription": {"text": rule.what},
        "help": {
            "text": f"{rule.what}\n\nWhy: {rule.why}{source}\n\nExample:\n\n{example}\n\nBetter:\n\n{better}",
            "markdown": f"{rule.what}\n\n**Why it matters.** {rule.why}{source}\n\n"
            f"**Example**\n\n```yaml\n{example}\n```\n\n**Better**\n\n```yaml\n{better}\n```",
        },
        "defaultConfiguration": {"level": _level(rule.severities[0])},
        "properties": {"tags": [THEMES[rule.theme]]},
    }


def _result(file: str, located: Located, places: dict[str, int]) -> dict[str, Any]:
    finding = located.finding
    physical: dict[str, Any] = {"artifactLocation": _artifact(file)}
    if located.start != NOWHERE:
        physical["region"] = {
            "startLine": located.start[0],
            "startColumn": located.start[1],
            "endLine": located.end[0],
            "endColumn": located.end[1],
        }
    location: dict[str, Any] = {"physicalLocation": physical}
    if finding.place:
        location["logicalLocations"] = [{"fullyQualifiedName": finding.place}]
    result: dict[str, Any] = {
        "ruleId": finding.code,
        "ruleIndex": places[finding.code],
        "level": _level(finding.severity),
        "message": {"text": finding.message},
        "locations": [location],
        "partialFingerprints": {"placeInPlan/v1": _fingerprint(file, located)},
    }
    # Where one result says whether it is suppressed, each has to.
    silent = {"kind": "external", "status": "accepted", "justification": located.reason}
    result["suppressions"] = [silent] if located.reason else []
    return result


def _artifact(file: str) -> dict[str, str]:
    """A file below the folder that we are in has a relative address, another its own."""
    if Path(file).is_absolute() or file.startswith("../"):
        return {"uri": Path(file).resolve().as_uri()}
    return {"uri": quote(os.fsencode(file)), "uriBaseId": _ROOT}


def _level(severity: Severity) -> str:
    return severity.value  # error, warning, note: SARIF has the same three words


def _fingerprint(file: str, located: Located) -> str:
    """The same for a finding that only moved to another line."""
    finding = located.finding
    said = finding.message  # of one place a rule may say several things
    return hashlib.sha256(repr((file, finding.code, finding.place, said)).encode("utf-8", "replace")).hexdigest()
