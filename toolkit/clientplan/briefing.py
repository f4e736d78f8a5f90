"""What a workspace knows beside a plan, put together for the checks: they take plain values and ask nobody."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from contextlib import suppress
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING
from unicodedata import normalize

from clientplan import checks
from clientplan.checks import Figures, Report
from clientplan.checks.figures import Advice, Contact, Holding, Log, Portfolio, Print
from clientplan.errors import ClientPlanError, SourceUnreadable
from clientplan.plan.plan import Plan
from clientplan.plan.words import Phase
from clientplan.settings import Settings
from clientplan.store.folder import SUFFIX
from clientplan.workspace import Workspace

if TYPE_CHECKING:
    import pandas as pd


class Briefing:
    """One a run: the portfolio and the log are read once, and only when a check asks for them."""

    def __init__(
        self, workspace: Workspace | None, plans: Mapping[str, Plan | None] | None = None, *, today: date | None = None
    ) -> None:
        """`plans`: those of the workspace that have been read already, by name; None where that failed.

        Without a workspace the plan is all that is known, and the settings are ours.
        """
        self._workspace = workspace
        self._read = dict(plans or {})
        self._settings = workspace.settings if workspace else Settings()
        # While a plan is written most edits change nothing of these; each with what it was made of.
        self._judged: tuple[object, Log | None] | None = None
        self._stands: tuple[object, tuple[Phase, str] | None] | None = None
        self.today = today or (workspace.today if workspace else date.today())

    def take(self, name: str, plan: Plan) -> None:
        """A plan of the workspace that was read for this run, so that it needn't be read again."""
        self._read[name] = plan
        self.__dict__.get("_unread", {}).pop(name, None)

    def report(
        self,
        name: str,
        plan: Plan,
        *,
        prints: Sequence[Print] = (),
        only: Collection[str] | None = None,
        language: str | None = None,
    ) -> Report:
        """What the checks say of a plan, by the settings of the workspace and by what it knows beside the plan."""
        settings = self._settings
        return checks.report(
            plan,
            today=self.today,
            off=settings.checks_off,
            thresholds=settings.thresholds,
            figures=self.figures(name, plan, prints=prints, only=only),
            only=only,
            language=language or settings.language,
        )

    def figures(
        self, name: str, plan: Plan, *, prints: Sequence[Print] = (), only: Collection[str] | None = None
    ) -> Figures:
        """The values for one plan that these checks look at; `name` is that of its file, or its path if elsewhere."""
        rules = checks.registered().values()
        used = {figure for rule in rules if only is None or rule.code in only for figure in rule.uses}
        wanted = {figure.partition(".")[0] for figure in used}
        stands = self._phase(plan) if "phase" in wanted else None
        return Figures(
            phase=stands[0] if stands else None,
            because=stands[1] if stands else "",
            changed=self._changed(name) if "changed" in wanted else None,
            previous=self._previous(name, plan) if "previous" in wanted else None,
            prints=tuple(prints),
            log=self._log(plan) if "log" in wanted else None,
            capacity=tuple(self._settings.capacity.items()),
            portfolio=self._portfolio(name, plan) if "portfolio" in wanted else None,
        )

    def _others(self, *wanted: Collection[str]) -> dict[str, Plan]:
        """The plans of the workspace whose file holds all words of one of these: to find two, a thousand aren't read.

        Those that can't be read have told their own story.
        """
        if self._workspace:
            for name, text in self._unread.copy().items():
                if "\\" in text or any(
                    all(word in text for word in words) for words in wanted
                ):  # what is escaped can only be read
                    del self._unread[name]
                    with suppress(ClientPlanError):
                        self._read[name] = self._workspace.store.load(name).plan
        return {name: plan for name, plan in sorted(self._read.items()) if plan is not None}

    @cached_property
    def _unread(self) -> dict[str, str]:
        """The texts of the other plans, by name, as words are looked for in them."""
        store = self._workspace.store if self._workspace else None
        names = [name for name in store.names() if name not in self._read] if store else []
        return {name: _folded(store.path(name)) for name in names} if store else {}

    @cached_property
    def _holdings(self) -> dict[str, Holding]:
        return {
            name: _holding(plan) for name, plan in self._others(["effort"], ["potential"]).items() if self._counts(plan)
        }

    def _portfolio(self, name: str, plan: Plan) -> Portfolio | None:
        """With this plan as it is being written, not as it was read; a file from elsewhere is in no portfolio.

        A plan that takes no hours needn't know what the others take.
        """
        if self._ours(name) is None or plan.effort.hours is None:
            return None
        mine = {name: _holding(plan)} if self._counts(plan) else {}
        return Portfolio(tuple({**self._holdings, **mine}.values()), self._advice({name: plan}))

    def _advice(self, mine: Mapping[str, Plan]) -> Advice | None:
        """The best use of the hours of the clients that have been judged; contradictions have a check of their own."""
        if self._workspace is None or self._collected is None:
            return None
        from clientplan.analysis.book import Book
        from clientplan.analysis.judged import advice

        plans = {**self._others(["effort"], ["potential"]), **mine}
        return advice(Book(self._collected, tuple(plans.values()), self.today, self._settings))

    def _counts(self, plan: Plan) -> bool:
        """Whether today is in its period: last year's plan takes no hours."""
        return self.today in plan.period

    def _changed(self, name: str) -> date | None:
        try:
            return date.fromtimestamp((self._ours(name) or Path(name)).stat().st_mtime)
        except (OSError, ValueError):
            return None

    def _ours(self, name: str) -> Path | None:
        """The file of a plan of this workspace."""
        file = self._workspace.store.folder / f"{name}{SUFFIX}" if self._workspace else None
        return file if file and file.is_file() else None

    def _previous(self, name: str, plan: Plan) -> Plan | None:
        """The same client's plan of the period before."""
        earlier = [
            other
            for known, other in self._others(*_words(plan)).items()
            if known != name and _same_client(other, plan) and other.period.first < plan.period.first
        ]
        return max(earlier, key=lambda other: other.period.first, default=None)

    @cached_property
    def _collected(self) -> Mapping[str, pd.DataFrame] | None:
        if self._workspace is None or not (self._workspace.data / "activities.csv").is_file():
            return None
        from clientplan.collect.tidy import load  # pandas loads here, and only where something was collected

        try:
            return load(self._workspace.data)
        except SourceUnreadable:
            return None  # Collect says what is wrong with it

    def _phase(self, plan: Plan) -> tuple[Phase, str] | None:
        """What the orders say of the plan's client, and why; None where it has none, and after the plan's period."""
        if self._collected is None or self.today not in plan.period:
            return None
        from clientplan.analysis.book import Book
        from clientplan.analysis.standing import standing_of

        key = (plan.client, plan.period, plan.results)
        if self._stands is None or self._stands[0] != key:
            self._stands = (key, standing_of(Book(self._collected, (plan,), self.today, self._settings), plan))
        return self._stands[1]

    def _log(self, plan: Plan) -> Log | None:
        """Judged against the plan as it is being written."""
        if self._collected is None:
            return None
        from clientplan.analysis.book import client_of
        from clientplan.insight.activity.followed import followed
        from clientplan.insight.client import contacts

        key = (plan.client, plan.period, plan.objectives, plan.actions)
        if self._judged is None or self._judged[0] != key:
            log, client = self._collected["activities"], client_of(plan, self._collected["clients"])
            rows = contacts(log, client, today=self.today) if client else []
            early = [row for row in rows if row["when"] < plan.period.first]
            us = self._settings.collect.dates == "mdy"
            late = followed(log, client, plan, self.today, month_first=us) if client else []
            found = tuple(Contact(**row) for row in (*early, *late))
            self._judged = (key, Log(found, judged=bool(plan.objectives)) if found else None)
        return self._judged[1]


def _holding(plan: Plan) -> Holding:
    return Holding(plan.client.name, plan.manager, plan.phase, plan.effort.hours, plan.figures.potential)


def _same_client(one: Plan, other: Plan) -> bool:
    if one.client.id and other.client.id:
        return one.client.id == other.client.id
    return one.client.name.casefold() == other.client.name.casefold()


def _words(plan: Plan) -> list[Collection[str]]:
    """What stands in each plan of this client: all words of the name (its line may be broken), or the id."""
    name = plan.client.name.casefold().split()
    return [name, [plan.client.id.casefold()]] if plan.client.id else [name]


def _folded(path: Path) -> str:
    try:
        text = path.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""
    return normalize("NFC", text).casefold().replace("''", "'")  # as the model composes names, and without quotes
