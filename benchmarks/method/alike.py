"""Whether a peer's PDF says what ours says, so that nobody compares unequal pages."""

from __future__ import annotations

from dataclasses import dataclass

from clientplan.render.completeness import read


@dataclass(frozen=True)
class Alike:
    pages: int
    share: float  # of the different words of ours, those that theirs has
    missing: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.pages} pages, {self.share:.1%} of the words"


def alike(ours: bytes, theirs: bytes) -> Alike:
    wanted, pages = words(ours), read(theirs)
    missing = wanted - words(theirs)
    return Alike(len(pages), 1 - len(missing) / len(wanted), tuple(sorted(missing)))


def words(pdf: bytes) -> set[str]:
    return {word for page in read(pdf) for word in page.split()}
