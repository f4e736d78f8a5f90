"""The invented plan that shows what a template pack is like, and its print."""

from __future__ import annotations

from datetime import date
from functools import cache

from clientplan import paths
from clientplan.plan.plan import Plan
from clientplan.plan.reading import read
from clientplan.plan.words import Edition, Paper
from clientplan.render.brand import Brand
from clientplan.render.in_force import Entry
from clientplan.render.pack import Pack
from clientplan.render.portfolio import print_portfolio
from clientplan.render.printing import Printed, print_plan
from clientplan.render.view.kinds import Kind
from clientplan.render.view.page import page
from clientplan.render.view.sheet import sheet
from clientplan.settings import FILE, Settings, read_settings


def specimen(pack: Pack) -> Plan:
    """The sample plan, in a phase that the pack is for, that fills the most of its sections."""
    wanted = pack.settings.phases
    suited = [plan for plan in _plans() if not wanted or plan.phase in wanted] or list(_plans())
    return max(suited, key=lambda plan: _filled(plan, pack))


def print_specimen(
    pack: Pack, *, edition: Edition = Edition.CLIENT, paper: Paper | None = None, brand: Brand | None = None
) -> Printed:
    """Its print, on the day on which the sample stands still.

    Raises:
        RenderRefused: the pack has a mistake.
    """
    ours = _settings().brand
    brand = brand or Brand(name=ours.name, colour=ours.colour)
    if pack.settings.of is Kind.PORTFOLIO:
        entries = [Entry(plan.client.name, plan) for plan in _plans()]
        return print_portfolio(entries, pack=pack, paper=paper, today=_today(), brand=brand)
    return print_plan(specimen(pack), pack=pack, edition=edition, paper=paper, today=_today(), brand=brand)


def _filled(plan: Plan, pack: Pack) -> int:
    view = sheet if pack.settings.of is Kind.SHEET else page
    shown = view(plan, edition=Edition.INTERNAL, brand=Brand(), locale="en-GB", today=_today(), draft=False)
    return len(list(shown.sections.filled(pack.settings.sections)))


def _today() -> date:
    return _settings().today or date.today()


@cache
def _plans() -> tuple[Plan, ...]:
    found = sorted((paths.sample_data() / "plans").glob("*.yaml"))
    return tuple(read(path.read_bytes(), path.name) for path in found)


@cache
def _settings() -> Settings:
    return read_settings(paths.sample_data() / FILE)
