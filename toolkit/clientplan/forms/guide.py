"""Guidance beside the forms: one idea that fits the plan, another on a click, and the thinking behind it to open.

It is written in English, whatever language the plan is in.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from clientplan.forms.desk import Desk
from clientplan.forms.document import Document
from clientplan.forms.guiding import background
from clientplan.forms.markup import tag
from clientplan.forms.nodes import Button, Html
from clientplan.forms.opening import NotOpened
from clientplan.forms.panel import Panel
from clientplan.forms.pieces import Piece
from clientplan.guidance import ideas
from clientplan.guidance.ideas import Idea
from clientplan.plan.words import Phase

TOPICS = ("purpose", "objectives", "review")


@dataclass(frozen=True)
class _Offer:
    """An idea as it is shown: what it is about, and the finding of this plan that it answers, if any."""

    label: str
    idea: Idea
    because: str = ""


class GuidePanel(Panel):
    """What answers a finding comes first; the others begin with another one each week.

    The idea stays in sight and the rest is folded: whoever comes for the tenth time sees one line, and a new one.
    """

    def __init__(self, desk: Desk, topic: str = "purpose") -> None:
        if topic not in TOPICS:
            raise NotOpened(f"topic: “{topic}” isn't one of {', '.join(TOPICS)}. Correct it in the cell")
        self.topic = topic
        self.at = 0
        self._offers: list[_Offer] = []
        self.another = Button("Another idea")
        super().__init__(desk)
        self.another.on_click(self.guard(self._another))

    def build(self) -> list[Any]:
        document = self.desk.document
        if document is not None and getattr(self, "_heard", None) is not document:
            document.observe(self.guard(self._plan_changed))
            self._heard: Document = document
        self.at, self._offers = 0, self._found()
        self._idea = Html()
        self._thinking = Html()
        self._write()
        self._thinking.value = self._thoughts().markup
        return [self._idea, self.another, self._thinking]

    def words(self) -> str:
        offer = self._offers[self.at]
        because = [f"  The checks say: {offer.because}"] if offer.because else []
        idea = offer.idea
        lines = [f"{offer.label}: {idea.do}", *because, f"  Why: {idea.why}", f"  It leaves: {idea.leaves}"]
        return "\n".join([*lines, f"Ideas: {len(self._offers)}", self._thoughts().words])

    @property
    def shown(self) -> Idea:
        return self._offers[self.at].idea

    def _another(self, _button: Any) -> None:
        self.at = (self.at + 1) % len(self._offers)
        self._write()

    def _plan_changed(self) -> None:
        """What is being read stays in sight for as long as it is offered at all."""
        reading = self._offers[self.at].idea
        self._offers = self._found()
        self.at = next((at for at, offer in enumerate(self._offers) if offer.idea == reading), 0)
        self._write()
        if (thoughts := self._thoughts().markup) != self._thinking.value:  # or it would fold under the reader's eyes
            self._thinking.value = thoughts

    def _found(self) -> list[_Offer]:
        said: dict[str, str] = {}
        for finding in self.desk.findings():
            said.setdefault(finding.code, finding.message)
        answers: list[_Offer] = []
        others: list[_Offer] = []
        for label, idea in self._pool():
            because = next((said[code] for code in idea.answers if code in said), "")
            (answers if because else others).append(_Offer(label, idea, because))
        begin = self.desk.workspace.today.isocalendar().week % len(others) if others else 0
        return [*answers, *others[begin:], *others[:begin]]

    def _pool(self) -> list[tuple[str, Idea]]:
        if self.topic == "purpose":
            return [("Value proposition", idea) for idea in ideas.proposition().ideas]
        if self.topic == "review":
            return [("Review", idea) for idea in ideas.reviews().ideas]
        phase = self._phase()
        phases = list(Phase) if phase is None else [phase]
        smart = [(f"In {one}", idea) for one in phases for idea in ideas.phase(one).ideas]
        return [*smart, *(("Stops", idea) for idea in ideas.stops().ideas)]

    def _phase(self) -> Phase | None:
        return self.desk.document.plan.phase if self.desk.document is not None else None

    def _thoughts(self) -> Piece:
        document = self.desk.document
        return background(self.topic, self._phase(), document.plan.client.industry if document is not None else None)

    def _write(self) -> None:
        offer = self._offers[self.at]
        because = [tag("p", f"The checks say: {offer.because}", class_="cp-because")] if offer.because else []
        self._idea.value = tag(
            "div",
            tag("p", f"{offer.label} · idea {self.at + 1} of {len(self._offers)}", class_="cp-quiet"),
            tag("p", offer.idea.do, class_="cp-idea"),
            *because,
            tag("p", offer.idea.why),
            tag("p", tag("b", "It leaves: "), offer.idea.leaves),
            class_="cp-guide",
            aria_live="polite",
        )
