"""Phrases that are looked for in a text: whole words, folded, and told as they were written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import product

from clientplan.checks.spelling import Word, fold, in_text, words

_STOPS = frozenset(".,;:!?()\n")  # no phrase goes on across these
_OPEN = "*"  # “ganzheitlich*” is any word that begins so, “*” any word
_ENDS = ""  # in place of a second word
_OR = "|"  # “his|her wife|husband” is four phrases


Parts = tuple[str, ...]


@dataclass(frozen=True)
class Phrases:
    """Phrases by their first word and their second. Where one of `but` stands (“family business”), nothing is found."""

    listed: dict[str, dict[str, list[Parts]]] = field(default_factory=dict)
    begun: dict[str, list[Parts]] = field(default_factory=dict)  # those whose first word is open-ended
    but: Phrases | None = None

    @classmethod
    def of(cls, phrases: Iterable[str], but: Iterable[str] = ()) -> Phrases:
        made = cls(but=cls.of(but) if but else None)
        for first, *rest in (parts for phrase in phrases for parts in _meant(phrase)):
            parts = (first, *rest)
            if first.endswith(_OPEN):
                made.begun.setdefault(first[:-1], []).append(parts)
            else:
                second = rest[0] if rest else _ENDS
                by_second = made.listed.setdefault(first, {})
                by_second.setdefault(_OPEN if second.endswith(_OPEN) else second, []).append(parts)
        return made

    def found(self, text: str) -> list[str]:
        """Each phrase once, in the order of the text, as it was written there; of those that overlap the longest."""
        if not self._may_stand(in_text(text)):
            return []
        there = sorted(_apart(self.places(text)))
        if there and self.but is not None:
            kept = list(self.but.places(text))
            there = [(at, end) for at, end in there if not any(at < last and first < end for first, last in kept)]
        return list(dict.fromkeys(text[at:end] for at, end in there))

    def _may_stand(self, there: frozenset[str]) -> bool:
        """Whether the words of a text hold the beginning of a phrase, in whatever order: quicker, and mostly no."""
        for first in self.listed.keys() & there:
            seconds = self.listed[first]
            if _ENDS in seconds or _OPEN in seconds or not seconds.keys().isdisjoint(there):
                return True
        starts = tuple(self.begun)
        return bool(starts) and any(word.startswith(starts) for word in there)

    def places(self, text: str) -> Iterator[tuple[int, int]]:
        """Where phrases stand, whatever stands around them; of those that begin at one word the longest."""
        there = words(text)
        starts = tuple(self.begun)
        for at, word in enumerate(there):
            candidates: list[Parts] = []
            if by_second := self.listed.get(word.folded):
                after = there[at + 1].folded if at + 1 < len(there) else _ENDS
                candidates = [parts for key in {after, _ENDS, _OPEN} for parts in by_second.get(key, ())]
            if starts and word.folded.startswith(starts):
                candidates += [
                    parts for start, found in self.begun.items() if word.folded.startswith(start) for parts in found
                ]
            lengths = [len(parts) for parts in candidates if _matches(text, there[at : at + len(parts)], parts)]
            if lengths:
                yield word.start, there[at + max(lengths) - 1].end


def _apart(places: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    kept: list[tuple[int, int]] = []
    for at, end in sorted(places, key=lambda place: place[0] - place[1]):
        if not any(at < last and first < end for first, last in kept):
            kept.append((at, end))
    return kept


def _meant(phrase: str) -> Iterator[tuple[str, ...]]:
    parts = fold(phrase).replace("-", " ").replace("'", " ").split()
    return product(*(part.split(_OR) for part in parts))


def _matches(text: str, there: tuple[Word, ...], parts: tuple[str, ...]) -> bool:
    return (
        len(there) == len(parts)
        and all(
            word.folded == part or (part.endswith(_OPEN) and word.folded.startswith(part[:-1]))
            for word, part in zip(there, parts, strict=True)
        )
        and _STOPS.isdisjoint(text[there[0].start : there[-1].end])
    )
