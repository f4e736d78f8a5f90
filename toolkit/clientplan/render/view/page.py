"""The whole page of one edition."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass, fields
from datetime import date
from typing import Any

from clientplan.plan.plan import Plan
from clientplan.plan.words import Edition
from clientplan.render.brand import Brand
from clientplan.render.view.actions import Actions, NextStep, Stops, actions, next_step, stops
from clientplan.render.view.brief import Goal, Recovery, Task, actions_in_brief, objectives_in_brief, recovery
from clientplan.render.view.course import Ways, ways
from clientplan.render.view.head import Document, Fact, Head, Running, document, head, running
from clientplan.render.view.kinds import Filled
from clientplan.render.view.objectives import Rung, objectives
from clientplan.render.view.people import PersonView, RiskView, people, people_in_brief, risks
from clientplan.render.view.promises import Promises, promises
from clientplan.render.view.purpose import Purpose, purpose
from clientplan.render.view.questions import Question, questions
from clientplan.render.view.results import ResultsView, results, worth
from clientplan.render.view.review import ReviewView, review
from clientplan.render.view.sitting import (
    Decisions,
    Group,
    LastTime,
    NextReview,
    decisions,
    last_time,
    next_review,
    since,
)
from clientplan.render.view.slipped import Slipped, slipped
from clientplan.render.view.voice import Voice
from clientplan.render.view.wins import FirstWins, first_wins, hours


@dataclass(frozen=True)
class Sections(Filled):
    """What a pack may print of a plan."""

    purpose: Purpose | None
    objectives: tuple[Rung, ...]
    actions: Actions | None
    stops: Stops | None
    next_step: NextStep | None
    results: ResultsView | None
    worth: tuple[Fact, ...]
    people: tuple[PersonView, ...]
    risks: tuple[RiskView, ...]
    review: ReviewView | None
    objectives_in_brief: tuple[Goal, ...]
    actions_in_brief: tuple[Task, ...]
    people_in_brief: tuple[PersonView, ...]
    first_wins: FirstWins | None
    hours: tuple[Fact, ...]
    questions: tuple[Question, ...]
    slipped: Slipped | None
    recovery: Recovery | None
    promises: Promises | None
    last_time: LastTime
    course: Ways | None
    since: tuple[Group, ...]
    decisions: Decisions
    next_review: NextReview


SECTIONS = tuple(field.name for field in fields(Sections))


@dataclass(frozen=True)
class Page:
    document: Document
    running: Running
    head: Head
    sections: Sections


def page(  # each is one thing that the person who prints decides
    plan: Plan,
    *,
    edition: Edition,
    brand: Brand,
    locale: str,
    today: date,
    draft: bool = False,
    wanted: Collection[str] = SECTIONS,
) -> Page:
    """The page of one edition of a plan; what the edition may not show goes no further than here.

    Of the sections only those that are wanted are worked out: a pack prints a third of them.
    """
    voice = Voice.of(locale, today)
    shown = plan.edition(edition)
    made: dict[str, Callable[[], Any]] = {
        "purpose": lambda: purpose(shown, brand, voice),
        "objectives": lambda: objectives(shown, voice),
        "actions": lambda: actions(shown, voice),
        "stops": lambda: stops(shown, voice),
        "next_step": lambda: next_step(shown, voice),
        "results": lambda: results(shown, voice),
        "worth": lambda: worth(shown, voice),
        "people": lambda: people(shown, voice),
        "risks": lambda: risks(shown, voice),
        "review": lambda: review(shown, voice),
        "objectives_in_brief": lambda: objectives_in_brief(shown, voice),
        "actions_in_brief": lambda: actions_in_brief(shown, voice),
        "people_in_brief": lambda: people_in_brief(shown, voice),
        "first_wins": lambda: first_wins(shown, voice),
        "hours": lambda: hours(shown, voice),
        "questions": lambda: questions(shown, edition, voice),
        "slipped": lambda: slipped(shown, edition, voice),
        "recovery": lambda: recovery(shown, edition, voice),
        "promises": lambda: promises(shown, brand, voice),
        "last_time": lambda: last_time(shown, voice),
        "course": lambda: ways(shown, voice),
        "since": lambda: since(shown, voice),
        "decisions": lambda: decisions(shown, voice),
        "next_review": lambda: next_review(shown, voice),
    }
    found: dict[str, Any] = {name: work() if name in wanted else None for name, work in made.items()}
    return Page(
        document=document(shown, locale, voice),
        running=running(shown, edition, brand, voice, draft=draft),
        head=head(shown, edition, voice),
        sections=Sections(**found),
    )
