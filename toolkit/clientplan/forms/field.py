"""One labelled input on the page, and the value that was typed into it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import Any

from clientplan.forms.nodes import Node

_YES = {"1", "x", "y", "yes", "true", "ja", "j", "oui", "si", "sí", "wahr", "vrai"}
_NO = {"", "0", "n", "no", "false", "nein", "non", "falsch", "faux", "-"}


class Field(Node):
    """`value` is what is in it. Whoever observes it is told of every change, a person's or ours."""

    kind = "field"

    def __init__(self, sort: str, label: str, value: Any, **attributes: Any) -> None:
        super().__init__("cp-field", sort=sort, label=label, value=None, **attributes)
        self.taken = True  # whether the part of the plan that it belongs to says what is in it
        self._value = value
        self._listeners: list[Callable[[Any], None]] = []

    @property
    def label(self) -> str:
        return str(self.get("label"))

    @property
    def value(self) -> Any:
        return self._value

    @value.setter
    def value(self, value: Any) -> None:
        self._take(value, by=None)

    def observe(self, listener: Callable[[Any], None]) -> None:
        self._listeners.append(listener)

    def typed(self, written: Any, by: str) -> None:
        """What the page says is in it; `by` is the view in which it was typed, which needn't be told."""
        self._take(self.read(written), by=by)

    def attributes(self, names: Iterable[str] | None = None) -> dict[str, Any]:
        told = super().attributes(names)
        return told | {"value": self.written()} if "value" in told else told

    def read(self, written: Any) -> Any:
        """The value of what stands on the page."""
        return str(written)

    def written(self) -> Any:
        """The value as it stands on the page."""
        return self._value

    def paste(self, text: str) -> None:
        """Takes a cell of a spreadsheet.

        Raises:
            ValueError: it can't be meant for this field; says why.
        """
        self.value = text.strip()

    def _take(self, value: Any, by: str | None) -> None:
        if value == self._value and type(value) is type(self._value):
            return
        self._value = value
        self._attributes["by"] = by
        self._tell("value", "by")
        for listener in self._listeners:
            listener(self)


class TextField(Field):
    """A line, an area of several, a figure, or a line with suggestions."""

    def __init__(self, sort: str, label: str, **attributes: Any) -> None:
        super().__init__(sort, label, "", **attributes)

    @property
    def options(self) -> tuple[str, ...]:
        return tuple(self.get("options") or ())

    @options.setter
    def options(self, options: Iterable[str]) -> None:
        self.set(options=list(options))


class DayField(Field):
    def __init__(self, label: str) -> None:
        super().__init__("day", label, None)

    def read(self, written: Any) -> date | None:
        try:
            return date.fromisoformat(str(written))
        except ValueError:
            return None

    def written(self) -> str:
        return self._value.isoformat() if self._value else ""

    def paste(self, text: str) -> None:
        text = text.strip()
        numbers = re.fullmatch(r"(\d{1,2})\.(\d{1,2})\.(\d{4})|(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ].*)?", text)
        if text and not numbers:
            raise ValueError(f"“{text}” isn't a day that can be told for sure. Write it as 2026-09-30 or 30.9.2026")
        try:
            self.value = _day(numbers.groups("")) if numbers else None
        except ValueError:
            raise ValueError(f"“{text}” is no day of the calendar") from None


def _day(numbers: Sequence[str]) -> date:
    """Of day, month, year or of year, month, day; the other three are empty."""
    day, month, year = numbers[:3] if numbers[0] else reversed(numbers[3:])
    return date(int(year), int(month), int(day))


class FlagField(Field):
    def __init__(self, label: str) -> None:
        super().__init__("flag", label, value=False)

    def read(self, written: Any) -> bool:
        return bool(written)

    def paste(self, text: str) -> None:
        word = text.strip().casefold()
        if word not in _YES | _NO:
            raise ValueError(f"“{text}” is neither yes nor no")
        self.value = word in _YES


class ChoiceField(Field):
    """One of several, each with its label.

    The page knows an option by its value, "" for the blank one: labels and places may have changed on the way.
    """

    def __init__(self, label: str, options: Sequence[tuple[str, Any]]) -> None:
        self._options = tuple(options)
        super().__init__("choice", label, self._options[0][1], options=_offered(options))

    @property
    def options(self) -> tuple[tuple[str, Any], ...]:
        return self._options

    @property
    def chosen(self) -> str:
        """The label of what is chosen."""
        return next(words for words, value in self._options if value == self._value)

    def offer(self, options: Sequence[tuple[str, Any]], value: Any) -> None:
        """Other options, with one of them chosen; nobody who observes is told."""
        if tuple(options) == self._options and value == self._value:
            return
        self._options, self._value = tuple(options), value
        self._attributes |= {"options": _offered(options), "by": None}
        self._tell("options", "value", "by")

    def typed(self, written: Any, by: str) -> None:
        """What isn't offered any more changes nothing, and the page keeps it."""
        self.taken = str(written) in {_key(value) for _, value in self._options}
        if self.taken:
            super().typed(written, by)

    def read(self, written: Any) -> Any:
        return next(value for _, value in self._options if _key(value) == str(written))

    def written(self) -> str:
        return _key(self._value)

    def paste(self, text: str) -> None:
        word = text.strip().casefold()
        for words, value in self._options:
            if word in {words.casefold(), str(value).casefold()} or (not word and value is None):
                self.value = value
                return
        offered = ", ".join(words for words, value in self._options if value is not None)
        raise ValueError(f"“{text.strip()}” isn't one of {offered or 'what there is to choose'}")


def _key(value: Any) -> str:
    return "" if value is None else str(value)


def _offered(options: Sequence[tuple[str, Any]]) -> list[list[str]]:
    """As the page is told them: value and label of each."""
    return [[_key(value), words] for words, value in options]
