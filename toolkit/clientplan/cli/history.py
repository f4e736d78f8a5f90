"""`clientplan history PLAN`: the versions of a plan, and what changed since a day."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Annotated, Any

import typer

from clientplan.cli.plans import one_of_ours
from clientplan.cli.visible import visible, visible_lines
from clientplan.errors import ClientPlanError, WorkspaceError
from clientplan.plan.diff import Change, changes
from clientplan.plan.plan import Plan
from clientplan.store.history import History, State
from clientplan.store.since import by_minute, found_by, minute, monday
from clientplan.workspace import Workspace

_MONDAY, _YESTERDAY = "monday", "yesterday"
_SHOWN = 3  # changes of a version in the list


def history(
    plan: Annotated[str, typer.Argument(metavar="PLAN", help="A plan of this workspace, by name.")],
    since: Annotated[
        str | None,
        typer.Option(metavar="DAY", help="What changed since: monday (of this week), yesterday, or YYYY-MM-DD."),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="For machines.")] = False,
) -> None:
    """List the versions of a plan and what each changed, the newest first; or say what changed since a day.

    Each save is kept, from the forms, from check --fix and by hand. Internal notes are in it, as in the plan.

    Example: clientplan history harrow-2026 --since monday
    """
    workspace = Workspace.find()
    day = _day(since, workspace.today) if since else None
    stored = workspace.store.load(one_of_ours(workspace, plan))
    kept = workspace.store.history
    states = kept.states(stored.name)
    if not states:
        raise WorkspaceError(f"No version of {stored.name} is kept yet. From its first change on, every save is")
    if day:
        start = found_by(states, day) or states[0]
        found = changes(kept.read(start), stored.plan)
        if as_json:
            typer.echo(_json({"plan": stored.name, "since": start.when.isoformat(), "changes": _records(found)}))
        else:
            typer.echo("\n".join(_since(start, found)))
        return
    versions = list(_versions(kept, by_minute(states)))
    if as_json:
        typer.echo(_json({"plan": stored.name, "versions": [_record(*one) for one in versions]}))
    else:
        *_, (oldest, _) = versions
        typer.echo("\n".join(line for one in versions for line in _lines(*one, oldest=one[0] is oldest)))


def _day(text: str, today: date) -> date:
    """The day whose morning is meant."""
    if text.lower() == _MONDAY:
        return monday(today)
    if text.lower() == _YESTERDAY:
        return today - timedelta(days=1)
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise typer.BadParameter(
            f"“{text}” isn't a day. Write monday, yesterday or YYYY-MM-DD", param_hint="--since"
        ) from None


def _versions(kept: History, states: list[State]) -> Iterator[tuple[State, list[Change] | str]]:
    """Each version with what it changed, or why it can't be read; the oldest changed nothing that is known."""
    plans: list[Plan | str] = [_read(kept, state) for state in states]
    for state, plan, *earlier in zip(states, plans, [*plans[1:], None], strict=True):
        before = earlier[0]
        if isinstance(plan, str):
            yield state, plan
        else:
            yield state, changes(before, plan) if isinstance(before, Plan) else []


def _read(kept: History, state: State) -> Plan | str:
    try:
        return kept.read(state)
    except ClientPlanError as error:
        return str(error).splitlines()[0]


def _lines(state: State, found: list[Change] | str, *, oldest: bool) -> Iterator[str]:
    time = f"{minute(state):%Y-%m-%d %H:%M}"
    nothing = "the oldest version that is kept" if oldest else "comments or layout alone"
    sentences = [found] if isinstance(found, str) else [str(change) for change in found] or [nothing]
    if left := len(sentences) - _SHOWN:
        sentences[_SHOWN:] = [f"and {left} more"] if left > 0 else []
    yield f"{time}  {visible(sentences[0])}"
    yield from (f"{' ' * len(time)}  {visible(sentence)}" for sentence in sentences[1:])


def _since(start: State, found: list[Change]) -> Iterator[str]:
    yield f"Since {minute(start):%A, %Y-%m-%d %H:%M}:"
    yield from (visible_lines(f"  {change}") for change in found)
    if not found:
        yield "  Nothing has changed."


def _record(state: State, found: list[Change] | str) -> dict[str, Any]:
    told = {"unreadable": found} if isinstance(found, str) else {"changes": _records(found)}
    return {"when": state.when.isoformat(), "mark": state.mark, "bytes": state.size, **told}


def _records(found: list[Change]) -> list[dict[str, Any]]:
    return [{"path": list(change.path), "sentence": change.sentence} for change in found]


def _json(content: dict[str, Any]) -> str:
    return json.dumps(content, indent=1, ensure_ascii=False)
