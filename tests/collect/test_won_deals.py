from __future__ import annotations

DEALS = (
    "Account,Deal,Stage,Amount,Close Date,Currency\n"
    "A,one,Won,100,2026-01-31,EUR\nA,two,Lost,50,2026-02-28,EUR\nA,three,Won,,2026-02-28,EUR\n"
    "A,four,Closed Won,70,2027-01-31,EUR\nB,five,Won,30,2026-03-31,GBP\n"
)


def test_won_deals_are_revenue_at_their_close_date(collect, plain) -> None:
    found = collect({"deals.csv": DEALS})
    revenue = found.tables["revenue"]
    assert revenue["client_id"].tolist() == ["A", "B"]
    assert plain(revenue["date"]) == ["2026-01-31", "2026-03-31"]
    assert revenue["amount"].tolist() == [100, 30]
    assert revenue["currency"].tolist() == ["EUR", "GBP"]
    assert revenue["source"].tolist() == ["deals.csv:2", "deals.csv:6"]
    assert len(found.tables["opportunities"]) == 5
    assert found.report.notes[-2:] == [
        "2 won deals of 2 clients without invoices or orders counted as revenue at the close date",
        "2 won deals without an amount or a past close date not counted as revenue: deals.csv:4, deals.csv:5",
    ]


def test_a_client_with_invoices_is_not_counted_twice(collect) -> None:
    found = collect({"deals.csv": DEALS, "invoices.csv": "Client,Date,Amount,Currency\nA,2026-01-15,100,EUR\n"})
    assert sorted(found.tables["revenue"]["source"]) == ["deals.csv:6", "invoices.csv:2"]
