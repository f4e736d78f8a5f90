"""The page docs/checks.md, made from the code; `python -m clientplan.checks.documentation` writes it."""

from __future__ import annotations

from collections.abc import Iterator
from inspect import cleandoc

from clientplan.checks import Rule, registered
from clientplan.checks.rule import THEMES, Threshold
from clientplan.paths import home

_HEAD = """\
# Checks

A check is a rule over a plan. What it finds is a sentence that says where, what, and what to do. An **error** stops a
client edition from being printed; a **warning** is worth a change; a **note** is worth knowing. Where several checks
would say the same thing about one place, the most specific speaks. There is no score.

A check that doesn't fit is switched off with the reason, for one plan (`checks_off` in its file) or for a workspace
(`[checks_off]` in `clientplan.toml`):

```yaml
checks_off:
  CP404: objectives are quoted from the client's own strategy paper
```

This page is made from the code: `python -m clientplan.checks.documentation` writes it.
"""


def page() -> str:
    """The page as Markdown."""
    rules = list(registered().values())
    return "\n".join([_HEAD, *_contents(rules), *(line for rule in rules for line in _section(rule))])


def _contents(rules: list[Rule]) -> Iterator[str]:
    yield "| check | name | severity | theme |"
    yield "| --- | --- | --- | --- |"
    for rule in rules:
        anchor = f"{rule.code}-{rule.name}".lower()
        yield f"| [{rule.code}](#{anchor}) | {rule.name} | {', '.join(rule.severities)} | {THEMES[rule.theme]} |"
    yield ""


def _section(rule: Rule) -> Iterator[str]:
    yield f"## {rule.code} {rule.name}\n"
    yield f"{' or '.join(rule.severities).capitalize()} · {THEMES[rule.theme]} · since {rule.since}\n"
    yield f"**What it finds.** {rule.what}\n"
    yield f"**Why it matters.** {rule.why}{f' ({rule.source}.)' if rule.source else ''}\n"
    yield f"**Example**\n\n```yaml\n{cleandoc(rule.example)}\n```\n"
    yield f"**Better**\n\n```yaml\n{cleandoc(rule.better)}\n```\n"
    if rule.gives_way_to:
        yield f"**Gives way to** {', '.join(rule.gives_way_to)} where both speak about the same place.\n"
    if rule.thresholds:
        yield "| threshold | default | | from |"
        yield "| --- | --- | --- | --- |"
        yield from (_row(threshold) for threshold in rule.thresholds)
        yield ""


def _row(threshold: Threshold) -> str:
    return f"| `{threshold.name}` | {threshold.default} | {threshold.what} | {threshold.source or 'us'} |"


if __name__ == "__main__":
    (home() / "docs" / "checks.md").write_text(page(), encoding="utf-8")
