"""A part of the plan that comes and goes with what is typed: a new reading, a verdict."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any, TypeVar

from clientplan.forms.box import Box
from clientplan.forms.part import Part
from clientplan.plan.value import Value

V = TypeVar("V", bound=Value)


class Entry(Part[V]):
    """There once one of the boxes in `said` says something, and gone when they are emptied again.

    The other boxes, such as a day that was filled in ahead, don't make a part by themselves.
    """

    def __init__(
        self,
        model: type[V],
        boxes: Mapping[str, Box],
        saved: V | None,
        *,
        said: Collection[str],
        fixed: Mapping[str, Any] | None = None,
    ) -> None:
        self._said = set(said)
        super().__init__(model, boxes, saved, fixed)

    @property
    def blank(self) -> bool:
        return all(self.boxes[name].value is None for name in self._said)

    def read(self, **more: Any) -> V | None:
        if self.blank:
            self.saved = None  # or the part as it was saved would be asked for what was just taken out
        return super().read(**more)
