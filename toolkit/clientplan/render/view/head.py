"""Head and foot of the page: whose plan, for when, by whom, in which edition."""

from __future__ import annotations

from dataclasses import dataclass

from clientplan.plan.plan import Plan
from clientplan.plan.words import Edition
from clientplan.render.brand import Brand
from clientplan.render.view.shown import Code
from clientplan.render.view.voice import Voice

_FOOT = 44  # characters of a name that the foot has room for; the head has the whole of it
_SHORT_ID = 4


@dataclass(frozen=True)
class Fact:
    label: str
    value: str


@dataclass(frozen=True)
class Head:
    client: str
    period: str
    facts: tuple[Fact, ...]
    phase_reason: str | None


@dataclass(frozen=True)
class Running:
    """What stands on each page."""

    brand: str | None
    logo: Code | None  # what is read out in its place; where there is one, the name isn't shown beside it
    marks: tuple[str, ...]
    foot: tuple[str, ...]
    number: tuple[Code, ...]  # the words around the page's number and the count of pages; none on a sheet to hand out


@dataclass(frozen=True)
class Document:
    """What a PDF reader shows beside the page."""

    title: Code
    language: Code
    direction: Code  # ltr or rtl: that of the page's words
    numbering: Code  # latn, or arab: that of the page's number
    author: Code | None
    wide: bool  # ids longer than o1 or a12: their columns need more room


def head(plan: Plan, edition: Edition, voice: Voice) -> Head:
    facts = {
        "industry": plan.client.industry,
        "phase": voice.word("phase", plan.phase),
        "manager": plan.manager,
        "revision": voice.formats.count(plan.revision),
        "edition": voice.word("edition", edition),
        "next_review": voice.day(plan.next_review),
    }
    return Head(
        client=plan.client.name,
        period=period(plan, voice),
        facts=tuple(Fact(voice.words(f"head.{name}"), value) for name, value in facts.items() if value),
        phase_reason=plan.phase_reason,
    )


def running(plan: Plan, edition: Edition, brand: Brand, voice: Voice, *, draft: bool) -> Running:
    marks = {"internal": edition is Edition.INTERNAL, "draft": draft}
    revision = voice.words("page.revision", number=voice.formats.count(plan.revision))
    printed = voice.words("page.printed", day=voice.formats.short_day(voice.today))
    edition_word = voice.words(f"edition_of_page.{edition.value}")
    return along(
        brand,
        marks=tuple(voice.words(f"page.{mark}") for mark, stands in marks.items() if stands),
        foot=(_short(plan.client.name), period(plan, voice), revision, edition_word, printed),
        number=page_number(voice),
    )


def along(
    brand: Brand, *, marks: tuple[str, ...] = (), foot: tuple[str, ...] = (), number: tuple[Code, ...] = ()
) -> Running:
    """What runs along on a page of any kind, under the brand."""
    return Running(
        brand=_short(brand.name) if brand.name and not brand.logo else None,
        logo=Code(brand.name) if brand.name and brand.logo else None,
        marks=marks,
        foot=foot,
        number=number,
    )


def page_number(voice: Voice) -> tuple[Code, ...]:
    return tuple(Code(part) for part in voice.words.parts("page.number", "n", "m"))


def document(plan: Plan, locale: str, voice: Voice) -> Document:
    title = voice.words("page.document", client=plan.client.name, period=period(plan, voice))
    names = [*(objective.id for objective in plan.objectives), *(action.id for action in plan.actions)]
    wide = max((len(name) for name in names), default=0) > _SHORT_ID
    return described(title, locale, voice, author=plan.manager, wide=wide)


def described(title: str, locale: str, voice: Voice, *, author: str | None = None, wide: bool = False) -> Document:
    """The document of a page of any kind."""
    return Document(
        title=Code(title),
        language=Code(locale.replace("_", "-")),
        direction=Code(voice.formats.direction),
        numbering=Code(voice.formats.numbering),
        author=Code(author) if author else None,
        wide=wide,
    )


def period(plan: Plan, voice: Voice) -> str:
    return voice.formats.period(plan.period.first, plan.period.last)


def _short(name: str) -> str:
    return name if len(name) <= _FOOT else f"{name[: _FOOT - 1].rstrip()}…"
