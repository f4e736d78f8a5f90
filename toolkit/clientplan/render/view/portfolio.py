"""The lead's page over all clients: how each stands, what asks for attention first, and the sums by phase."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from datetime import date
from decimal import ROUND_FLOOR, Decimal

from clientplan.plan.plan import Plan
from clientplan.plan.words import Phase
from clientplan.render.brand import Brand
from clientplan.render.collation import collation_key
from clientplan.render.in_force import Entry, Unread, in_force
from clientplan.render.view.head import Document, Fact, Running, along, described, page_number
from clientplan.render.view.kinds import Filled
from clientplan.render.view.shown import Code
from clientplan.render.view.standing import ClientLine, count_open, count_overdue, line, of, on_track
from clientplan.render.view.voice import Voice

_UNKNOWN = "–"


@dataclass(frozen=True)
class PortfolioHead:
    day: str
    title: str
    facts: tuple[Fact, ...]


@dataclass(frozen=True)
class UnreadView:
    name: str
    reason: str


@dataclass(frozen=True)
class Aside:
    """What isn't counted: files that aren't plans, and a client's plans beside the one that is in force."""

    title: str | None
    unread: tuple[UnreadView, ...]
    others: str | None


@dataclass(frozen=True)
class Group:
    title: str | None  # where all clients stand in one group it needs none
    state: Code
    lines: tuple[ClientLine, ...]


@dataclass(frozen=True)
class SumLine:
    label: str
    total: bool
    clients: str
    on_track: str
    open: str
    overdue: str
    hours: str
    results: tuple[str, ...]  # one a currency


@dataclass(frozen=True)
class PortfolioSections(Filled):
    """What a pack may print of a portfolio."""

    aside: Aside | None
    clients: tuple[Group, ...]
    sums: tuple[SumLine, ...]


SECTIONS = tuple(field.name for field in fields(PortfolioSections))


@dataclass(frozen=True)
class Portfolio:
    document: Document
    running: Running
    head: PortfolioHead
    sections: PortfolioSections


def portfolio(
    entries: Iterable[Entry], unread: Sequence[Unread], *, brand: Brand, locale: str, today: date
) -> Portfolio:
    """The page over these plans; it shows what is internal, and says so."""
    voice = Voice.of(locale, today)
    shown, others = in_force(entries, today)
    shown.sort(key=lambda entry: (collation_key(entry.plan.client.name, locale), entry.name))
    lines = [line(entry, voice) for entry in shown]
    plans = [entry.plan for entry in shown]
    day = voice.formats.day(today)
    title = voice.words("portfolio.title")
    clients = voice.words.count("portfolio.clients", Decimal(len(plans)), count=_number(len(plans), voice))
    return Portfolio(
        document=described(voice.words("portfolio.document", day=day), locale, voice),
        running=along(
            brand,
            marks=(voice.words("page.internal"),),
            foot=(title, clients, voice.words("page.printed", day=voice.formats.short_day(today))),
            number=page_number(voice),
        ),
        head=PortfolioHead(day, title, _facts(lines, plans, voice)),
        sections=PortfolioSections(_aside(unread, others, voice), _groups(lines, voice), _sums(plans, voice)),
    )


def _facts(lines: Sequence[ClientLine], plans: Sequence[Plan], voice: Voice) -> tuple[Fact, ...]:
    whole = _sum("", plans, voice)
    facts = {
        "number": whole.clients,
        "attention": _number(sum(bool(one.reasons) for one in lines), voice),
        "on_track": whole.on_track,
        "overdue": of(
            sum(count_overdue(plan, voice) for plan in plans), sum(count_open(plan) for plan in plans), voice
        ),
        "hours": whole.hours,
    }
    return tuple(Fact(voice.words(f"portfolio_facts.{name}"), value) for name, value in facts.items())


def _groups(lines: Sequence[ClientLine], voice: Voice) -> tuple[Group, ...]:
    """Those that ask for attention first, each group by name."""
    first = tuple(one for one in lines if one.reasons)
    rest = tuple(one for one in lines if not one.reasons)
    groups = (("attention", first), ("others", rest))
    return tuple(
        Group(voice.words(f"portfolio.{name}") if first else None, Code(name), found) for name, found in groups if found
    )


def _sums(plans: Sequence[Plan], voice: Voice) -> tuple[SumLine, ...]:
    lines = [
        _sum(voice.word("phase", phase) or voice.words("portfolio.no_phase"), found, voice)
        for phase in (*Phase, None)
        if (found := [plan for plan in plans if plan.phase is phase])
    ]
    return (*lines, _sum(voice.words("portfolio.total"), plans, voice, total=True)) if lines else ()


def _sum(label: str, plans: Sequence[Plan], voice: Voice, *, total: bool = False) -> SumLine:
    good, count = (sum(each) for each in zip(*map(on_track, plans), strict=True)) if plans else (0, 0)
    return SumLine(
        label=label,
        total=total,
        clients=_number(len(plans), voice),
        on_track=of(good, count, voice),
        open=_number(sum(count_open(plan) for plan in plans), voice),
        overdue=_number(sum(count_overdue(plan, voice) for plan in plans), voice),
        hours=_hours(plans, voice),
        results=_results(plans, voice),
    )


def _hours(plans: Sequence[Plan], voice: Voice) -> str:
    """A dash where no plan has a budget: none that is known isn't a budget of no hours."""
    budgets = [plan.effort.hours for plan in plans if plan.effort.hours is not None]
    return voice.formats.number(sum(budgets, Decimal())) if budgets else _UNKNOWN


def _results(plans: Sequence[Plan], voice: Voice) -> tuple[str, ...]:
    """What was reached of what was planned to date, each currency by itself."""
    figures: dict[str, list[tuple[Decimal, Decimal]]] = defaultdict(list)
    for plan in plans:
        if plan.results and plan.results.to_date[1] > 0:
            figures[plan.results.currency].append(plan.results.to_date)
    return tuple(_attained(currency, figures[currency], voice) for currency in sorted(figures))


def _attained(currency: str, figures: Sequence[tuple[Decimal, Decimal]], voice: Voice) -> str:
    actual = sum((actual for actual, _ in figures), Decimal())
    planned = sum((planned for _, planned in figures), Decimal())
    part = (actual / planned).quantize(Decimal("0.01"), rounding=ROUND_FLOOR)
    actually, plan = (voice.formats.money(figure.quantize(Decimal(1)), currency) for figure in (actual, planned))
    return voice.words("portfolio.of_plan", actual=actually, plan=plan, part=voice.formats.percent(part))


def _aside(unread: Sequence[Unread], others: Sequence[Entry], voice: Voice) -> Aside | None:
    if not (unread or others):
        return None
    title = voice.words.count("portfolio.unread", Decimal(len(unread)), count=_number(len(unread), voice))
    names = ", ".join(sorted(entry.name for entry in others))
    return Aside(
        title if unread else None,
        tuple(UnreadView(one.name, one.reason) for one in unread),
        voice.words("portfolio.not_in_force", names=names) if others else None,
    )


def _number(count: int, voice: Voice) -> str:
    return voice.formats.number(Decimal(count))
