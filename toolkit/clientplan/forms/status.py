"""The line that says whether what was typed is saved."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from clientplan.forms.markup import tag
from clientplan.forms.nodes import Button, Copy, Html, Line, Node


class Status:
    """Polite while all is well; an alert, with a way out where there is one, when something isn't saved.

    While something is under way, or can't be sent, the browser says so in the same place by itself.
    """

    def __init__(self, clock: Callable[[], datetime]) -> None:
        self.words = ""
        self.details = ""  # for whoever is asked to help; "" where the sentence says it all
        self.button = Button()
        self._line = Html("", "cp-said-last")
        self._local = Html("", "cp-local", live="polite")
        self.view = Line([self._line, self._local], "cp-status")
        self._clock = clock
        self._way_out: Callable[[], None] = self.clear
        self.button.on_click(self._go)
        self.clear()

    def clear(self) -> None:
        self._say("", "status")

    def saved(self, *, refused: bool = False) -> None:
        but = ", all but what is marked" if refused else ""
        self._say(f"Saved {self._clock():%H:%M}{but}", "status")

    def done(self, sentence: str, label: str = "", way_back: Callable[[], None] | None = None) -> None:
        """What was done, with the way back where there is one."""
        if way_back is None:
            self._say(sentence, "status")
        else:
            self._way_out, self.button.description = way_back, label
            self._say(sentence, "status", self.button)

    def failed(self, sentence: str, details: str = "") -> None:
        """What didn't go, and what can be copied for whoever helps."""
        self._say(sentence, "alert", *([Copy("Copy details", details)] if details else []), details=details)

    def offer(self, sentence: str, label: str, way_out: Callable[[], None]) -> None:
        """A failure that a click can mend."""
        self._way_out = way_out
        self.button.description = label
        self._say(sentence, "alert", self.button)

    def _go(self, _button: Any) -> None:
        self._way_out()

    def _say(self, sentence: str, role: str, *beside: Node, details: str = "") -> None:
        self.words, self.details = sentence, details
        live = "polite" if role == "status" else "assertive"
        lines = [tag("div", line) for line in sentence.splitlines()]
        self._line.value = tag("div", *lines, class_=f"cp-{role}", role=role, aria_live=live)
        self.view.children = [self._line, self._local, *beside]
