"""The plan that all print in one run, and what each peer is handed of it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from clientplan.plan.plan import Plan
from clientplan.plan.words import Edition
from clientplan.render.brand import Brand
from clientplan.render.pack import Pack, load
from clientplan.render.printing import Printed, print_plan
from clientplan.settings import Settings
from peers.content import Content, content


@dataclass(frozen=True)
class Case:
    name: str  # the plan's, as the workspace knows it
    plan: Plan
    edition: Edition
    settings: Settings
    folder: Path  # for what is handed over as a file, and for the PDFs of processes

    @cached_property
    def pack(self) -> Pack:
        return load("two-page")

    @property
    def brand(self) -> Brand:
        return Brand(name=self.settings.brand.name, colour=self.settings.brand.colour)

    @cached_property
    def content(self) -> Content:
        return content(self.plan, self.edition, self.settings)

    def printed(self) -> Printed:
        """Ours, with everything."""
        return print_plan(self.plan, pack=self.pack, edition=self.edition, today=self.settings.today, brand=self.brand)

    def file(self, name: str, text: str) -> Path:
        path = self.folder / name
        path.write_text(text, encoding="utf-8")
        return path

    def json(self) -> Path:
        return self.file("content.json", json.dumps(self.content, ensure_ascii=False))
