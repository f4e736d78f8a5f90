"""Puts a week together: contacts that are due, then actions, into the hours that there are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from clientplan.insight.week import reasons
from clientplan.insight.week.cadence import CADENCE, CONTACT, contact_due, days_between
from clientplan.insight.week.calendar import QUARTERS, Days, quarters
from clientplan.insight.week.queue import advised, next_of, pressing, turn
from clientplan.insight.week.words import Block, Client, Unfit, Untouched, Week, Work
from clientplan.plan.words import Phase

UNSTATED = 1.0  # hours of an action that states none


def propose(
    works: Iterable[Work],
    clients: Iterable[Client],
    capacity: Sequence[float],
    *,
    as_of: date,
    cadence: Mapping[Phase, int] | None = None,
) -> Week:
    """A week for one person, the same for the same input in whatever order.

    Contacts that their phase's cadence makes due come first, since they are short and nothing else shows a client's
    silence. Then come overdue actions and those due this week, by day; then the others, each client up to its advised
    hours, where most of them are lacking and the due day is near; what is left of the week goes on by due day. An
    action is cut at the end of a day, a contact never.

    Args:
        works: open actions of that person, over all clients.
        clients: all of that person's; an action's client that isn't among them goes by its id.
        capacity: hours for client work, Monday to Friday; 0 for a day that isn't free.
        as_of: today. The proposal is for its week from today on; on a weekend for the week after.
        cadence: days from contact to contact by phase, where they are others than ours.

    Raises:
        ClientPlanError: the hours aren't five figures of 0 to 24.
    """
    days = Days.of(as_of, capacity)
    there = tuple(free / QUARTERS for free in days.free)
    waiting = sorted(works, key=lambda work: (work.client, work.id))
    known = {client.id: client for client in sorted(clients, key=lambda client: client.id)}
    known |= {work.client: Client(work.client, work.client) for work in waiting if work.client not in known}
    filling = _Filling(days, max(as_of, days.monday), known, {**CADENCE, **(cadence or {})})
    filling.contacts()
    filling.actions(waiting)
    blocks = tuple(sorted(filling.blocks, key=lambda block: block.day))  # stable: urgency decides within a day
    unfit, untouched = tuple(filling.unfit), tuple(filling.untouched())
    return Week(days.monday, there, blocks, unfit, untouched, reasons.summary(blocks, unfit, untouched, sum(there)))


@dataclass
class _Filling:
    days: Days
    today: date
    clients: dict[str, Client]
    cadence: dict[Phase, int]
    blocks: list[Block] = field(default_factory=list)
    unfit: list[Unfit] = field(default_factory=list)
    given: dict[str, int] = field(default_factory=lambda: defaultdict(int))  # quarters by client

    def contacts(self) -> None:
        """The latest first, as a part of what is usual with each: a week matters more where there is one every week."""
        due = [client for client in self.clients.values() if self._is_due(client)]
        for client in sorted(due, key=lambda client: (-self._late(client), client.id)):
            day = self.days.whole(quarters(CONTACT), max(contact_due(client, self.cadence) or self.today, self.today))
            why = reasons.contact(client, days_between(client, self.cadence))
            if day is None:
                self.unfit.append(Unfit(client.id, None, reasons.CONTACT, CONTACT, reasons.no_room(why), pressing=True))
            else:
                self.blocks.append(Block(day, client.id, None, reasons.CONTACT, CONTACT, why))
                self.given[client.id] += quarters(CONTACT)

    def actions(self, works: list[Work]) -> None:
        left = {(work.client, work.id): quarters(work.hours or 0) or quarters(UNSTATED) for work in works}
        first = pressing(works, self.today, self.days.friday)
        for work in first:
            self._give(work, left, left[work.client, work.id])
        later = [work for work in works if work not in first]
        budget = advised(self.clients)

        def lacking(client: str) -> int:
            return max(budget[client] - self.given[client], 0)

        waiting = [*later]
        while waiting:
            work = next_of(waiting, lacking, self.today)
            waiting.remove(work)
            self._give(work, left, min(left[work.client, work.id], lacking(work.client)))
        for work in sorted(later, key=lambda work: (work.due or date.max, work.client, work.id)):
            self._give(work, left, left[work.client, work.id])
        for work in (*first, *sorted(later, key=lambda work: (work.due or date.max, work.client, work.id))):
            if rest := left[work.client, work.id]:
                begun = any(block.id == work.id for block in self._of(work.client))
                why = reasons.rest(self._why(work), begun=begun)
                self.unfit.append(Unfit(work.client, work.id, work.what, rest / QUARTERS, why, pressing=work in first))

    def untouched(self) -> Iterable[Untouched]:
        for client in self.clients.values():
            if not any(self._of(client.id)):
                waits = any(one.client == client.id for one in self.unfit)
                due = contact_due(client, self.cadence)
                yield Untouched(client.id, client.name, reasons.nothing(client, due, self.days.friday, waits=waits))

    def _give(self, work: Work, left: dict[tuple[str, str], int], wanted: int) -> None:
        for day, taken in self.days.pieces(wanted):
            late = work.due is not None and work.due >= self.today and day > work.due
            why = reasons.too_late(self._why(work)) if late else self._why(work)
            self._add(Block(day, work.client, work.id, work.what, taken / QUARTERS, why))
            left[work.client, work.id] -= taken
            self.given[work.client] += taken

    def _add(self, block: Block) -> None:
        """A second piece of an action on the same day is one block with the first."""
        for at, other in enumerate(self.blocks):
            if (other.day, other.client, other.id) == (block.day, block.client, block.id):
                self.blocks[at] = replace(other, hours=other.hours + block.hours)
                return
        self.blocks.append(block)

    def _why(self, work: Work) -> str:
        return reasons.action(work, turn(work, self.today, self.days.friday), UNSTATED)

    def _of(self, client: str) -> list[Block]:
        return [block for block in self.blocks if block.client == client]

    def _is_due(self, client: Client) -> bool:
        planned = client.next_contact
        if planned is not None and self.today <= planned <= self.days.friday:
            return False
        due = contact_due(client, self.cadence)
        return due is None or due <= self.days.friday

    def _late(self, client: Client) -> float:
        """Days since the last contact, by those that are usual."""
        if client.last_contact is None:
            return 1.0
        return (self.today - client.last_contact).days / days_between(client, self.cadence)
