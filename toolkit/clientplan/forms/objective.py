"""One objective: the end, its place on the ladder, and its measure."""

from __future__ import annotations

from collections.abc import Callable

from clientplan.forms import box
from clientplan.forms.ladder import Rung
from clientplan.forms.markup import tag
from clientplan.forms.nodes import Button, Group, Html, Line
from clientplan.forms.part import Part, filled
from clientplan.forms.pickers import objectives
from clientplan.forms.row import Row, grid, settle
from clientplan.forms.visits import Spot, Visits
from clientplan.plan.objective import Measure, Objective
from clientplan.plan.plan import Plan
from clientplan.plan.source import Path
from clientplan.plan.words import Area, Level, Progress

_WIDTHS = {"words": 12, "level": 3, "area": 3, "serves": 4, "status": 2}
_MEASURE = {"name": 3, "unit": 2, "baseline": 2, "target": 2, "due": 3}


class ObjectiveRow(Row[Objective]):
    def __init__(self, value: Objective | None, name: str) -> None:
        self.serves = box.link("Serves")
        boxes = {
            "words": box.line("Objective", "The end, in one sentence that a stranger would understand"),
            "level": box.pick("Level", Level),
            "area": box.pick("Area", Area),
            "serves": self.serves,
            "status": box.pick("Status", Progress, blank=False),
            "internal": box.flag("Keep it and its actions out of the client edition"),
        }
        measure = {
            "name": box.line("Measured by"),
            "unit": box.line("Unit", "%, days, EUR"),
            "baseline": box.figure("From"),
            "target": box.figure("To"),
            "due": box.day("By"),
        }
        name = value.id if value else name
        super().__init__("objective", Part(Objective, boxes, value, {"id": name}), _WIDTHS, name)
        self.measure = Part(Measure, measure, value.measure if value else None)
        self.rung: Rung | None = None  # where it stands in the plan as it is saved; None while it isn't in it
        self.answer = Button("", "quiet")
        self._actions, self._asks = Html(), Html()
        self._question = Line([self._asks, self.answer])
        self._foot = Group([], "cp-rung")
        self.view.children = [*self.view.children, grid(measure, _MEASURE), self._foot]
        self.visits = Visits([*self.visits.boxes, *measure.values()])

    def stand(self, rung: Rung | None) -> None:
        """Shows where it stands on the ladder, its actions, and what is missing under it."""
        self.rung = rung
        for depth in range(1, 4):
            self.view.remove_class(f"cp-depth-{depth}")
        if rung is None:
            self._foot.children = []
            return
        if rung.depth:
            self.view.add_class(f"cp-depth-{rung.depth}")
        self._actions.value = tag("p", "Actions: ", "; ".join(rung.actions), class_="cp-rung-actions")
        self._asks.value = tag("span", rung.asks, class_="cp-rung-asks")
        self.answer.description = f"Add {f'a {rung.below} goal' if rung.below else 'an action'} under {self.name}"
        self._foot.children = [
            *([self._actions] if rung.actions else []),
            *([self._question] if rung.asks else []),
        ]

    @property
    def wrong(self) -> bool:
        return self.part.wrong or self.measure.wrong

    def read(self) -> Objective | None:
        return self.part.read(measure=filled(self.measure.read()))

    def spot(self, rest: Path) -> Spot:
        if rest[:1] != ("measure",):
            return super().spot(rest)
        return self.measure.spot(rest[1:]) or Spot(self.head, self.visits.left and self.measure.visits.begun)

    def settle(self, place: str) -> None:
        super().settle(place)
        settle(self.measure.boxes, f"{place}/measure")

    def show(self, saved: Objective) -> None:
        self.part.show(saved)
        self.measure.show(saved.measure)

    def observe(self, listener: Callable[[], None]) -> None:
        self.part.observe(listener)
        self.measure.observe(listener)

    def offer(self, plan: Plan) -> None:
        self.serves.offer(objectives(plan, but=self.name))
