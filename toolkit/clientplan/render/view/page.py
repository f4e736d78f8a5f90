"""The whole page of one edition."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import date

from clientplan.plan.plan import Plan
from clientplan.plan.words import Edition
from clientplan.render.brand import Brand
from clientplan.render.view.actions import Actions, NextStep, Stops, actions, next_step, stops
from clientplan.render.view.head import Document, Fact, Head, Running, document, head, running
from clientplan.render.view.kinds import Filled
from clientplan.render.view.objectives import Rung, objectives
from clientplan.render.view.people import PersonView, RiskView, people, risks
from clientplan.render.view.purpose import Purpose, purpose
from clientplan.render.view.results import ResultsView, results, worth
from clientplan.render.view.review import ReviewView, review
from clientplan.render.view.voice import Voice


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


SECTIONS = tuple(field.name for field in fields(Sections))


@dataclass(frozen=True)
class Page:
    document: Document
    running: Running
    head: Head
    sections: Sections


def page(plan: Plan, *, edition: Edition, brand: Brand, locale: str, today: date, draft: bool = False) -> Page:
    """The page of one edition of a plan; what the edition may not show goes no further than here."""
    voice = Voice.of(locale, today)
    shown = plan.edition(edition)
    return Page(
        document=document(shown, locale, voice),
        running=running(shown, edition, brand, voice, draft=draft),
        head=head(shown, edition, voice),
        sections=Sections(
            purpose=purpose(shown, brand, voice),
            objectives=objectives(shown, voice),
            actions=actions(shown, voice),
            stops=stops(shown, voice),
            next_step=next_step(shown, voice),
            results=results(shown, voice),
            worth=worth(shown, voice),
            people=people(shown, voice),
            risks=risks(shown, voice),
            review=review(shown, voice),
        ),
    )
