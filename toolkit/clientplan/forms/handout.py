"""The sheet that a coach hands out: blank, to be filled in by hand."""

from __future__ import annotations

from typing import Any

from clientplan.errors import ClientPlanError
from clientplan.forms import box
from clientplan.forms.desk import Desk
from clientplan.forms.nodes import Button, Html
from clientplan.forms.panel import Panel
from clientplan.forms.printing import pictures, word
from clientplan.forms.row import grid
from clientplan.plan.words import Paper


class HandoutForm(Panel):
    """Makes the sheet when it opens, and on each click; it needs no plan."""

    def __init__(self, desk: Desk, paper: str | None = None) -> None:
        self.paper = box.pick("Paper", Paper, blank=False)
        self.paper.show(word(Paper, paper or desk.workspace.settings.paper, "paper"))
        self.button = Button("Make the handout", "primary")
        self.outcome = ""
        self.pages = Html()
        super().__init__(desk)
        self.button.on_click(self.guard(self._print))

    def build(self) -> list[Any]:
        self._print()
        return [grid({"paper": self.paper}, {"paper": 3}), self.button, self.status.view, self.pages]

    def words(self) -> str:
        return self.outcome

    def _print(self, clicked: Any = None) -> None:
        from clientplan.press_handout import press_handout  # WeasyPrint loads here

        try:
            done = press_handout(self.desk.workspace, paper=self.paper.value)
        except ClientPlanError as error:
            self.outcome = f"Nothing is printed.\n{error}"
            (self.status.failed if clicked else self.status.done)(self.outcome)
            self.pages.value = ""
            return
        pages = "1 page" if done.pages == 1 else f"{done.pages} pages"
        self.outcome = f"The handout, {pages} on {self.paper.value}: output/{done.path.name}"
        self.status.done(self.outcome)
        self.pages.value = pictures(done.path.read_bytes(), "handout")
