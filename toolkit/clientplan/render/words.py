"""The words of the page in the plan's language, from one small file a language; English where there is none."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from babel import Locale

_FOLDER = Path(__file__).parent / "languages"
FALLBACK = "en"


@dataclass(frozen=True)
class Words:
    language: str
    _table: Mapping[str, Any]

    def __call__(self, key: str, **values: str) -> str:
        """The words at `section.key`, with the values in the places of their names."""
        found = self._find(key)
        return found.format(**values) if isinstance(found, str) else found["other"].format(**values)

    def count(self, key: str, number: Decimal, **values: str) -> str:
        """The words for this number of things, in the language's own plural form."""
        forms = self._find(key)
        # 1.0 counts as plural in English, and we write it 1
        counted = int(number) if number == number.to_integral_value() else number
        form = Locale.parse(self.language).plural_form(counted)
        words: str = forms.get(form, forms["other"])
        return words.format(**values)

    def parts(self, key: str, *names: str) -> tuple[str, ...]:
        """The words between the named places, for places that only the style sheet can fill: page numbers."""
        marked: str = self._find(key).format(**dict.fromkeys(names, "\0"))
        return tuple(marked.split("\0"))

    def all(self) -> Iterator[str]:
        """Everything that a template may say by itself."""
        waiting: list[Any] = list(self._table.values())
        for found in waiting:
            if isinstance(found, str):
                yield found
            else:
                waiting.extend(found.values())

    def _find(self, key: str) -> Any:
        section, _, name = key.partition(".")
        return self._table[section][name]


@cache
def words(locale: str) -> Words:
    """The words for a locale such as de-AT."""
    language = locale.replace("_", "-").split("-")[0]
    known = language if language in languages() else FALLBACK
    return Words(known, tomllib.loads((_FOLDER / f"{known}.toml").read_text(encoding="utf-8")))


@cache
def languages() -> tuple[str, ...]:
    return tuple(sorted(file.stem for file in _FOLDER.glob("*.toml")))
