"""Which of two ways a sheet writes its numbers and dates: settled by its values, else by the user, never guessed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Evidence:
    """What a column shows: for each way a value that only it can read, and one that both read, differently."""

    settled: Mapping[str, str] = field(default_factory=dict)
    either: str | None = None

    @property
    def way(self) -> str | None:
        return next(iter(self.settled)) if len(self.settled) == 1 else None

    @property
    def mixed(self) -> bool:
        return len(self.settled) > 1


@dataclass(frozen=True)
class Question:
    """What to ask where a sheet leaves it open."""

    option: str
    ways: dict[str, str]  # each way with an example of it
    what: str

    def ambiguous(self, place: str, header: str, value: str) -> str:
        return (
            f"{place}, column {header}: {value} can be read in two ways, "
            f"and nothing in the file settles {self.what}. {self.answer}"
        )

    def contradicting(self, place: str, header: str, values: Mapping[str, str]) -> str:
        both = " and ".join(values.values())
        return (
            f"{place}, column {header}: {both} can't both be right, since {self.what} differs. "
            f"{self.answer}; rows written the other way are then set aside"
        )

    @property
    def answer(self) -> str:
        either = " or ".join(f'{self.option}="{way}" for {example}' for way, example in self.ways.items())
        return f"Say {either}"


DECIMAL = Question("decimal", {",": "1.234,50", ".": "1,234.50"}, "the decimal mark")
DATES = Question("dates", {"dmy": "31/12/2026", "mdy": "12/31/2026"}, "whether the day or the month comes first")


@dataclass(frozen=True)
class Decided:
    ways: Mapping[str, str]  # by header
    said: str | None  # the way that made a difference; None where nothing in the sheet could be read in two
    questions: list[str]  # of the columns that stay open


def decide(question: Question, columns: Mapping[str, Evidence], told: str | None, place: str) -> Decided:
    """The way of each column: what it shows itself, else what the others of the sheet show, else what we're told."""
    shown = {evidence.way for evidence in columns.values() if evidence.way}
    shared = next(iter(shown)) if len(shown) == 1 else None
    ways: dict[str, str] = {}
    mattered: set[str] = set()
    questions: list[str] = []
    for header, evidence in columns.items():
        way = told if evidence.mixed else evidence.way or shared or told
        if way is None and evidence.mixed:
            questions.append(question.contradicting(place, header, evidence.settled))
        elif way is None and evidence.either:
            questions.append(question.ambiguous(place, header, evidence.either))
        ways[header] = way or next(reversed(question.ways))  # nothing to tell apart: both read it alike
        if evidence.settled or evidence.either:
            mattered.add(ways[header])
    return Decided(ways, mattered.pop() if len(mattered) == 1 else None, questions)
