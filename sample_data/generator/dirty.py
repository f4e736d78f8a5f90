"""Rows as careless as real ones, so that the report of what wasn't read has something to say.

Each is the place it takes among the rows of its file (from 0, under the header) and its cells. README.md lists them.
"""

from __future__ import annotations

from generator.rows import Row

SALESFORCE_ACTIVITIES: list[tuple[int, Row]] = [
    # typed by hand into an imported task: June has no 31st
    (
        121,
        [
            "00T5J00000dR2kQ",
            "31/06/2025",
            "Penmarrow Dairies",
            "0015J00000QmPdB",
            "Jago Nance",
            "Ruth Adeyemi",
            "Call",
            "Lidding prices",
            "Completed",
            15,
            "Jago compares per thousand, we quote per reel. Send per thousand.",
        ],
    ),
    # the team's own meeting, logged without an account
    (
        240,
        [
            "00T5J00000dT9wE",
            "09/12/2025",
            "",
            "",
            "",
            "Ruth Adeyemi",
            "Meeting",
            "Team meeting Leeds",
            "Completed",
            90,
            "Budget 2026.",
        ],
    ),
]
SALESFORCE_INVOICES: list[tuple[int, Row]] = [
    # entered before the price was known
    (
        463,
        [
            "IN-PROFORMA",
            "Ostlake Nutrition",
            "0015J00000QmOnC",
            "28/08/2026",
            "Film and trays",
            "Winter range, artwork pending",
            "GBP",
            "tbc",
        ],
    )
]
HUBSPOT_DEALS: list[tuple[int, Row]] = [
    # a deal that nobody has tied to a company
    (
        3,
        [
            "9108004999",
            "Salon de l'emballage : contact à qualifier",
            "Sales",
            "Qualified to buy",
            "15000.00",
            "EUR",
            "Ruth Adeyemi",
            "2025-11-27 11:40",
            "2026-11-27 11:40",
            "",
            "",
        ],
    )
]
HUBSPOT_ACTIVITIES: list[tuple[int, Row]] = [
    # a scheduled call that never took place has no date
    (97, ["27410561999", "Call", "", "Élodie Marchand", "Appel à programmer", "", "", "7720550319", "Fatou Diarra", ""])
]
EXCEL_REVENUE: list[tuple[int, Row]] = [
    # keyed in by hand: November has no 31st
    (285, ["K-1004", "Tannhofer Backwaren KG", "RE-HAND", "Rechnung", "31.11.2025", "Folien", "1.846,30", "EUR"])
]
EXCEL_ACTIVITIES: list[tuple[int, Row]] = [
    # a week instead of a day
    (
        88,
        [
            "KW 23",
            "K-1003",
            "Lüdering Getränke GmbH",
            "Telefonat",
            20,
            "Svenja Pohlkötter",
            "Rückruf Etiketten",
            "Nicht erreicht.",
            "Lukas Brandt",
        ],
    )
]
