"""The page as it stands now, beside the form: how full it is, and pictures of it that follow what is typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clientplan.errors import ClientPlanError, DoesNotFit
from clientplan.forms.desk import Desk
from clientplan.forms.document import Document
from clientplan.forms.markup import tag
from clientplan.forms.nodes import Html, Node, Picture
from clientplan.forms.panel import Panel

if TYPE_CHECKING:
    from clientplan.live_preview import LivePreview
    from clientplan.render.live import Look

WAITS = "The page: being set"


class Dock(Node):
    """Stays in sight; its label can be read while it is folded."""

    kind = "dock"

    def __init__(self) -> None:
        super().__init__(label=WAITS, about="The page as it stands now")


class PreviewPanel(Panel):
    """The client edition, set in a process of its own: typing never waits for it."""

    def __init__(self, desk: Desk) -> None:
        self.dock = Dock()
        self.pictures: list[Picture] = []
        self._live: LivePreview | None = None
        self._heard: Document | None = None
        self._watched = False  # a notebook that is only executed needs no pictures
        super().__init__(desk)

    def build(self) -> list[Node]:
        self._end()
        document = self.desk.document
        if document is None:
            return []
        self.dock.set(label=WAITS, over=False)
        if document is not self._heard:
            document.observe(self.guard(self._plan_changed))
            self._heard = document
        if self._watched:
            self._begin(document)
        return [self.dock]

    def words(self) -> str:
        return "The page as it stands now: beside the forms, while the notebook runs."

    def seen(self) -> None:
        self._watched = True
        if self._live is None and self.desk.document is not None:
            self._begin(self.desk.document)

    def close(self) -> None:
        self._end()
        super().close()

    def _begin(self, document: Document) -> None:
        from clientplan.live_preview import LivePreview  # loads the typesetting, which no other panel needs

        self._live = LivePreview(self.desk.workspace, self.guard(self._look))
        self._live.update(document.plan)

    def _end(self) -> None:
        if self._live is not None:
            self._live.close()
        self._live = None

    def _plan_changed(self) -> None:
        if self._live is not None and self.desk.document is not None:
            self._live.update(self.desk.document.plan)

    def _look(self, seen: Look | ClientPlanError) -> None:
        """Called from the thread of the preview."""
        with self.at_once():
            if isinstance(seen, ClientPlanError):
                self._refused(seen)
            else:
                self._shown(seen)

    def _shown(self, seen: Look) -> None:
        from clientplan.render.gauge import gauge

        pages = len(seen.pictures)
        self.dock.set(label=f"The page: {gauge(seen.filled, seen.budget)}", over=False)
        for at, png in enumerate(seen.pictures):
            alt = f"Page {at + 1} of {pages}, as it stands now"
            if at == len(self.pictures):
                self.pictures.append(Picture(png, alt))
            elif at in seen.changed or self.pictures[at].get("alt") != alt:
                self.pictures[at].show(png, alt)
        del self.pictures[pages:]
        self.dock.children = self.pictures

    def _refused(self, error: ClientPlanError) -> None:
        """What is wrong; the pictures of before stay, since they are still nearly right."""
        from clientplan.render.gauge import over

        full = over(error) if isinstance(error, DoesNotFit) and error.budget else "can't be set"
        self.dock.set(label=f"The page: {full}", over=True)
        said = Html(tag("p", str(error).splitlines()[0], class_="cp-problem"))
        self.dock.children = [said, *self.pictures]
