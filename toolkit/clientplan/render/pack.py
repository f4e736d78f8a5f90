"""Template packs: a folder with template, style and settings that prints one kind of page."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any

from pydantic import AfterValidator, Field, ValidationError

from clientplan import paths
from clientplan.errors import RenderRefused
from clientplan.plan.problems import problems
from clientplan.plan.source import Source
from clientplan.plan.value import Line, Value
from clientplan.plan.words import Paper, Phase
from clientplan.render.view.page import SECTIONS

FILE = "pack.toml"
TEMPLATE = "plan.html.j2"
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,39}")


def _known(sections: tuple[str, ...]) -> tuple[str, ...]:
    unknown = [section for section in sections if section not in SECTIONS]
    if unknown:
        raise ValueError(f"there is no section {', '.join(unknown)}. Choose from {', '.join(SECTIONS)}")
    return sections


class Settings(Value):
    """What `pack.toml` says."""

    title: Line
    pages: Annotated[int, Field(ge=1, le=10)]
    paper: Annotated[tuple[Paper, ...], Field(min_length=1)]
    styles: tuple[Line, ...]
    sections: Annotated[tuple[Line, ...], AfterValidator(_known)]
    optional: Annotated[tuple[Line, ...], AfterValidator(_known)] = Field(
        (), description="Sections that may be left out, the first one first, where the page has no room for them"
    )
    phases: tuple[Phase, ...] = Field((), description="Phases it is for; all where it names none")
    purposes: tuple[Line, ...] = Field((), description="What it is for, in a few words each")


@dataclass(frozen=True)
class Pack:
    name: str
    settings: Settings
    folders: tuple[Path, ...]  # looked through in this order, so that a user's file stands in for ours

    @property
    def template(self) -> str:
        return f"{self.name}/{TEMPLATE}"

    def style(self, name: str) -> str:
        """The text of one of its style sheets.

        Raises:
            RenderRefused: there is none.
        """
        return _text(self.folders, name, f"{self.name}/{FILE} names it under styles")


def load(name: str, folders: Iterable[Path] = ()) -> Pack:
    """A pack by name, from the user's folders before the shipped one.

    Raises:
        RenderRefused: there is no such pack, or its settings are wrong.
    """
    places = (*folders, paths.templates())
    known = names(folders)
    if name not in known:
        raise RenderRefused(f"There is no template pack “{name}”. Choose one of: {', '.join(known)}")
    text = _text(places, f"{name}/{FILE}", "a pack has one")
    return Pack(name, _settings(text, f"{name}/{FILE}"), places)


def names(folders: Iterable[Path] = ()) -> tuple[str, ...]:
    """The packs that can be loaded."""
    found = (file.parent.name for folder in (*folders, paths.templates()) for file in folder.glob(f"*/{FILE}"))
    return tuple(sorted({name for name in found if _NAME.fullmatch(name)}))


def _settings(text: str, file: str) -> Settings:
    try:
        found: dict[str, Any] = tomllib.loads(text)
        return Settings.model_validate(found)
    except tomllib.TOMLDecodeError as error:
        raise RenderRefused(f"{file}: this isn't TOML ({error})") from None
    except ValidationError as error:
        wrong = sorted(problems(error, Source(root=found), Settings))
        raise RenderRefused("\n".join([f"{file}: mend these settings", *(f"  {one}" for one in wrong)])) from None


def _text(folders: Iterable[Path], name: str, why: str) -> str:
    for folder in folders:
        path = (folder / name).resolve()
        if path.is_relative_to(folder.resolve()) and path.is_file():
            try:
                return path.read_text(encoding="utf-8")
            except (OSError, UnicodeDecodeError) as error:
                raise RenderRefused(f"{path} can't be read: {error}") from error
    raise RenderRefused(f"The file {name} is missing from the template packs ({why})")
