"""What is said under a box or at the head of a row: the model's sentence, and beside it what the checks found there."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import ipywidgets as widgets

from clientplan.checks import Fix
from clientplan.forms.markup import Markup, tag


@dataclass(frozen=True)
class Remark:
    """A finding in the words that fit its place, and how it can be mended by a click."""

    markup: Markup
    fix: Fix | None


class Remarks:
    """The lines at the end of a box of widgets, there only while there is something to say.

    What stays as it was is never touched: a page with hundreds of boxes is told only what changed.
    """

    def __init__(self, view: Any) -> None:
        self.view = view
        self.buttons: list[Any] = []  # one for each fix
        self._first = tuple(view.children)
        self._sentence = Markup("")
        self._remarks: tuple[Remark, ...] = ()
        self._line: Any = None  # made when it is needed: most boxes never say anything

    @property
    def words(self) -> str:
        """What stands there now, as HTML."""
        return str(self._line.value) if self._line in self.view.children else ""

    def complain(self, sentence: Markup) -> None:
        """What the model says of the entry; "" when it takes it."""
        if sentence != self._sentence:
            self._sentence = sentence
            self._draw()

    def tell(self, remarks: Sequence[Remark], mend: Callable[[Fix], None]) -> None:
        """What the checks say of the place; `mend` is called with the fix whose button is clicked."""
        if tuple(remarks) != self._remarks:
            self._remarks = tuple(remarks)
            self._replace_buttons(mend)
            self._draw()

    def _replace_buttons(self, mend: Callable[[Fix], None]) -> None:
        for button in self.buttons:
            button.close()
        self.buttons = [mending(remark.fix, mend) for remark in self._remarks if remark.fix]

    def _draw(self) -> None:
        said = [self._sentence, *(remark.markup for remark in self._remarks)]
        shown = [*self.buttons]
        if any(said):
            self._line = self._line or widgets.HTML()
            self._line.value = tag("div", *said, class_="cp-remarks", aria_live="polite")
            shown.insert(0, self._line)
        self.view.children = [*self._first, *shown]


def mending(fix: Fix, mend: Callable[[Fix], None]) -> Any:
    """The button of a fix."""
    button = widgets.Button(description=f"Mend: {fix.what}")
    button.add_class("cp-mend")
    button.on_click(lambda _button: mend(fix))
    return button
