"""One labelled input, and the line under it where the model's sentence and the checks' findings stand."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from enum import StrEnum
from typing import Any

import ipywidgets as widgets

from clientplan.forms.markup import Markup, tag
from clientplan.forms.remarks import Remarks
from clientplan.forms.text import NONE
from clientplan.plan.value import clean, plain

BLANK: tuple[str, Any] = (NONE, None)
OURS = " (ours alone)"  # on the label of a field that the client edition never shows


class Box:
    """`value` is what was typed (None when blank); `show` puts a value of the plan in, without anyone being told."""

    def __init__(self, label: str, widget: Any, written: Callable[[Any], Any] = lambda value: value) -> None:
        self.label = label
        self.widget = widget
        self.view = widgets.VBox([widget])
        self.view.add_class("cp-box")
        self.remarks = Remarks(self.view)
        self.usual: Any = None  # what the field has in a plan that says nothing of it
        self._written = written
        self._listeners: list[Callable[[], None]] = []
        self._showing = self._been_to = False
        widget.observe(self._changed, "value")

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
        (self.view.add_class if sentence else self.view.remove_class)("cp-wrong")

    def observe(self, listener: Callable[[], None]) -> None:
        self._listeners.append(listener)

    def _changed(self, _change: Any) -> None:
        if not self._showing:
            self.visit()
            for listener in self._listeners:
                listener()


class Picker(Box):
    """One of several; what is chosen stays chosen even where it is no longer offered."""

    def __init__(self, label: str, options: Iterable[tuple[str, Any]]) -> None:
        super().__init__(label, widgets.Dropdown(description=label, options=list(options)))

    def show(self, value: Any) -> None:
        self._set(list(self.widget.options), value)
        self.complain("")

    def offer(self, options: Iterable[tuple[str, Any]]) -> None:
        self._set(list(options), self.widget.value)

    def _set(self, options: list[tuple[str, Any]], value: Any) -> None:
        if value not in [offered for _, offered in options]:
            options.append((f"{value} (isn't there any more)", value))
        other = tuple(options) != tuple(self.widget.options)
        chosen = [offered for _, offered in options].index(value)
        if not other and chosen == self.widget.index:
            return  # even an empty change is a message to the page, and there is a picker in each row
        self._showing = True
        try:
            with self.widget.hold_sync():  # a change of the options alone would choose the first
                if other:
                    self.widget.options = options
                self.widget.index = chosen
        finally:
            self._showing = False
        self._settle()

    def _changed(self, change: Any) -> None:
        self._settle()
        super()._changed(change)

    def _settle(self) -> None:
        """The blank stays chosen: the widget takes None for no choice at all, and would show an empty picker."""
        if self.widget.index is None:
            self.widget.index = [offered for _, offered in self.widget.options].index(self.widget.value)


def line(label: str, hint: str = "") -> Box:
    """Text of one line; it counts when the box is left, or on Enter."""
    return Box(label, widgets.Text(description=label, placeholder=hint, continuous_update=False), _text)


def area(label: str, hint: str = "", rows: int = 2) -> Box:
    """Text of several lines; it counts when the box is left."""
    box = widgets.Textarea(description=label, placeholder=hint, rows=rows, continuous_update=False)
    return Box(label, box, _text)


def figure(label: str, hint: str = "") -> Box:
    """A number, kept as it was typed until the model takes it."""
    written = widgets.Text(description=label, placeholder=hint, continuous_update=False)
    return Box(label, written, lambda value: "" if value is None else plain(value))


def suggest(label: str, hint: str = "") -> Box:
    """Text of one line with suggestions; `widget.options` are what is suggested."""
    return Box(label, widgets.Combobox(description=label, placeholder=hint, continuous_update=False), _text)


def day(label: str) -> Box:
    return Box(label, widgets.DatePicker(description=label))


def flag(label: str) -> Box:
    return Box(label, widgets.Checkbox(description=label, indent=False), bool)


def pick(label: str, words: type[StrEnum], *, blank: bool = True) -> Picker:
    """One of the words that the plan knows; `blank` where the field may be open."""
    return Picker(label, [*([BLANK] if blank else []), *((str(word).capitalize(), word) for word in words)])


def link(label: str) -> Picker:
    """One of the plan's own parts by its id; `offer` says what there is to choose."""
    return Picker(label, [BLANK])


def _text(value: Any) -> str:
    return "" if value is None else str(value)
