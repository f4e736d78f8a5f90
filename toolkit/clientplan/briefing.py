"""What a workspace knows beside a plan, put together for the checks: they take plain values and ask nobody."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from clientplan import checks
from clientplan.checks import Figures, Report
from clientplan.checks.figures import Contact, Holding, Log, Portfolio, Print
from clientplan.errors import ClientPlanError, SourceUnreadable
from clientplan.plan.plan import Plan
from clientplan.workspace import Workspace

if TYPE_CHECKING:
    import pandas as pd


class Briefing:
    """One a run: the portfolio and the log are read once, and only when a plan is asked about."""

    def __init__(self, workspace: Workspace, plans: dict[str, Plan] | None = None) -> None:
        self._workspace = workspace
        self._given = plans  # by name, where they have been read already

    def report(
        self,
        name: str,
        plan: Plan,
        *,
        prints: Sequence[Print] = (),
        only: set[str] | None = None,
        language: str | None = None,
    ) -> Report:
        """What the checks say of a plan, by the settings of the workspace and by what it knows beside the plan."""
        settings = self._workspace.settings
        return checks.report(
            plan,
            today=self._workspace.today,
            off=settings.checks_off,
            thresholds=settings.thresholds,
            figures=self.figures(name, plan, prints=prints),
            only=only,
            language=language or settings.language,
        )

    def figures(self, name: str, plan: Plan, *, prints: Sequence[Print] = ()) -> Figures:
        """The values for one plan; `name` is that of its file."""
        return Figures(
            changed=self._changed(name),
            previous=self._previous(name, plan),
            prints=tuple(prints),
            log=self._log(plan),
            capacity=tuple(self._workspace.settings.capacity.items()),
            portfolio=self._portfolio(name, plan),
        )

    @cached_property
    def _plans(self) -> dict[str, Plan]:
        """Those that can be read; the others have told their own story."""
        if self._given is not None:
            return self._given
        stored = self._workspace.store.all()
        return {one.name: one.plan for one in stored if not isinstance(one, ClientPlanError)}

    @cached_property
    def _holdings(self) -> dict[str, Holding]:
        return {name: _holding(plan) for name, plan in self._plans.items() if self._counts(plan)}

    def _portfolio(self, name: str, plan: Plan) -> Portfolio:
        """With this plan as it is being written, not as it was read."""
        mine = {name: _holding(plan)} if self._counts(plan) else {}
        return Portfolio(tuple({**self._holdings, **mine}.values()))

    def _counts(self, plan: Plan) -> bool:
        """Whether today is in its period: last year's plan takes no hours."""
        return self._workspace.today in plan.period

    def _changed(self, name: str) -> date | None:
        try:
            return date.fromtimestamp(self._workspace.store.path(name).stat().st_mtime)
        except (OSError, ClientPlanError):
            return None

    def _previous(self, name: str, plan: Plan) -> Plan | None:
        """The same client's plan of the period before."""
        earlier = [
            other
            for known, other in self._plans.items()
            if known != name and _same_client(other, plan) and other.period.first < plan.period.first
        ]
        return max(earlier, key=lambda other: other.period.first, default=None)

    @cached_property
    def _activities(self) -> pd.DataFrame | None:
        if not (self._workspace.data / "activities.csv").is_file():
            return None
        from clientplan.collect.tidy import load  # pandas loads here, and only where something was collected

        try:
            return load(self._workspace.data)["activities"]
        except SourceUnreadable:
            return None  # Collect says what is wrong with it

    def _log(self, plan: Plan) -> Log | None:
        if plan.client.id is None or self._activities is None:
            return None
        from clientplan.insight.client import contacts

        rows = contacts(self._activities, plan.client.id, today=self._workspace.today)
        return Log(tuple(Contact(**row) for row in rows)) if rows else None


def _holding(plan: Plan) -> Holding:
    return Holding(plan.client.name, plan.manager, plan.phase, plan.effort.hours, plan.figures.potential)


def _same_client(one: Plan, other: Plan) -> bool:
    if one.client.id and other.client.id:
        return one.client.id == other.client.id
    return one.client.name.casefold() == other.client.name.casefold()
