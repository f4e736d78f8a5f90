"""One labelled input, and the line under it where the model's sentence and the checks' findings stand."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from enum import StrEnum
from typing import Any

from clientplan.forms.field import ChoiceField, DayField, Field, FlagField, TextField
from clientplan.forms.markup import Markup, tag
from clientplan.forms.nodes import Group
from clientplan.forms.remarks import Remarks
from clientplan.forms.text import NONE
from clientplan.plan.value import clean, plain

BLANK: tuple[str, Any] = (NONE, None)
OURS = " (ours alone)"  # on the label of a field that the client edition never shows


class Box:
    """`value` is what was typed (None when blank); `show` puts a value of the plan in, without anyone being told."""

    widget: Any

    def __init__(self, widget: Field, written: Callable[[Any], Any] = lambda value: value) -> None:
        self.label = widget.label
        self.widget = widget
        self.view = Group([widget], "cp-box")
        self.remarks = Remarks(self.view)
        self.usual: Any = None  # what the field has in a plan that says nothing of it
        self._written = written
        self._listeners: list[Callable[[], None]] = []
        self._showing = self._been_to = False
        widget.observe(self._changed)

    @property
    def value(self) -> Any:
        typed = self.widget.value
        return None if isinstance(typed, str) and not clean(typed) else typed

    @property
    def written(self) -> bool:
        """Whether it says more than a plan says by itself."""
        return self.value not in {None, self.usual}

    @property
    def visited(self) -> bool:
        """Whether a person has been here: what is in it now, or was taken out in this sitting, can be judged."""
        return self._been_to or self.value is not None

    def visit(self) -> None:
        self._been_to = True

    def show(self, value: Any) -> None:
        self._showing = True
        try:
            self.widget.value = self._written(value)
        finally:
            self._showing = False
        self.complain("")

    def complain(self, sentence: str) -> None:
        """What the model says of the entry; "" when it takes it."""
        words = f"{self.label.removesuffix(OURS)} {sentence}" if sentence[:1].islower() else sentence
        self.remarks.complain(tag("div", words, class_="cp-problem") if sentence else Markup(""))
        self.widget.set(invalid=bool(sentence))
        self.widget.taken = not sentence

    def observe(self, listener: Callable[[], None]) -> None:
        self._listeners.append(listener)

    def _changed(self, _field: Field) -> None:
        if not self._showing:
            self.visit()
            for listener in self._listeners:
                listener()


class Picker(Box):
    """One of several; what is chosen stays chosen even where it is no longer offered."""

    def __init__(self, label: str, options: Iterable[tuple[str, Any]]) -> None:
        super().__init__(ChoiceField(label, list(options)))

    def show(self, value: Any) -> None:
        self._set(list(self.widget.options), value)
        self.complain("")

    def offer(self, options: Iterable[tuple[str, Any]]) -> None:
        self._set(list(options), self.widget.value)

    def _set(self, options: list[tuple[str, Any]], value: Any) -> None:
        if value not in [offered for _, offered in options]:
            options.append((f"{value} (isn't there any more)", value))
        self.widget.offer(options, value)


def line(label: str, hint: str = "") -> Box:
    """Text of one line; it counts after a moment without a key, and when the box is left."""
    return Box(TextField("line", label, hint=hint), _text)


def area(label: str, hint: str = "", rows: int = 2) -> Box:
    """Text of several lines; it counts as a line does."""
    return Box(TextField("area", label, hint=hint, rows=rows), _text)


def figure(label: str, hint: str = "") -> Box:
    """A number, kept as it was typed until the model takes it."""
    return Box(TextField("figure", label, hint=hint), lambda value: "" if value is None else plain(value))


def suggest(label: str, hint: str = "") -> Box:
    """Text of one line with suggestions; `widget.options` are what is suggested."""
    return Box(TextField("suggest", label, hint=hint), _text)


def day(label: str) -> Box:
    return Box(DayField(label))


def flag(label: str) -> Box:
    return Box(FlagField(label), bool)


def pick(label: str, words: type[StrEnum], *, blank: bool = True) -> Picker:
    """One of the words that the plan knows; `blank` where the field may be open."""
    return Picker(label, [*([BLANK] if blank else []), *((str(word).capitalize(), word) for word in words)])


def link(label: str) -> Picker:
    """One of the plan's own parts by its id; `offer` says what there is to choose."""
    return Picker(label, [BLANK])


def _text(value: Any) -> str:
    return "" if value is None else str(value)
