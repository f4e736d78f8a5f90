"""The boxes of one part of the plan: an intent, a measure, an action."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Generic, TypeVar

from clientplan.forms.box import Box
from clientplan.forms.remarks import Remarks
from clientplan.forms.typed import take
from clientplan.forms.visits import Spot, Visits
from clientplan.plan.source import Path
from clientplan.plan.value import Value

V = TypeVar("V", bound=Value)


class Part(Generic[V]):
    """Boxes by the name of their field. `fixed` are fields without a box, such as the id of a new row."""

    def __init__(
        self, model: type[V], boxes: Mapping[str, Box], saved: V | None, fixed: Mapping[str, Any] | None = None
    ) -> None:
        self.boxes = dict(boxes)
        self.saved = saved  # as the plan has it
        self.value = saved  # as it was typed, as far as the model takes it
        self.refused: dict[str, str] = {}
        self.visits = Visits(list(self.boxes.values()))
        self.head: Remarks | None = None  # where is said what is about the part as a whole
        self._model = model
        self._fixed = dict(fixed or {})
        for name, box in self.boxes.items():
            box.usual = self._field(None, name)
            box.show(self._field(saved, name))

    @property
    def blank(self) -> bool:
        return not any(box.written for box in self.boxes.values())

    @property
    def wrong(self) -> bool:
        return bool(self.refused)

    def read(self, **more: Any) -> V | None:
        """The part as far as the model takes what was typed; the rest is said under its box. None while it is blank.

        `more` are fields that come from elsewhere than a box.
        """
        if self.saved is None and self.blank and not any(more.values()):
            self.value, self.refused = None, {}
        else:
            typed = {name: box.value for name, box in self.boxes.items()}
            self.value, self.refused = take(self._model, self.saved, self._fixed | more | typed)
        self._complain(stands=self.value is not self.saved or (self.saved is None and self.blank))
        return self.value

    def show(self, saved: V | None) -> None:
        """Takes over what the plan has now. A box is only written to when its field was changed from elsewhere."""
        for name, box in self.boxes.items():
            now = self._field(saved, name)
            if now not in {self._field(self.saved, name), self._field(self.value, name)}:
                box.show(now)
        self.saved = self.value = saved

    def spot(self, rest: Path) -> Spot | None:
        """Where something is said that is about this place in the part: under its box, else at the head.

        What the checks say of a field is about the plan; while the entry in its box is refused, that is another value.
        """
        box = self.boxes.get(str(rest[0])) if rest else None
        if box is not None:
            return Spot(box.remarks, box.visited and rest[0] not in self.refused)
        return Spot(self.head, self.visits.left and self.visits.begun) if self.head is not None else None

    def observe(self, listener: Callable[[], None]) -> None:
        for box in self.boxes.values():
            box.observe(listener)

    def _field(self, value: V | None, name: str) -> Any:
        """A field of a value, or its default where there is no value."""
        if value is not None:
            return getattr(value, name)
        field = self._model.model_fields[name]
        return None if field.is_required() else field.get_default()

    def _complain(self, *, stands: bool) -> None:
        """Each sentence under its box; one about the fields together under the last of them.

        Where the part doesn't stand, such as a new row without its first words, nothing of it is in the plan.
        """
        *_, last = self.boxes
        for name, box in self.boxes.items():
            box.complain(self.refused.get(name) or (self.refused.get("", "") if name == last else ""))
            box.widget.taken = stands and name not in self.refused


def filled(value: V | None) -> V | None:
    """None for a part with nothing in it: the file needs no empty block."""
    return None if value is None or value == type(value)() else value
