"""A panel of what the data say: figures, plots and sentences. None of it flows into the plan by itself.

What the manager takes into the plan goes there one sentence at a time, with its source.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import TYPE_CHECKING, Any

from clientplan.forms.collected import NOTHING, collected_on
from clientplan.forms.markup import Markup, joined
from clientplan.forms.nodes import Button, Html
from clientplan.forms.panel import Panel
from clientplan.forms.pieces import Piece, nothing, usable
from clientplan.forms.promoting import LABELS, take
from clientplan.plan.promotion import Promotion

if TYPE_CHECKING:
    from clientplan.analysis.portfolio import Portfolio

    Usable = Callable[[Portfolio, str, date], Iterator[Promotion]]


class InsightPanel(Panel):
    """Children fill in `pieces`."""

    def pieces(self, found: Portfolio) -> Iterator[Piece]:
        """What is shown, from top to bottom."""
        raise NotImplementedError

    def client_of(self, found: Portfolio) -> str | None:
        """The open plan's client, by the id that the tables have for it."""
        from clientplan.analysis.book import client_of

        document = self.desk.document
        return client_of(document.plan, found.book.tables["clients"]) if document else None

    def usable(self, found: Portfolio, of: Usable) -> Iterator[Piece]:
        """What of this may be taken into the open plan, one sentence at a time."""
        client = self.client_of(found)
        if client is not None:
            yield from (usable(one) for one in of(found, client, collected_on(self.desk.workspace)))

    def build(self) -> list[Any]:
        found = self.desk.portfolio()
        self._pieces = [nothing(NOTHING)] if found is None else list(self.pieces(found))
        self.again = Button("Look again")
        self.again.on_click(lambda _: self.refresh())
        return [*self._views(), self.again]

    def words(self) -> str:
        return "\n".join(piece.words for piece in self._pieces if piece.words)

    def _views(self) -> Iterator[Any]:
        """What can be taken into the plan has its button; what stands between is one piece of the page."""
        between: list[Markup] = []
        for piece in self._pieces:
            between.append(piece.markup)
            if piece.use is not None and self.desk.document is not None:
                yield Html(joined(*between))
                between.clear()
                yield self._button(piece.use)
        if between:
            yield Html(joined(*between))

    def _button(self, use: Promotion) -> Any:
        button = Button(LABELS[use.place], about=f"{LABELS[use.place]}: {use.sentence}")
        button.on_click(self.guard(lambda _: self._take(use)))
        return button

    def _take(self, use: Promotion) -> None:
        if self.desk.document is not None:
            take(self.desk.document, use, self.status, self.guard)
