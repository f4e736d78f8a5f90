"""The plan: one client, one period, as a frozen value."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import Annotated, Literal, Protocol, Self, TypeVar

from pydantic import AfterValidator, ConfigDict, Field, StringConstraints, model_validator

from clientplan.plan.action import Action, Stop
from clientplan.plan.edition import only_shared
from clientplan.plan.effort import Effort
from clientplan.plan.objective import Objective
from clientplan.plan.people import Figures, Person, Results, Risk
from clientplan.plan.purpose import Intents, ValueProposition
from clientplan.plan.review import Review
from clientplan.plan.value import Day, Line, Text, Value, shared
from clientplan.plan.words import Edition, Phase

SCHEMA = 1
Locale = Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}([-_][A-Za-z]{4})?([-_][A-Z]{2})?$")]


def _by_date(reviews: tuple[Review, ...]) -> tuple[Review, ...]:
    return tuple(sorted(reviews, key=lambda review: review.when))


class _Named(Protocol):
    @property
    def id(self) -> str: ...


T = TypeVar("T", bound=_Named)


def _unique(items: tuple[T, ...]) -> tuple[T, ...]:
    count = Counter(item.id for item in items)
    twice = [name for name, times in count.items() if times > 1]
    if twice:
        raise ValueError(f"id {', '.join(twice)} is used more than once. Give each its own id")
    return items


class Client(Value):
    """The organisation the plan is about; `id` is what the CRM calls it."""

    name: Annotated[Line, StringConstraints(min_length=1)] = shared()
    id: Line | None = None
    industry: Line | None = shared(None)


class Period(Value):
    first: Day = shared()
    last: Day = shared()

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.first >= self.last:
            raise ValueError(f"the first day ({self.first}) must lie before the last day ({self.last})")
        return self

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last


class Plan(Value):
    """The document. Nearly every field may be open while it is drafted: what is missing is for the checks to say."""

    model_config = ConfigDict(serialize_by_alias=True)

    schema_: Literal[1] = shared(SCHEMA, alias="schema")
    client: Client = shared()
    period: Period = shared()
    phase: Phase | None = Field(None, description="Internal: no client should read that it is a case of erosion")
    manager: Line | None = shared(None, description="The one person who owns the relationship and this plan")
    next_review: Day | None = shared(None)
    revision: Annotated[int, Field(ge=1)] = shared(1)
    locale: Locale | None = shared(None, description="Language and country of the page, such as en-GB or de")
    intent: Intents = shared(Intents())
    value_proposition: ValueProposition = shared(ValueProposition())
    objectives: Annotated[tuple[Objective, ...], AfterValidator(_unique)] = shared(())
    actions: Annotated[tuple[Action, ...], AfterValidator(_unique)] = shared(())
    people: tuple[Person, ...] = shared(())
    reviews: Annotated[tuple[Review, ...], AfterValidator(_by_date)] = shared(())
    phase_reason: Text | None = None
    stops: tuple[Stop, ...] = ()
    risks: tuple[Risk, ...] = ()
    figures: Figures = Figures()
    effort: Effort = Effort()
    results: Results | None = None
    notes: Text | None = None
    checks_off: dict[str, Line] = Field(
        {}, max_length=200, description="Checks that don't apply here, each with the reason"
    )

    def edition(self, edition: Edition) -> Self:
        """The plan as this edition may show it; the client's has nothing internal left in it."""
        if edition is Edition.INTERNAL:
            return self
        return self.model_validate(only_shared(self._without_internal_objectives()))

    def _without_internal_objectives(self) -> Self:
        """Nor their actions, nor the actions that are internal themselves, nor what points at any of them."""
        hidden = {objective.id for objective in self.objectives if objective.internal}
        return self.replace(
            objectives=tuple(
                objective.replace(serves=None) if objective.serves in hidden else objective
                for objective in self.objectives
                if objective.id not in hidden
            ),
            actions=tuple(action for action in self.actions if not action.internal and action.objective not in hidden),
            reviews=tuple(
                review.replace(verdicts=tuple(one for one in review.verdicts if one.objective not in hidden))
                for review in self.reviews
            ),
        )

    def objective(self, name: str | None) -> Objective | None:
        return next((objective for objective in self.objectives if objective.id == name), None)

    def below(self, objective: str) -> tuple[Objective, ...]:
        """The objectives that serve this one directly."""
        return tuple(other for other in self.objectives if other.serves == objective)

    def ladder(self) -> Iterator[tuple[int, Objective]]:
        """Each objective once with its depth, every one followed by those that serve it.

        An objective whose `serves` names nothing stands at depth 0, and so does the first of a circle.
        """
        below: dict[str | None, list[Objective]] = {objective.id: [] for objective in self.objectives}
        tops = [objective for objective in self.objectives if objective.serves not in below]
        for objective in self.objectives:
            below.setdefault(objective.serves, []).append(objective)
        seen: set[str] = set()
        for top in (*tops, *self.objectives):
            waiting = [(0, top)]
            while waiting:
                depth, objective = waiting.pop()
                if objective.id not in seen:
                    seen.add(objective.id)
                    yield depth, objective
                    waiting.extend((depth + 1, lower) for lower in reversed(below[objective.id]))

    def next_step(self) -> Action | None:
        """The open action that is due first."""
        dated = [action for action in self.actions if action.open and action.due is not None]
        return min(dated, key=lambda action: (action.due, action.id), default=None)

    @property
    def last_review(self) -> Review | None:
        return self.reviews[-1] if self.reviews else None
