"""Whether results and readings of a client drift from their plan while each looks all right."""

from __future__ import annotations

from clientplan.analysis.portfolio import Portfolio


def drifts(found: Portfolio, client: str) -> list[str]:
    """A sentence for the results of each currency, and for each measure of the client's plan that has a pace."""
    from clientplan.insight.drift import of_measure, of_months

    told = []
    for currency in [one.currency for one in found.to_date if one.client == client]:
        months = found.months
        over = months[(months["client_id"] == client) & (months["currency"] == currency) & months["over"]]
        columns = (over[name].tolist() for name in ("month", "plan", "actual"))
        told.append(of_months(*columns, unit=currency).sentence)
    plan = found.book.plans.get(client)
    for one in plan.objectives if plan else ():
        if one.open and one.measure is not None:
            drift = of_measure(one.measure, plan.period.first, found.book.today) if plan else None
            if drift is not None:
                told.append(f"{one.id}, {drift.sentence}")
    return told
