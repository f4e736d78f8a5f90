"""Logged in a hurry: bare subjects with the right person, noise that drops a word, objectives on the same matter."""

from __future__ import annotations

from random import Random

from planted.keywords import FRAMES, NAMES, NOISE, TOPICS
from planted.log import Book, Planted, a_day, ids, some, window, within

BARE = ["Call", "Meeting", "Follow-up", "Update call", "Visit"]
BESIDE = [
    *("budget", "region", "factory", "summer", "quick", "urgent", "boss", "train", "hotel", "conference", "screen"),
    *("water", "report", "wall", "flower"),
]


def hurried(seed: int, clients: int = 40, each: int = 60) -> Planted:
    rng = Random(f"hurried {seed}")  # noqa: S311 - the same log each time
    book = Book(rng)
    for number in range(clients):
        client, names = f"C{number}", some(rng, NAMES, 4, 6)
        own = []
        for _, ident in zip(range(rng.randint(1, 6)), ids(client), strict=False):
            words, people = some(rng, TOPICS[rng.choice(list(TOPICS))].split(), 3, 6), some(rng, names, 1, 2)
            start, end = window(rng)
            own.append((ident, words, people, start, end))
            book.objective(client, ident, "We want to " + " and the ".join(words), people, start, end)
        for _ in range(each):
            ident, words, people, start, end = rng.choice(own)
            if rng.random() < 0.5:
                bare = rng.random() < 0.1
                said = " ".join(some(rng, words, 1, 3) + some(rng, BESIDE, 0, 2))
                subject = rng.choice(BARE) if bare else rng.choice(FRAMES).format(said)
                who = rng.choice(people if bare or rng.random() < 0.8 else names)
                book.activity(client, within(rng, start, end), who, subject, "", ident)
            else:
                passing = f" {rng.choice(words)}" if rng.random() < 0.2 else ""
                book.activity(client, a_day(rng), rng.choice(names), rng.choice(NOISE) + passing, "", None)
    return book.planted("hurried")
