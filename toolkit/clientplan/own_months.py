"""A locale of Babel with names of months of its own.

Babel keeps what one locale looked up where others of its family find it, and then Morocco has the months of Egypt. What
asks for a month anywhere in the process asks by `own_months`, or it spoils those of the others.
"""

from __future__ import annotations

from copy import deepcopy
from functools import cached_property

from babel import Locale
from babel.localedata import LocaleDataDict


class _OwnMonths(Locale):
    @cached_property
    def _data(self) -> LocaleDataDict:
        shared = super()._data._data  # noqa: SLF001  # the plain dictionary behind the one that keeps
        return LocaleDataDict({**shared, "months": deepcopy(shared["months"])})


def own_months(locale: Locale) -> Locale:
    """The same locale; what it looks up stays its own, and is right as long as nothing else looked up before it."""
    return _OwnMonths(locale.language, locale.territory, locale.script, locale.variant, locale.modifier)
