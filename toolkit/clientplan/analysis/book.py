"""A manager's clients as they are known on a day: the tidy tables, and the plan of each that is in force."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from clientplan.plan.plan import Plan
from clientplan.settings import Settings

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, eq=False)
class Book:
    tables: Mapping[str, pd.DataFrame]  # as they were collected
    written: tuple[Plan, ...]
    today: date
    settings: Settings

    @cached_property
    def names(self) -> dict[str, str]:
        """Each client's name by its id; the id itself where the tables have no name."""
        clients = self.tables["clients"]
        named = clients["name"].fillna(clients["client_id"])
        return dict(zip(clients["client_id"], named, strict=True))

    @cached_property
    def plans(self) -> dict[str, Plan]:
        """The plan of each client that today falls into, by the client's id in the tables."""
        now = sorted((plan for plan in self.written if self.today in plan.period), key=lambda one: one.period.first)
        return {found: plan for plan in now if (found := client_of(plan, self.tables["clients"])) is not None}

    @cached_property
    def orders(self) -> pd.DataFrame:
        """What was invoiced. Rows that name no currency have the workspace's, else that of their client's plan."""
        rows = self.tables["revenue"]
        own = {client: plan.results.currency for client, plan in self.plans.items() if plan.results}
        usual = self.settings.currency
        known = rows["currency"].fillna(usual) if usual else rows["currency"]
        return rows.assign(currency=known.fillna(rows["client_id"].map(own).astype(known.dtype)))


def client_of(plan: Plan, clients: pd.DataFrame) -> str | None:
    """The id that the tables have for a plan's client: its own, else the one of the only client of its name."""
    if plan.client.id in set(clients["client_id"]):
        return plan.client.id
    named = clients.loc[clients["name"].str.casefold() == plan.client.name.casefold(), "client_id"].unique()
    return str(named[0]) if len(named) == 1 else None
