"""How often there is contact with a client at least, by phase."""

from __future__ import annotations

from datetime import date, timedelta

from clientplan.insight.week.words import Client
from clientplan.plan.words import Phase

# Days. No study fixes them; they follow from the rhythm of each phase, and an argument overrides them.
CADENCE = {
    Phase.EROSION: 7,  # trust is won back by promises kept, and a week is how long one can be waited for
    Phase.BUILD: 14,  # first orders are decided between two contacts: longer, and somebody else is the last they heard
    Phase.MAINTENANCE: 30,  # monthly orders: each contact comes between two, so that a missing one is noticed at once
}
CONTACT = 0.5  # hours: a call, and its note


def contact_due(client: Client, cadence: dict[Phase, int]) -> date | None:
    """The day by which the next contact is due; None where there never was one, which is due at once."""
    if client.last_contact is None:
        return None
    return client.last_contact + timedelta(days=days_between(client, cadence))


def days_between(client: Client, cadence: dict[Phase, int]) -> int:
    return cadence[client.phase or Phase.MAINTENANCE]
