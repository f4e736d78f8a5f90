"""The last step: what still stands in the way, and the page itself."""

from __future__ import annotations

from base64 import b64encode
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from clientplan.checks import Fix
from clientplan.errors import ClientPlanError, DoesNotFit
from clientplan.forms import box
from clientplan.forms.desk import Desk
from clientplan.forms.document import Document
from clientplan.forms.exports import LABELS, PDF, Kind, export
from clientplan.forms.findings import told
from clientplan.forms.form import nothing_open
from clientplan.forms.markup import Markup, joined, tag
from clientplan.forms.mending import mend
from clientplan.forms.nodes import Button, Group, Html, Line
from clientplan.forms.opening import NotOpened
from clientplan.forms.panel import Panel
from clientplan.forms.row import grid
from clientplan.forms.themes import by_theme
from clientplan.plan.words import Edition, Paper
from clientplan.render.gauge import over
from clientplan.render.sections import in_words

if TYPE_CHECKING:
    from clientplan.press import Pressed


class PrintForm(Panel):
    """Lists the findings, and prints: once when it opens, and on each click.

    With another template pack than the workspace's own the page gets a name of its own, beside that of the plan.
    """

    def __init__(
        self, desk: Desk, edition: str = Edition.CLIENT, paper: str | None = None, pack: str | None = None
    ) -> None:
        self.pack = pack
        self.edition = box.pick("Edition", Edition, blank=False)
        self.paper = box.pick("Paper", Paper, blank=False)
        self.edition.show(word(Edition, edition, "edition"))
        self.paper.show(word(Paper, paper or desk.workspace.settings.paper, "paper"))
        self.button = Button("Print", "primary")
        self.save = Button("Download the PDF")
        self.others = {kind: Button(LABELS[kind]) for kind in (Kind.XLSX, Kind.ICS, Kind.YAML)}
        self._printed: Pressed | None = None
        self.outcome = ""
        self.pages = Html()
        self._findings = Group()
        self._findings.add_class("cp-findings-list")
        self._heard: Document | None = None
        super().__init__(desk)
        self.button.on_click(self.guard(self._print))
        self.save.on_click(self.guard(lambda _button: self._download()))
        for kind, button in self.others.items():
            button.on_click(self.guard(lambda _button, kind=kind: self._take_away(kind)))

    def build(self) -> list[Any]:
        document = self.desk.document
        if document is None:
            return [Html(nothing_open(self.desk.trouble))]
        if document is not self._heard:
            document.observe(self.guard(self._show_findings))
            self._heard = document
        self._show_findings()
        self._print()
        choice = {"edition": self.edition, "paper": self.paper}
        also = Line([Html(tag("span", "Also to take away:", class_="cp-findings-head")), *self.others.values()])
        made = Line([self.button, self.save])
        return [self._findings, grid(choice, {"edition": 3, "paper": 3}), made, self.status.view, self.pages, also]

    def words(self) -> str:
        if self.desk.document is None:
            return self.desk.trouble
        return "\n".join([told(self.desk.findings()), self.outcome])

    def _show_findings(self) -> None:
        self._findings.children = by_theme(self.desk.findings(), self.guard(self._mend))

    def _mend(self, fix: Fix) -> None:
        if self.desk.document is not None:
            mend(self.desk.document, fix, self.status, self.guard)

    def _download(self) -> None:
        """The page as it is now, with what is chosen now; where it is refused, that is said as for a print."""
        self._print(self.save)
        if self._printed is not None:
            self.send_file(self._printed.path.name, PDF, self._printed.pdf)

    def _take_away(self, kind: Kind) -> None:
        taken = export(self.desk, kind, self.edition.value)
        self.send_file(taken.name, taken.mime, taken.content)
        self.status.done("\n".join([f"Downloaded: {taken.name}", *taken.left_out]))

    def _print(self, clicked: Any = None) -> None:
        """What was printed, or why it wasn't; the findings listed above aren't said twice."""
        from clientplan.press import press  # WeasyPrint loads here, and only for this step

        document, edition, paper = self.desk.document, self.edition.value, self.paper.value
        if document is None:
            return
        self.status.done("Printing …")
        try:
            done = press(
                self.desk.workspace,
                document.name,
                document.plan,
                edition=edition,
                paper=paper,
                pack=self.pack,
                file=_file(document.name, self.pack, edition),
            )
        except ClientPlanError as error:
            listed = [finding.message for finding in self.desk.findings()]
            lines = [line for line in str(error).splitlines() if not any(message in line for message in listed)]
            full = [f"{over(error)}."] if isinstance(error, DoesNotFit) and error.budget else []
            self.outcome = "\n".join(["Nothing is printed.", *full, *(line.rstrip(":") for line in lines)])
            (self.status.failed if clicked else self.status.done)(self.outcome)
            self.pages.value = ""
            self._printed = None
        else:
            self._printed = done
            draft = ", marked DRAFT" if done.draft else ""
            left = ", ".join(map(in_words, done.without))
            without = f", without {left}, for which there is no room" if left else ""
            self.outcome = (
                f"{edition.capitalize()} edition, {done.gauge} on {paper}{draft}{without}: output/{done.path.name}"
            )
            self.status.done(self.outcome)
            self.pages.value = pictures(done.pdf, f"{edition} edition of the {self.pack or 'plan'}")


def word(words: type[StrEnum], given: str, name: str) -> StrEnum:
    try:
        return words(given)
    except ValueError:
        raise NotOpened(f"{name}: “{given}” isn't one of {', '.join(words)}. Correct it in the first cell") from None


def _file(plan: str, pack: str | None, edition: Edition) -> str | None:
    """None for the usual name; the review's page must not lie where the plan's is looked for."""
    if pack is None:
        return None
    return f"{plan}-{pack}.pdf" if edition is Edition.CLIENT else f"{plan}-{pack}-internal.pdf"


def pictures(pdf: bytes, what: str) -> Markup:
    """Each page of a PDF, to look at."""
    from clientplan.render import preview

    pages = preview.pages(pdf, width=1100)
    return joined(
        *(
            tag(
                "img",
                src=f"data:image/png;base64,{b64encode(page).decode()}",
                alt=f"Page {number} of {len(pages)}, {what}",
                class_="cp-page",
            )
            for number, page in enumerate(pages, 1)
        )
    )
