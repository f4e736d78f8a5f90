"""People are roles; texts are short, many say little, and noise comes from the same roles."""

from __future__ import annotations

from random import Random

from planted.log import Book, Planted, a_day, ids, some, window, within

ROLES = [
    *("CFO", "Plant manager", "Head of purchasing", "Quality lead", "IT director", "Sales director"),
    *("Logistics coordinator", "Maintenance engineer", "HR business partner", "Category buyer"),
]
OBJECTIVES = {
    "Cut invoice disputes to five a month": ["disputes on invoices", "disputed items", "invoice dispute list"],
    "Move the tail spend of packaging to one contract": [
        "tail spend",
        "packaging contract",
        "one contract for packing",
    ],
    "Bring first-pass yield to 97 percent": ["first pass yield", "yield figures", "yield loss on nights"],
    "Replace the paper kanban with scanning": ["scanner test", "kanban scanning", "paper kanban cards"],
    "Shorten credit notes to three days": ["credit notes open", "credit note lead time"],
    "List twelve new articles in the spring range": ["spring range listing", "new articles", "articles for spring"],
    "Run a joint forecast every month": ["joint forecasting", "forecast accuracy", "forecast meeting"],
    "Two apprentices a year from their school": ["apprenticeship", "apprentices and the school", "school visit"],
    "Lower machine downtime under two percent": ["downtime log", "machine stopped again", "machine downtime"],
    "Win the frozen warehouse tender": ["frozen tender", "warehouse tender documents", "tender for the freezer"],
}
FILL = ["", "Call: ", "Meeting on ", "Email re ", "Prep for ", "With the team: ", "Quick one, "]
NOISE = [
    *("Coffee", "Quarterly mailing", "Wishes", "Change of address", "Visit to the canteen", "Fire drill on site"),
    *("Signed visitor form", "Thank you note", "Missed call", "Dinner", "Summer party", "Vendor questionnaire"),
    *("Bank details", "New logo", "Ticket for the match", "Traffic jam, rescheduled", "Introduced our new colleague"),
]


def roles(seed: int, clients: int = 40, each: int = 60) -> Planted:
    rng = Random(f"roles {seed}")  # noqa: S311 - the same log each time
    book = Book(rng, explicit=0.25, untimed=0.2)
    for number in range(clients):
        client, there = f"K-{number:03}", some(rng, ROLES, 4, 7)
        own = []
        for words, ident in zip(some(rng, list(OBJECTIVES), 2, 4), ids(client), strict=False):
            people = some(rng, there, 1, 2)
            start, end = window(rng)
            own.append((ident, words, people, start, end))
            book.objective(client, ident, words, ", ".join(people), start, end)
        for _ in range(each):
            ident, words, people, start, end = rng.choice(own)
            subject = rng.choice(FILL) + rng.choice(OBJECTIVES[words])
            chance = rng.random()
            if chance < 0.5:
                bare = rng.random() < 0.1
                notes = rng.choice(OBJECTIVES[words]) if bare or rng.random() < 0.3 else ""
                who = rng.choice(people) if rng.random() < 0.8 else rng.choice(there)
                book.activity(client, within(rng, start, end), who, "Call" if bare else subject, notes, ident)
            else:
                passing = rng.choice(words.split()) if rng.random() < 0.08 else ""
                book.activity(client, a_day(rng), rng.choice(there), rng.choice(NOISE), passing, None)
    return book.planted("roles")
