"""The pages docs/checks.md and docs/checks/, made from the code: `python -m clientplan.checks.documentation`."""

from __future__ import annotations

from collections.abc import Iterator
from inspect import cleandoc
from pathlib import Path

from clientplan.checks import Described, described
from clientplan.checks.rule import THEMES, Threshold
from clientplan.checks.unreadable import UNREADABLE
from clientplan.paths import home

_HEAD = """\
# Checks

A check is a rule over a plan. What it finds is a sentence that says where, what, and what to do. An **error** stops a
client edition from being printed; a **warning** is worth a change; a **note** is worth knowing. Where several checks
would say the same thing about one place, the most specific speaks. There is no score: a score is gamed, a sentence is
acted on.

How to run them, read what they say, mend it, switch one off, or use them in CI: [Checking plans](checking.md). Three
plans as coaches see them, with what the checks say: [Three weak plans](weak-plans.md). Your own: [Write a
check](write-a-check.md).

These pages are made from the code: `python3 start.py docs` writes them.
"""
_USES = {
    "phase": "the phase that the collected orders say, and else the results in the plan itself",
    "changed": "the day on which the plan's file was changed last",
    "previous": "the client's plan of the period before",
    "prints": "the printed page (`clientplan check --page`, and every print)",
    "log": "the log of activities that was collected",
    "log.judged": "the log of activities that was collected, with the objective that each of them served (named in it, "
    "or told by words and people) and the next step (a later day in its text, or what followed within 30 days)",
    "capacity": "the hours a month that people have (`[capacity]` in `clientplan.toml`)",
    "portfolio": "the other plans of the workspace",
    "portfolio.advice": "the best use of the hours over all clients whose effort is judged and whose revenue was "
    "collected (`clientplan portfolio`)",
}


def index() -> str:
    """The list of all checks as Markdown."""
    return "\n".join([_HEAD, *_tables()])


def pages() -> dict[str, str]:
    """The page of each check as Markdown, by its file's name."""
    return {f"{code}.md": "\n".join(_page(rule)) for code, rule in described().items()}


def _tables() -> Iterator[str]:
    rules = list(described().values())
    for theme, words in THEMES.items():
        of_theme = [rule for rule in rules if rule.theme == theme]
        if of_theme:
            yield f"## {words.capitalize()}\n"
            yield "| check | name | | what it finds |"
            yield "| --- | --- | --- | --- |"
            yield from (_line(rule) for rule in of_theme)
            yield ""


def _line(rule: Described) -> str:
    return f"| [{rule.code}](checks/{rule.code}.md) | {rule.name} | {', '.join(rule.severities)} | {_first(rule)} |"


def _first(rule: Described) -> str:
    return rule.what.split("\n\n", maxsplit=1)[0]


def _page(rule: Described) -> Iterator[str]:
    yield f"# {rule.code} {rule.name}\n"
    yield f"{' or '.join(rule.severities).capitalize()} · {THEMES[rule.theme]} · since {rule.since}\n"
    yield "## What it finds\n"
    yield f"{rule.what}\n"
    yield "## Why it matters\n"
    yield f"{rule.why}\n"
    if rule.source:
        yield f"Source: {rule.source}.\n"
    yield f"## Example\n\n```yaml\n{cleandoc(rule.example)}\n```\n"
    yield f"## Better\n\n```yaml\n{cleandoc(rule.better)}\n```\n"
    yield from _about(rule)
    if rule is UNREADABLE:
        yield "It can't be switched off.\n"
        yield "[All checks](../checks.md)"
        return
    yield "## Switch it off\n"
    yield "With the reason, in the plan, or in `clientplan.toml` for a whole workspace:\n"
    yield f"```yaml\nchecks_off:\n  {rule.code}: why it doesn't apply here\n```\n"
    yield f'```toml\n[checks_off]\n{rule.code} = "why it doesn\'t apply here"\n```\n'
    yield "[All checks](../checks.md)"


def _about(rule: Described) -> Iterator[str]:
    if rule.uses:
        yield "## What it looks at\n"
        yield (
            "Beside the plan: "
            + "; ".join(_USES[name] for name in rule.uses)
            + ". Where that isn't known, it is silent.\n"
        )
    if rule.thresholds:
        yield "## Thresholds\n"
        yield "| threshold | default | | from |\n| --- | --- | --- | --- |"
        yield from (_row(threshold) for threshold in rule.thresholds)
        first = rule.thresholds[0]
        yield "\nAnother limit, in `clientplan.toml`:\n"
        yield f"```toml\n[thresholds.{rule.code}]\n{first.name} = {first.default}\n```\n"
    if rule.gives_way_to:
        others = ", ".join(f"[{code}]({code}.md)" for code in rule.gives_way_to)
        yield f"## Gives way to\n\n{others}, where both speak about the same place.\n"


def _row(threshold: Threshold) -> str:
    return f"| `{threshold.name}` | {threshold.default} | {threshold.what} | {threshold.source or 'us'} |"


def write(docs: Path) -> None:
    """Writes the index and the pages, and takes away those of checks that are gone."""
    folder = docs / "checks"
    folder.mkdir(exist_ok=True)
    made = pages()
    for stale in {path.name for path in folder.glob("*.md")} - made.keys():
        (folder / stale).unlink()
    for name, text in made.items():
        (folder / name).write_text(text + "\n", encoding="utf-8")
    (docs / "checks.md").write_text(index(), encoding="utf-8")


if __name__ == "__main__":
    write(home() / "docs")
