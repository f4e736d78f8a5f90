"""The same objectives year after year; long notes; our own people log, and theirs stand in the text."""

from __future__ import annotations

from datetime import date
from random import Random

from planted.log import Book, Planted, a_day, some, within

GOALS = [
    ("Reduce changeover time on the packing line to 15 minutes", "packing line changeover", "changeover minutes timed"),
    ("Grow the share of recycled film to 40 percent", "recycled film share", "recycled reels tried"),
    ("Sign a three-year framework agreement", "framework agreement draft", "three-year framework terms"),
    ("Every plant reports its stoppages weekly", "stoppages report of the plant", "weekly stoppages"),
    ("Open a consignment stock at the northern depot", "consignment stock level", "depot consignment"),
    ("Bring complaints under ten a quarter", "complaints this quarter", "complaint about labels"),
    ("Their engineers service the vacuum pumps themselves", "vacuum pump service taught", "pumps serviced by them"),
]
OURS = ["T. Whitfield", "R. Adeyemi", "E. Marchand"]
NAMES = ["Anita Rao", "Martin Oakes", "Paul Sefton", "Dean Hartley", "Jutta Seidl", "Karim Benali", "Yann Le Goff"]
TALK = [
    *("Good atmosphere, they were friendly.", "Talked about the market in general and the new building.", "Sent."),
    *("They are busy before the holidays.", "No news on their side, will call again next month.", "Left a message."),
    *("Walked through the hall, nothing urgent.", "They asked about our new colleague.", "Price list of spares sent."),
]
NOISE = ["Monthly call", "Visit", "Coffee with {}", "Intro of new area manager", "Brochure sent", "KPI deck", "Lunch"]


def years(seed: int, clients: int = 40, each: int = 80) -> Planted:
    rng = Random(f"years {seed}")  # noqa: S311 - the same log each time
    book = Book(rng, explicit=0.3, untimed=0.3)
    for number in range(clients):
        client, names = str(100 + number), some(rng, NAMES, 3, 5)
        goals = some(rng, GOALS, 2, 4)
        own = []
        for year in (2025, 2026):
            for at, goal in enumerate(goals):
                ident, people = f"o{at + 1}-{year}", some(rng, names, 1, 2)
                start, end = date(year, 1, 15), date(year, 12, 15)
                own.append((ident, goal, people, start, end))
                book.objective(client, ident, goal[0], "; ".join(people), start, end)
        for _ in range(each):
            ident, goal, people, start, end = rng.choice(own)
            person = rng.choice(people)
            if rng.random() < 0.5:
                subject = rng.choice([*goal[1:], f"Meeting with {person.split()[-1]}", "Follow-up"])
                about = rng.choice(goal[1:]) if subject not in goal else rng.choice(["", rng.choice(goal[1:])])
                notes = " ".join([rng.choice(TALK), f"{person} on {about}." if about else "", rng.choice(TALK)])
                book.activity(client, within(rng, start, end), rng.choice(OURS), subject, notes, ident)
            else:
                subject = rng.choice(NOISE).format(rng.choice(names).split()[0])
                notes = " ".join(some(rng, TALK, 1, 2))
                book.activity(client, a_day(rng), rng.choice(OURS), subject, notes, None)
    return book.planted("years")
