"""Objectives are lists of keywords; subjects take one to three of them between filler words."""

from __future__ import annotations

from random import Random

from planted.log import Book, Planted, a_day, ids, some, window, within

TOPICS = {
    "logistics": "delivery lead time warehouse freight carrier backlog shipment",
    "quality": "defect returns inspection tolerance scrap supplier audit",
    "training": "operator certification curriculum academy onboarding coaching",
    "pricing": "discount price list margin surcharge index rebate",
    "digital": "portal ordering api integration catalogue login",
    "contract": "renewal framework clause liability legal signature",
    "sustainability": "carbon recycling packaging footprint energy solar",
    "innovation": "prototype pilot patent laboratory formula sample",
    "service": "uptime response ticket engineer spare parts maintenance",
    "board": "executive sponsor steering committee reference story",
}
NAMES = [
    *("Ada Byron", "Grace Hopper", "Alan Turing", "Edsger Dijkstra", "Barbara Liskov", "Donald Knuth"),
    *("Tony Hoare", "Radia Perlman", "Ken Thompson", "Margaret Hamilton", "Niklaus Wirth", "Frances Allen"),
]
FRAMES = ["{}", "Call about {}", "{} follow-up", "Discussed {} with them", "Next steps: {}", "Re: {}", "{} workshop"]
NOISE = [
    *("Lunch", "Newsletter", "Invoice reminder", "Birthday greetings", "Catch up", "Checking in", "Parking permit"),
    *("Holiday schedule", "Trade fair invitation", "New phone number", "Golf day", "Address change", "Credit check"),
    *("General chat", "Season's greetings", "Touching base", "Courtesy call", "Office move", "Expense receipts"),
]


def keywords(seed: int, clients: int = 40, each: int = 60) -> Planted:
    rng = Random(f"keywords {seed}")  # noqa: S311 - the same log each time
    book = Book(rng)
    for number in range(clients):
        client, names = f"C{number}", some(rng, NAMES, 4, 6)
        own = []
        for topic, ident in zip(some(rng, list(TOPICS), 2, 5), ids(client), strict=False):
            words, people = some(rng, TOPICS[topic].split(), 4, 6), some(rng, names, 1, 3)
            start, end = window(rng)
            own.append((ident, words, people, start, end))
            book.objective(client, ident, " ".join(words), people, start, end)
        for _ in range(each):
            ident, words, people, start, end = rng.choice(own)
            said = " ".join(some(rng, words, 1, 3))
            subject = rng.choice(FRAMES).format(said)
            chance = rng.random()
            if chance < 0.55:
                who = rng.choice(people if rng.random() < 0.75 else names)
                book.activity(client, within(rng, start, end), who, subject, "", ident)
            elif chance < 0.65:
                day = a_day(rng)
                if start <= day <= end:
                    continue
                book.activity(client, day, rng.choice(people), subject, "", None)
            else:
                passing = f"Also mentioned {rng.choice(words)}." if rng.random() < 0.15 else ""
                book.activity(client, a_day(rng), rng.choice(names), rng.choice(NOISE), passing, None)
    return book.planted("keywords")
