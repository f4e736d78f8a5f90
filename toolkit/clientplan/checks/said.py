"""Sentences as templates and values, so that they can be said in the reader's language."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path
from typing import Any

CATALOGUES = Path(__file__).with_name("locale")  # <language>.po; English is in the code


class Said:
    """A sentence in English with places for its values; a value may be a sentence itself.

    With `several` and `count` the template is the one for a count of 1, and `{count}` is one of the values.
    """

    def __init__(self, template: str, *, several: str = "", count: int | None = None, **values: Any) -> None:
        self.template = template
        self.several = several
        self.count = count
        self.values: Mapping[str, Any] = values if count is None else {**values, "count": count}

    def within(self, language: str) -> str:
        """The sentence in a language (`de`); in English where that has no words for it."""
        catalogue = _catalogue(language)
        if self.several and self.count is not None:
            template = catalogue.ngettext(self.template, self.several, self.count)
        else:
            template = catalogue.gettext(self.template)
        values = {
            name: value.within(language) if isinstance(value, Said) else value for name, value in self.values.items()
        }
        return template.format(**values)

    def __str__(self) -> str:
        return self.within("en")


def languages() -> list[str]:
    """The languages that findings can be told in, English first."""
    return ["en", *sorted(path.stem for path in CATALOGUES.glob("*.po"))]


@cache
def _catalogue(language: str) -> NullTranslations:
    path = CATALOGUES / f"{language}.po"
    if not path.is_file():
        return NullTranslations()
    from babel.messages.mofile import write_mo  # only a reader of another language waits for Babel
    from babel.messages.pofile import read_po

    compiled = BytesIO()
    with path.open("rb") as file:
        write_mo(compiled, read_po(file, locale=language))
    compiled.seek(0)
    return GNUTranslations(compiled)
