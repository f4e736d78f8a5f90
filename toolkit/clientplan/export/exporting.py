"""One edition of a plan as a file of another program."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from clientplan.plan.plan import Plan
from clientplan.plan.words import Edition


class Format(StrEnum):
    XLSX = "xlsx"
    ICS = "ics"
    JSON = "json"
    YAML = "yaml"


@dataclass(frozen=True)
class Exported:
    name: str  # of the file
    mime: str
    content: bytes
    left_out: tuple[str, ...] = ()  # sentences on what the format can't hold


@dataclass(frozen=True)
class Job:
    """What a format is given: the plan as its edition may show it, and nothing else."""

    name: str
    plan: Plan
    edition: Edition
    today: date

    @property
    def internal(self) -> bool:
        return self.edition is Edition.INTERNAL


def export(name: str, plan: Plan, kind: Format, edition: Edition, today: date) -> Exported:
    """The file, named as a print is: `<name>-internal` for ours. The same plan on the same day makes the same bytes."""
    job = Job(name, plan.edition(edition), edition, today)
    mime, write = _writer(kind)
    content, left_out = write(job)
    return Exported(file_name(name, kind, edition), mime, content, left_out)


def file_name(name: str, kind: str, edition: Edition) -> str:
    return f"{name}{'-internal' if edition is Edition.INTERNAL else ''}.{kind}"


Written = tuple[bytes, tuple[str, ...]]


def _writer(kind: Format) -> tuple[str, Callable[[Job], Written]]:
    """Each loads what it needs, and no other."""
    if kind is Format.XLSX:
        from clientplan.export.xlsx import xlsx

        return "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", xlsx
    if kind is Format.ICS:
        from clientplan.export.ics import ics

        return "text/calendar", ics
    if kind is Format.JSON:
        from clientplan.export.json import json

        return "application/json", json
    from clientplan.export.yaml import yaml

    return "application/yaml", yaml
