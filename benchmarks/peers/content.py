"""What is printed, by ours and by every peer: the texts of our view of the page, as plain data."""

from __future__ import annotations

from typing import Any

from clientplan.plan.plan import Plan
from clientplan.plan.words import Edition
from clientplan.render.brand import Brand
from clientplan.render.view.page import Page, page
from clientplan.render.words import Words, words
from clientplan.settings import Settings

Content = dict[str, Any]
ACCENT = Brand().accent
_DOT = " · "


def content(plan: Plan, edition: Edition, settings: Settings) -> Content:
    """The page of an edition; lists and texts only, so that it can be written as JSON."""
    locale = plan.locale or settings.locale
    brand = Brand(name=settings.brand.name, colour=settings.brand.colour)
    shown = page(plan, edition=edition, brand=brand, locale=locale, today=settings.today)
    say = words(shown.document.language)
    return {**_frame(shown, say), **_heart(shown, say), **_tables(shown, say), **_results(shown, say)}


def _frame(shown: Page, say: Words) -> Content:
    head = shown.head
    return {
        "title": shown.document.title,
        "language": shown.document.language,
        "accent": ACCENT,
        "kind": f"{say('page.title')}{_DOT}{head.period}",
        "client": head.client,
        "facts": [[fact.label, fact.value] for fact in head.facts],
        "reason": [say("head.reason"), head.phase_reason or ""],
        "sender": shown.running.brand or "",
        "marks": _DOT.join(shown.running.marks),
        "foot": _DOT.join(shown.running.foot),
        "number": list(shown.running.number),
    }


def _heart(shown: Page, say: Words) -> Content:
    purpose, step = shown.sections.purpose, shown.sections.next_step
    return {
        "intents": {
            "title": say("intent.title"),
            "items": [[one.party, one.words, _DOT.join(one.said)] for one in (purpose.intents if purpose else ())],
        },
        "value": {
            "title": say("value.title"),
            "answers": [[one.question, one.words] for one in (purpose.answers if purpose else ())],
            "label": say("value.evidence"),
            "evidence": [_DOT.join(one) for one in (purpose.evidence if purpose else ())],
        },
        "next_step": [say("next_step.title"), step.what, _DOT.join(filter(None, (step.who, step.by)))] if step else [],
    }


def _tables(shown: Page, say: Words) -> Content:
    return {
        "objectives": _objectives(shown, say),
        "actions": _actions(shown, say),
        "stops": {
            "title": shown.sections.stops.title if shown.sections.stops else "",
            "rows": [[one.what, one.why or "", one.frees or ""] for one in getattr(shown.sections.stops, "items", ())],
        },
        "people": {
            "title": say("people.title"),
            "columns": [say(f"people.{name}") for name in ("name", "role", "influence", "support", "contact", "note")],
            "rows": [
                [
                    one.name,
                    " ".join(filter(None, (one.role, one.decides))),
                    *(part or "" for part in (one.influence, one.support, one.contact, one.note)),
                ]
                for one in shown.sections.people
            ],
        },
        "risks": {
            "title": say("risks.title"),
            "columns": [say(f"risks.{name}") for name in ("risk", "likelihood", "response")],
            "rows": [[one.what, one.likelihood or "", one.response or ""] for one in shown.sections.risks],
        },
        "review": _review(shown, say),
    }


def _objectives(shown: Page, say: Words) -> Content:
    rows = []
    for rung in shown.sections.objectives:
        found = rung.measure
        rows.append(
            {
                "id": rung.id,
                "depth": rung.depth,
                "kind": [*rung.kind, *([say("objectives.internal")] if rung.internal else [])],
                "words": rung.words,
                "name": (found and found.name) or "",
                "note": rung.note or "",
                "baseline": found.baseline if found else "",
                "latest": f"{found.latest}, {found.latest_day}" if found and found.latest else "",
                "part": found.bar.part if found and found.bar else None,
                "target": found.target if found else "",
                "due": (found and found.due) or "",
                "status": rung.status,
            }
        )
    names = ("level", "objective", "baseline", "latest", "target", "status")
    return {
        "title": say("objectives.title"),
        "columns": [say(f"objectives.{name}") for name in names],
        "rows": rows,
    }


def _actions(shown: Page, say: Words) -> Content:
    found = shown.sections.actions
    rows = [
        {
            "id": one.id,
            "what": one.what,
            "note": one.note or "",
            "tag": say("objectives.internal") if one.internal else "",
            "done_when": one.done_when or "",
            "for": one.objective or "",
            "owner": " ".join(filter(None, (one.owner, one.side))),
            "hours": one.hours or "",
            "due": one.due or "",
            "status": one.status,
        }
        for one in (found.open if found else ())
    ]
    names = ("action", "done_when", "objective", "owner", "hours", "due")
    return {
        "title": say("actions.title"),
        "columns": [say(f"actions.{name}") for name in names],
        "rows": rows,
        "closed": [[one.id, one.what, one.status] for one in (found.closed if found else ())],
    }


def _review(shown: Page, say: Words) -> Content:
    found = shown.sections.review
    said = (("agreed", found.agreed), ("lessons", found.lessons)) if found else ()
    return {
        "title": found.title if found else "",
        "rows": [
            [one.id, one.what, one.note or "", one.how, one.day or ""] for one in (found.changes if found else ())
        ],
        "said": [[say(f"review.{name}"), text] for name, text in said if text],
    }


def _results(shown: Page, say: Words) -> Content:
    found = shown.sections.results
    months = [month for row in found.rows for month in row.months] if found else []
    marks = [mark for row in found.rows for mark in row.chart.marks] if found else []
    return {
        "results": {
            "title": found.title if found else "",
            "unit": found.unit if found else "",
            "alternative": found.alternative if found else "",
            "labels": [say("results.actual"), say("results.plan")],
            "months": [" ".join(filter(None, (one.label, one.year))) for one in months],
            "actual": [one.actual or "" for one in months],
            "plan": [one.plan or "" for one in months],
            "marks": [
                {"left": one.left, "width": one.width, "top": one.top, "height": one.height, "plan": one.plan}
                for one in marks
            ],
            "zero": found.rows[0].chart.zero if found else 1.0,
        },
        "worth": {
            "title": say("worth.title"),
            "facts": [[fact.label, fact.value] for fact in shown.sections.worth],
        },
    }
