"""What is said under a box or at the head of a row: the model's sentence, and beside it what the checks found there."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from clientplan.checks import Fix
from clientplan.forms.markup import Markup, tag
from clientplan.forms.nodes import Button, Html, Node


@dataclass(frozen=True)
class Remark:
    """A finding in the words that fit its place, and how it can be mended by a click."""

    markup: Markup
    fix: Fix | None


class Remarks:
    """The lines at the end of a box, there only while there is something to say."""

    def __init__(self, view: Node) -> None:
        self.view = view
        self.buttons: list[Button] = []  # one for each fix
        self._first = tuple(view.children)
        self._sentence = Markup("")
        self._remarks: tuple[Remark, ...] = ()
        self._line: Html | None = None  # made when it is needed: most boxes never say anything

    @property
    def words(self) -> str:
        """What stands there now, as HTML."""
        return self._line.value if self._line and self._line in self.view.children else ""

    @property
    def place(self) -> str | None:
        """The id of the line, for what it describes; None while nothing is said."""
        return self._line.id if self._line and self.words else None

    def complain(self, sentence: Markup) -> None:
        """What the model says of the entry; "" when it takes it."""
        if sentence != self._sentence:
            self._sentence = sentence
            self._draw()

    def tell(self, remarks: Sequence[Remark], mend: Callable[[Fix], None]) -> None:
        """What the checks say of the place; `mend` is called with the fix whose button is clicked."""
        if tuple(remarks) != self._remarks:
            self._remarks = tuple(remarks)
            self.buttons = [mending(remark.fix, mend) for remark in self._remarks if remark.fix]
            self._draw()

    def _draw(self) -> None:
        said = [self._sentence, *(remark.markup for remark in self._remarks)]
        shown: list[Node] = [*self.buttons]
        if any(said):
            self._line = self._line or Html(live="polite")
            self._line.value = tag("div", *said, class_="cp-remarks")
            shown.insert(0, self._line)
        self.view.children = [*self._first, *shown]
        for first in self._first:
            if first.kind == "field":
                first.set(says=self.place)


def mending(fix: Fix, mend: Callable[[Fix], None]) -> Button:
    """The button of a fix."""
    button = Button(f"Mend: {fix.what}", "mend")
    button.on_click(lambda _button: mend(fix))
    return button
