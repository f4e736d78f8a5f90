"""A panel of what the data say: figures, plots and sentences, none of which flows into the plan by itself."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from clientplan.forms.collected import NOTHING
from clientplan.forms.markup import joined
from clientplan.forms.nodes import Button, Html
from clientplan.forms.panel import Panel
from clientplan.forms.pieces import Piece, nothing

if TYPE_CHECKING:
    from clientplan.analysis.portfolio import Portfolio


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

    def build(self) -> list[Any]:
        found = self.desk.portfolio()
        self._pieces = [nothing(NOTHING)] if found is None else list(self.pieces(found))
        self.again = Button("Look again")
        self.again.on_click(lambda _: self.refresh())
        return [Html(joined(*(piece.markup for piece in self._pieces))), self.again]

    def words(self) -> str:
        return "\n".join(piece.words for piece in self._pieces)
