"""What the `pack.toml` of a template pack says, and the sentences for what is wrong in it."""

from __future__ import annotations

import tomllib
from importlib import import_module
from typing import Annotated, Any

from pydantic import AfterValidator, Field, ValidationError, ValidationInfo

from clientplan.errors import RenderRefused
from clientplan.plan.problems import problems
from clientplan.plan.source import Source
from clientplan.plan.value import Line, Value
from clientplan.plan.words import Paper, Phase
from clientplan.render.view.kinds import Kind

FILE = "pack.toml"
_VIEWS = {Kind.PLAN: "page", Kind.SHEET: "sheet", Kind.PORTFOLIO: "portfolio"}


def sections(kind: Kind) -> tuple[str, ...]:
    """Those that a page of this kind may have; what makes the other kinds isn't loaded for it."""
    names: tuple[str, ...] = import_module(f"clientplan.render.view.{_VIEWS[kind]}").SECTIONS
    return names


def _known(named: tuple[str, ...], read: ValidationInfo) -> tuple[str, ...]:
    known = sections(read.data.get("of", Kind.PLAN))
    unknown = [section for section in named if section not in known]
    if unknown:
        raise ValueError(f"there is no section {', '.join(unknown)}. Choose from {', '.join(known)}")
    return named


class Settings(Value):
    """What `pack.toml` says."""

    title: Line
    of: Kind = Field(Kind.PLAN, description="What it prints: a plan, a sheet to fill in, or the portfolio")
    pages: Annotated[int, Field(ge=1, le=10)]
    paper: Annotated[tuple[Paper, ...], Field(min_length=1)]
    styles: tuple[Line, ...]
    sections: Annotated[tuple[Line, ...], AfterValidator(_known)]
    optional: Annotated[tuple[Line, ...], AfterValidator(_known)] = Field(
        (), description="Sections that may be left out, the first one first, where the page has no room for them"
    )
    phases: tuple[Phase, ...] = Field((), description="Phases it is for; all where it names none")
    purposes: tuple[Line, ...] = Field((), description="What it is for, in a few words each")


def parse(text: str, file: str) -> Settings:
    """The settings that stand in a pack's `pack.toml`; `file` is how a refusal names it.

    Raises:
        RenderRefused: with everything that is wrong in the file.
    """
    try:
        found: dict[str, Any] = tomllib.loads(text)
        return Settings.model_validate(found)
    except tomllib.TOMLDecodeError as error:
        raise RenderRefused(f"{file}: this isn't TOML ({error})") from None
    except ValidationError as error:
        wrong = sorted(problems(error, Source(root=found), Settings))
        raise RenderRefused("\n".join([f"{file}: mend these settings", *(f"  {one}" for one in wrong)])) from None
