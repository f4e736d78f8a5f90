"""The one Jinja environment: text is always escaped, an unknown name is a mistake, and Python is out of reach."""

from __future__ import annotations

import traceback
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import (
    FileSystemBytecodeCache,
    FileSystemLoader,
    StrictUndefined,
    TemplateNotFound,
    TemplateSyntaxError,
    Undefined,
)
from jinja2.sandbox import ImmutableSandboxedEnvironment

from clientplan.errors import RenderRefused
from clientplan.render.coverage import ALIKE
from clientplan.render.filters import FILTERS
from clientplan.render.kept import folder_for
from clientplan.render.pack import Pack
from clientplan.render.sandbox import sandbox, say


def render(pack: Pack, context: Mapping[str, Any]) -> str:
    """The HTML of a pack's page.

    Raises:
        RenderRefused: a template has a mistake; says which and on which line.
    """
    try:
        if pack.foreign:
            return say(sandbox(pack, **_OPTIONS), pack, context)
        return environment(pack.folders).get_template(pack.template).render(context)
    except (RenderRefused, MemoryError):
        raise
    except TemplateNotFound as error:
        raise RenderRefused(f"The template {error.name} is missing") from error
    except TemplateSyntaxError as error:
        raise RenderRefused(f"template {error.name}, line {error.lineno}: {error.message}") from error
    except Exception as error:
        found = place(error, pack)
        if found is None:
            raise
        raise RenderRefused(f"template {found}: {str(error).rstrip('.')}. Mend the template") from error


@cache
def environment(folders: tuple[Path, ...]) -> ImmutableSandboxedEnvironment:
    # A workspace's templates may come from anybody: none may reach from a value to Python's own functions.
    loader = FileSystemLoader([str(folder) for folder in folders])
    made = ImmutableSandboxedEnvironment(loader=loader, bytecode_cache=_compiled(), **_OPTIONS)
    made.filters.update(FILTERS)
    return made


def _compiled() -> FileSystemBytecodeCache | None:
    """Our own templates as they were compiled the last time; that takes as long as reading a plan."""
    folder = folder_for("templates")
    return FileSystemBytecodeCache(str(folder)) if folder else None


def _printable(value: Any) -> Any:
    if value is None:
        raise TypeError("it prints a field that is open. Ask for it with {% if %} first")
    return value.translate(ALIKE) if isinstance(value, str) and not isinstance(value, Undefined) else value


_OPTIONS: dict[str, Any] = {
    "autoescape": True,  # select_autoescape() wouldn't escape a name that ends in .j2
    "undefined": StrictUndefined,
    "trim_blocks": True,
    "lstrip_blocks": True,
    "keep_trailing_newline": False,
    "finalize": _printable,
}


def place(error: BaseException, pack: Pack) -> str | None:
    """The template and line where an error came up; None where it wasn't a template's."""
    for frame, number in reversed(list(traceback.walk_tb(error.__traceback__))):
        template = frame.f_globals.get("__jinja_template__")  # Jinja puts the lines of errors right, but not of alarms
        line = template.get_corresponding_lineno(number) if template else number
        file = frame.f_code.co_filename
        if pack.files is not None and file in pack.files:
            return f"{file}, line {line}"
        for folder in pack.folders:
            if Path(file).is_relative_to(folder):
                return f"{Path(file).relative_to(folder).as_posix()}, line {line}"
    return None
