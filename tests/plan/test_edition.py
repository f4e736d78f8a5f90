"""Nothing internal reaches the client edition: shown for every field of every model, also for those still to come."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from clientplan.plan.money import Currency, Money
from clientplan.plan.plan import Locale, Period, Plan
from clientplan.plan.value import Ident, Line, Number, Value, is_shared, key
from clientplan.plan.words import Edition

MARK = "sentinel"
SHOWN = "shown"
MARK_NUMBER = 918273645
MARK_DAY = date(1987, 6, 5)

# The whole list, so that making one of them public is a decision and not a slip.
INTERNAL = {
    "Effort.half", "Effort.half_more", "Effort.hours", "Effort.none", "Effort.saturation",
    "Action.hours", "Action.note",
    "Client.id",
    "Figures.margin", "Figures.potential", "Figures.revenue",
    "Objective.note",
    "Person.decides", "Person.influence", "Person.note", "Person.support",
    "Plan.checks_off", "Plan.effort", "Plan.figures", "Plan.notes", "Plan.phase", "Plan.phase_reason", "Plan.results",
    "Plan.risks", "Plan.stops",
    "Reading.note",
    "Result.actual", "Result.month", "Result.plan",
    "Results.currency", "Results.months", "Results.name",
    "Review.lessons",
    "Risk.likelihood", "Risk.owner", "Risk.response", "Risk.what",
    "Stop.frees", "Stop.what", "Stop.why",
    "Verdict.note",
}  # fmt: skip


def models(found: Any = Plan) -> set[type[Value]]:
    """Every model that a plan is made of."""
    if isinstance(found, type) and issubclass(found, Value):
        hints = get_type_hints(found, include_extras=True)
        return {found}.union(*(models(hints[name]) for name in found.model_fields))
    return set().union(*(models(part) for part in get_args(found)))


def bare(hint: Any) -> Any:
    """A hint without `| None`, and without what only refines a list or a number."""
    if get_origin(hint) in {Union, UnionType}:
        return bare(next(part for part in get_args(hint) if part is not type(None)))
    if get_origin(hint) is Annotated and hint not in {Ident, Number, Currency, Locale}:
        return bare(get_args(hint)[0])
    return hint


def filled(hint: Any, name: str, *, internal: bool) -> Any:
    """A value with every field filled in: marked where it, or something around it, is internal."""
    hint = bare(hint)
    text = f"{MARK if internal else SHOWN} {name}"
    leaves = {
        Ident: "o1",
        Number: MARK_NUMBER if internal else 7,
        Currency: "EUR",
        Locale: "en-GB",
        date: MARK_DAY if internal else date(2026, 6, 30),
        bool: internal,
        int: 3,
        str: text,
        Money: f"{MARK_NUMBER} EUR",
        Period: {"first": "2026-01-01", "last": "2026-12-31"},
        dict[str, Line]: {"CP404": text},
        Literal[1]: 1,
    }
    if hint in leaves:
        return leaves[hint]
    if get_origin(hint) is tuple:
        return [filled(get_args(hint)[0], name, internal=internal)]
    if issubclass(hint, StrEnum):
        return list(hint)[-1]
    hints = get_type_hints(hint, include_extras=True)
    return {
        key(hint, name): filled(hints[name], f"{hint.__name__}-{name}", internal=internal or not is_shared(hint, name))
        for name in hint.model_fields
    }


def full_plan() -> Plan:
    return Plan.model_validate(filled(Plan, "", internal=False))


def texts(value: Any) -> list[str]:
    if isinstance(value, dict):
        return [text for part in value.values() for text in texts(part)]
    if isinstance(value, list | tuple):
        return [text for part in value for text in texts(part)]
    return [value] if isinstance(value, str) else []


def test_the_list_of_internal_fields_is_this_one() -> None:
    fields = {
        f"{model.__name__}.{name}" for model in models() for name in model.model_fields if not is_shared(model, name)
    }
    assert fields == INTERNAL
    assert len(models()) >= 18


def test_every_field_is_filled_before_it_is_looked_for() -> None:
    seen = texts(full_plan().model_dump(mode="json"))
    names = {text.split()[-1] for text in seen if text.startswith(MARK)}
    assert {
        "Action-note",
        "Person-note",
        "Risk-what",
        "Stop-why",
        "Verdict-note",
        "Reading-note",
        "Plan-notes",
    } <= names
    assert "Client-id" in names


def test_nothing_marked_is_in_the_client_edition() -> None:
    plan = full_plan()
    shown = plan.edition(Edition.CLIENT).model_dump_json()
    inside = plan.model_dump_json()
    for mark in (MARK, str(MARK_NUMBER), MARK_DAY.isoformat()[:4]):
        assert mark not in shown
    assert MARK in inside
    assert str(MARK_NUMBER) in inside


def test_everything_shared_is_in_the_client_edition() -> None:
    plan = full_plan()
    shown = {text for text in texts(plan.edition(Edition.CLIENT).model_dump(mode="json")) if text.startswith(SHOWN)}
    assert shown == {text for text in texts(plan.model_dump(mode="json")) if text.startswith(SHOWN)}
    assert len(shown) >= 20


def internal_fields(value: Any) -> list[str]:
    """The internal fields of a value, and of all in it, that hold anything but their default."""
    if isinstance(value, tuple):
        return [name for item in value for name in internal_fields(item)]
    if not isinstance(value, Value):
        return []
    model = type(value)
    own = [
        f"{model.__name__}.{name}"
        for name, field in model.model_fields.items()
        if not is_shared(model, name) and getattr(value, name) != field.get_default(call_default_factory=True)
    ]
    return own + [
        name for part in model.model_fields if is_shared(model, part) for name in internal_fields(getattr(value, part))
    ]


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(st.data())
def test_of_any_plan_the_client_edition_holds_nothing_internal(
    plans: st.SearchStrategy[Plan], data: st.DataObject
) -> None:
    plan = data.draw(plans)
    client = plan.edition(Edition.CLIENT)
    assert internal_fields(client) == []
    assert not any(objective.internal for objective in client.objectives)
    assert not any(action.internal for action in client.actions)
    hidden = {objective.id for objective in plan.objectives if objective.internal}
    assert hidden.isdisjoint({objective.serves for objective in client.objectives})
    assert hidden.isdisjoint({action.objective for action in client.actions})
    assert hidden.isdisjoint({verdict.objective for review in client.reviews for verdict in review.verdicts})
    assert client.edition(Edition.CLIENT) == client


def test_an_internal_objective_goes_with_its_actions_verdicts_and_links() -> None:
    plan = Plan.model_validate(
        {
            "client": {"name": "Harrow Foods"},
            "period": {"first": "2026-01-01", "last": "2026-12-31"},
            "objectives": [{"id": "o1", "internal": True}, {"id": "p1", "serves": "o1"}, {"id": "p2", "serves": "p1"}],
            "actions": [
                {"id": "a1", "objective": "o1"},
                {"id": "a2", "objective": "p1"},
                {"id": "a3", "objective": "p1", "internal": True},
                {"id": "a4"},
            ],
            "reviews": [
                {
                    "when": "2026-03-31",
                    "verdicts": [{"objective": "o1", "status": "at risk"}, {"objective": "p1", "status": "on track"}],
                }
            ],
        }
    )
    client = plan.edition(Edition.CLIENT)
    assert [(objective.id, objective.serves) for objective in client.objectives] == [("p1", None), ("p2", "p1")]
    assert [action.id for action in client.actions] == ["a2", "a4"]
    assert [verdict.objective for verdict in client.reviews[0].verdicts] == ["p1"]
    assert [action.id for action in plan.actions] == ["a1", "a2", "a3", "a4"]
