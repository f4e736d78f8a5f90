"""Where the hours went: each activity judged against the plan of its client."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import TYPE_CHECKING, Any

from clientplan.analysis.book import Book
from clientplan.plan.plan import Plan

if TYPE_CHECKING:
    import pandas as pd

QUARTER = 91  # days


@dataclass(frozen=True, eq=False)
class Spent:
    """The log with what was judged of it; see `insight.activity` for the columns."""

    log: pd.DataFrame  # of all clients, those without a plan too
    activities: pd.DataFrame  # of those with one
    judged: pd.DataFrame
    events: pd.DataFrame
    plans: Mapping[str, Plan]
    today: date

    @cached_property
    def portfolio(self) -> pd.Series[Any]:
        from clientplan.insight.activity.summary import over_portfolio

        return over_portfolio(self.activities, self.judged)

    @cached_property
    def clients(self) -> pd.DataFrame:
        from clientplan.insight.activity.summary import by_client

        return by_client(self.activities, self.judged)

    @property
    def sentence(self) -> str:
        from clientplan.insight.activity.summary import sentence

        return sentence(self.portfolio)

    @cached_property
    def questions(self) -> pd.DataFrame:
        from clientplan.insight.activity.proposals import proposals

        return proposals(self.activities, self.judged)

    @cached_property
    def dead_ends(self) -> pd.DataFrame:
        from clientplan.insight.activity.dead_ends import dead_ends

        return dead_ends(self.activities, self.judged, self.events, self.today)

    @cached_property
    def stops(self) -> pd.DataFrame:
        from clientplan.insight.activity.stop_list import stop_list

        return stop_list(self.activities, self.judged, self.today)

    def stops_of(self, client: str) -> pd.DataFrame:
        """The same of one client's activities alone."""
        from clientplan.insight.activity.stop_list import stop_list

        own = (self.activities["client_id"] == client).to_numpy()
        return stop_list(self.activities[own], self.judged[own], self.today)

    def week(self, first: date) -> pd.DataFrame:
        """Seven days: what was done and what is planned, each with the objective that it serves or the reason."""
        from clientplan.insight.activity.from_plans import actions, objectives
        from clientplan.insight.activity.week import week

        aims = objectives(self.plans)
        return week(self.log, aims, self.events, first, self.today, actions(self.plans))


def spent(book: Book, since: date | None = None) -> Spent:
    """Judges the activities with clients that have a plan in force, from `since` on; by default of the last quarter.

    Where there is no plan, no activity can be smart, so those of the other clients aren't counted against anybody.
    """
    from clientplan.insight.activity import judge
    from clientplan.insight.activity.agreed import agreed, together
    from clientplan.insight.activity.from_plans import events, objectives
    from clientplan.insight.activity.logged import logged

    first = since or book.today - timedelta(days=QUARTER - 1)
    log = logged(book.tables["activities"], first)
    activities = log[log["client_id"].isin(list(book.plans))].reset_index(drop=True)
    aims, moved = objectives(book.plans), events(book.plans)
    found = judge(activities, aims, moved, book.today)
    steps = agreed(activities, found, month_first=book.settings.collect.dates == "mdy")
    if len(steps):
        moved = together(moved, steps)
        found = judge(activities, aims, moved, book.today)
    return Spent(log, activities, found, moved, book.plans, book.today)
