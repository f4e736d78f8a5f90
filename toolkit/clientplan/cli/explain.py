"""`clientplan explain [CHECK]`: what a check finds, and why it matters."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from inspect import cleandoc
from textwrap import fill
from typing import Annotated, Any

import typer
from rich.table import Table

from clientplan.checks import Described, Rule, chosen, described
from clientplan.checks.rule import THEMES, Limit, Threshold
from clientplan.cli.outputs.tables import show
from clientplan.errors import WorkspaceError
from clientplan.settings import Settings
from clientplan.workspace import Workspace

_WIDTH = 100


def explain(
    check: Annotated[
        str | None, typer.Argument(metavar="CHECK", help="A code, a name or a theme; default: the list of all.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="For machines.")] = False,
) -> None:
    """Say what a check finds, why it matters, and how to set it or switch it off.

    Example: clientplan explain CP404
    """
    everything = described()
    try:
        wanted = chosen([check]) if check else set(everything)
    except WorkspaceError as error:
        raise typer.BadParameter(str(error), param_hint="CHECK") from None
    rules = [rule for code, rule in everything.items() if code in wanted]
    workspace = Workspace.around()
    settings = workspace.settings if workspace else Settings()
    if as_json:
        typer.echo(json.dumps([_plain(rule, settings) for rule in rules], indent=1))
    elif len(rules) == 1:
        typer.echo("\n".join(_page(rules[0], settings)))
    else:
        _list(rules, settings)


def _list(rules: list[Described], settings: Settings) -> None:
    table = Table("check", "name", "severity", "theme", "")
    for rule in rules:
        off = "off" if _off(rule, settings) else ""
        table.add_row(rule.code, rule.name, ", ".join(rule.severities), THEMES[rule.theme], off)
    show(table)


def _page(rule: Described, settings: Settings) -> Iterator[str]:
    yield f"{rule.code} {rule.name}"
    yield f"{' or '.join(rule.severities).capitalize()} · {THEMES[rule.theme]} · since {rule.since}"
    yield f"\nWhat it finds\n{_wrapped(rule.what)}"
    yield f"\nWhy it matters\n{_wrapped(rule.why)}"
    if rule.source:
        yield f"\nSource\n{_wrapped(rule.source)}"
    yield f"\nExample\n{_indented(cleandoc(rule.example))}"
    yield f"\nBetter\n{_indented(cleandoc(rule.better))}"
    if rule.thresholds:
        yield "\nThresholds"
        yield from _thresholds(rule, settings.thresholds.get(rule.code, {}))
    if rule.gives_way_to:
        yield f"\nGives way to {', '.join(rule.gives_way_to)} where both speak about the same place."
    yield from _switch(rule, settings)


def _thresholds(rule: Described, here: Mapping[str, Limit]) -> Iterator[str]:
    for threshold in rule.thresholds:
        ours = f" (here; the default is {threshold.default})" if threshold.name in here else ""
        yield f"  {threshold.name} = {here.get(threshold.name, threshold.default)}{ours}"
        yield f"      {threshold.what}; from {threshold.source or 'us'}"
    first = rule.thresholds[0]
    yield "  Another limit, in clientplan.toml:"
    yield f"      [thresholds.{rule.code}]\n      {first.name} = {first.default}"


def _switch(rule: Described, settings: Settings) -> Iterator[str]:
    if not isinstance(rule, Rule):
        return  # what keeps a file from being read can't be off
    yield "\nSwitch it off, with the reason"
    yield f"  In a plan:              checks_off:\n{' ' * 28}{rule.code}: why it doesn't apply here"
    yield f'  In clientplan.toml:     [checks_off]\n{" " * 26}{rule.code} = "why it doesn\'t apply here"'
    if why := _off(rule, settings):
        yield f"  It is off here: {why}"


def _off(rule: Described, settings: Settings) -> str | None:
    """Why this workspace switches it off."""
    return settings.checks_off.get(rule.code, "").strip() or None if isinstance(rule, Rule) else None


def _wrapped(text: str) -> str:
    paragraphs = text.split("\n\n")
    return "\n\n".join(fill(one, _WIDTH, initial_indent="  ", subsequent_indent="  ") for one in paragraphs)


def _indented(text: str) -> str:
    return "\n".join(f"  {line}" for line in text.splitlines())


def _plain(rule: Described, settings: Settings) -> dict[str, Any]:
    here = settings.thresholds.get(rule.code, {})
    return {
        "code": rule.code,
        "name": rule.name,
        "severities": list(rule.severities),
        "theme": THEMES[rule.theme],
        "what": rule.what,
        "why": rule.why,
        "source": rule.source,
        "example": cleandoc(rule.example),
        "better": cleandoc(rule.better),
        "thresholds": [_limit(threshold, here) for threshold in rule.thresholds],
        "gives_way_to": list(rule.gives_way_to),
        "uses": list(rule.uses),
        "since": rule.since,
        "off": _off(rule, settings),
    }


def _limit(threshold: Threshold, here: Mapping[str, Limit]) -> dict[str, Any]:
    return {
        "name": threshold.name,
        "value": here.get(threshold.name, threshold.default),
        "default": threshold.default,
        "what": threshold.what,
        "source": threshold.source,
    }
