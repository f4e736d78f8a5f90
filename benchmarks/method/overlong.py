"""Plans that are too long in several ways: more actions, more objectives, longer texts."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from clientplan.plan.plan import Plan


def more_actions(times: float) -> Callable[[Plan], Plan]:
    return lambda plan: plan.replace(actions=_repeated(plan.actions, times))


def more_objectives(times: float) -> Callable[[Plan], Plan]:
    return lambda plan: plan.replace(objectives=_repeated(plan.objectives, times))


def longer_texts(times: int) -> Callable[[Plan], Plan]:
    """What actions and objectives say, and what the value is."""

    def changed(plan: Plan) -> Plan:
        def longer(text: str | None) -> str | None:
            return " ".join([text] * times) if text else text

        value = plan.value_proposition
        said = {name: longer(getattr(value, name)) for name in ("goal", "value", "they_gain", "we_gain")}
        return plan.replace(
            actions=tuple(one.replace(what=longer(one.what), done_when=longer(one.done_when)) for one in plan.actions),
            objectives=tuple(one.replace(words=longer(one.words), note=longer(one.note)) for one in plan.objectives),
            value_proposition=value.replace(**said),
        )

    return changed


def everything(plan: Plan) -> Plan:
    return more_actions(2)(more_objectives(2)(longer_texts(2)(plan)))


VARIANTS: dict[str, Callable[[Plan], Plan]] = {
    "as it stands": lambda plan: plan,
    "half as many actions again": more_actions(1.5),
    "twice the actions": more_actions(2),
    "ten times the actions": more_actions(10),
    "half as many objectives again": more_objectives(1.5),
    "twice the objectives": more_objectives(2),
    "texts twice as long": longer_texts(2),
    "texts four times as long": longer_texts(4),
    "everything twice": everything,
}


def _repeated(items: tuple[Any, ...], times: float) -> tuple[Any, ...]:
    """As many again, under ids of their own."""
    wanted = round(len(items) * times)
    copies = (items[at % len(items)] for at in range(len(items), wanted))
    return (*items, *(one.replace(id=f"{one.id}x{at}") for at, one in enumerate(copies)))
