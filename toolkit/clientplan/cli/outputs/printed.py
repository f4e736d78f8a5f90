"""The last lines after printing many plans: how many were, how many weren't, and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from clientplan.batch import Outcome
from clientplan.cli.outputs.summary import counted


def summary(outcomes: Sequence[Outcome]) -> Iterator[str]:
    """Sentences; the reasons follow by how many plans each has stopped."""
    refused = [outcome for outcome in outcomes if outcome.refused]
    drafts = sum(outcome.draft for outcome in outcomes)
    printed = f"{counted(len(outcomes) - len(refused), 'plan')} printed"
    yield f"{printed}, {drafts} of them as a draft." if drafts else f"{printed}."
    if not refused:
        return
    from clientplan.checks import described  # only where there is a code to explain

    rules = described()
    yield f"{counted(len(refused), 'plan')} refused:"
    found = Counter(reason for outcome in refused for reason in outcome.reasons)
    for reason, plans in sorted(found.items(), key=lambda item: (-item[1], item[0])):
        name = f" {rules[reason].name} (clientplan explain {reason})" if reason in rules else ""
        yield f"{plans:5}  {reason}{name}"
