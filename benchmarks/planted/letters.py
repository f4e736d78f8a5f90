"""Words that no language has: the linker's own lists are of no use. Noise has its words too, and some of theirs."""

from __future__ import annotations

from random import Random

from planted.log import Book, Planted, a_day, ids, some, window, within

_SYLLABLES = [a + b + c for a in "bdfgklmnprstv" for b in "aeiou" for c in ("", "n", "r", "l", "x")]


def letters(seed: int, clients: int = 40, each: int = 60) -> Planted:
    rng = Random(f"letters {seed}")  # noqa: S311 - the same log each time
    book = Book(rng, explicit=0.4)

    def word() -> str:
        return "".join(rng.choice(_SYLLABLES) for _ in range(rng.randint(2, 4)))

    common = [word() for _ in range(300)]
    weights = [1 / (at + 1) for at in range(len(common))]
    for number in range(clients):
        client, names = f"{7000 + number}", [f"{word()} {word()}".title() for _ in range(5)]
        own = []
        for _, ident in zip(range(rng.randint(2, 5)), ids(client), strict=False):
            topic, people = [word() for _ in range(rng.randint(4, 8))], some(rng, names, 1, 2)
            start, end = window(rng)
            own.append((ident, topic, people, start, end))
            book.objective(client, ident, topic, people, start, end)
        for _ in range(each):
            ident, topic, people, start, end = rng.choice(own)
            text = rng.choices(common, weights, k=rng.randint(1, 5))
            who = rng.choice(names)
            if rng.random() < 0.5:
                text += [_slip(rng, said) for said in some(rng, topic, 1, 3)]
                rng.shuffle(text)
                who = rng.choice(people) if rng.random() < 0.7 else who
                book.activity(client, within(rng, start, end), who, " ".join(text), "", ident)
            else:
                if rng.random() < 0.05:
                    text.append(rng.choice(topic))
                book.activity(client, a_day(rng), who, " ".join(text), "", None)
    return book.planted("letters")


def _slip(rng: Random, word: str) -> str:
    """One in twelve is written with a letter missing."""
    at = rng.randrange(len(word))
    return word[:at] + word[at + 1 :] if rng.random() < 1 / 12 else word
