"""A proposal for the week: which actions on which day, which contacts, and what didn't fit."""

from __future__ import annotations

from clientplan.insight.week.from_plans import client_of, open_work
from clientplan.insight.week.proposal import propose
from clientplan.insight.week.words import Block, Client, Unfit, Untouched, Week, Work

__all__ = ["Block", "Client", "Unfit", "Untouched", "Week", "Work", "client_of", "open_work", "propose"]
