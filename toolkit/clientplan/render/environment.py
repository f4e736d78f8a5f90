"""The one Jinja environment: text is always escaped, an unknown name is a mistake, and Python is out of reach."""

from __future__ import annotations

import traceback
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import FileSystemLoader, StrictUndefined, TemplateNotFound, TemplateSyntaxError, Undefined
from jinja2.sandbox import ImmutableSandboxedEnvironment

from clientplan.errors import RenderRefused
from clientplan.render.pack import Pack

# Signs that look alike on paper and aren't in every face: hyphens that don't break, spaces of other widths.
_ALIKE = str.maketrans(
    {
        **dict.fromkeys("\u2010\u2011", "-"),
        **dict.fromkeys("\u2002\u2003\u2004\u2005\u2006\u2008\u200a\u205f", " "),
        **dict.fromkeys("\u2007\u2009\u202f", "\u00a0"),
    }
)


def render(pack: Pack, context: Mapping[str, Any]) -> str:
    """The HTML of a pack's page.

    Raises:
        RenderRefused: a template has a mistake; says which and on which line.
    """
    made = environment(pack.folders)
    try:
        return made.get_template(pack.template).render(context)
    except TemplateNotFound as error:
        raise RenderRefused(f"The template {error.name} is missing") from error
    except TemplateSyntaxError as error:
        raise RenderRefused(f"template {error.name}, line {error.lineno}: {error.message}") from error
    except Exception as error:
        place = _place(error, pack.folders)
        if place is None:
            raise
        raise RenderRefused(f"template {place}: {error}. Mend the template") from error


@cache
def environment(folders: tuple[Path, ...]) -> ImmutableSandboxedEnvironment:
    # A workspace's templates may come from anybody: none may reach from a value to Python's own functions.
    return ImmutableSandboxedEnvironment(
        loader=FileSystemLoader([str(folder) for folder in folders]),
        autoescape=True,  # select_autoescape() wouldn't escape a name that ends in .j2
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=False,
        finalize=_printable,
    )


def _printable(value: Any) -> Any:
    if value is None:
        raise TypeError("it prints a field that is open. Ask for it with {% if %} first")
    return value.translate(_ALIKE) if isinstance(value, str) and not isinstance(value, Undefined) else value


def _place(error: Exception, folders: tuple[Path, ...]) -> str | None:
    """The template and line where an error came up; None where it wasn't a template's."""
    for frame in reversed(traceback.extract_tb(error.__traceback__)):
        for folder in folders:
            if Path(frame.filename).is_relative_to(folder):
                return f"{Path(frame.filename).relative_to(folder).as_posix()}, line {frame.lineno}"
    return None
