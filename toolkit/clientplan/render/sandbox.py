"""Jinja for templates that aren't ours: plain data, files in memory, and an end to how much is said."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from jinja2 import BaseLoader, Environment, TemplateNotFound
from jinja2.sandbox import ImmutableSandboxedEnvironment

from clientplan.errors import RenderRefused
from clientplan.render import pack_files
from clientplan.render.filters import FILTERS
from clientplan.render.pack import Pack
from clientplan.render.plain import plain

MOST_MARKUP = 5_000_000  # characters; a full page has 30,000
_GLOBALS = ("range", "dict", "namespace", "cycler", "joiner")
_made: dict[str, Environment] = {}  # the last one, by what its pack holds


class _Files(BaseLoader):
    """Templates from memory, so that no name leads anywhere else."""

    def __init__(self, files: Mapping[str, bytes]) -> None:
        self._files = files

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, None]:  # noqa: ARG002  # Jinja's
        if template not in self._files:
            raise TemplateNotFound(template)
        try:
            return self._files[template].decode("utf-8"), template, None
        except UnicodeDecodeError as error:
            raise RenderRefused(f"template {template} can't be read: {error}") from error


class Sandbox(ImmutableSandboxedEnvironment):
    """As the environment of our own templates, and narrower."""

    def __init__(self, files: Mapping[str, bytes], **options: Any) -> None:
        super().__init__(loader=_Files(files), **options)
        self.globals = {name: self.globals[name] for name in _GLOBALS}
        self.filters.update(FILTERS)

    def getattr(self, obj: Any, attribute: str) -> Any:
        """`page.items` is what the page holds under that name, before it is what a dictionary can do."""
        if type(obj) is dict and attribute in obj:
            return obj[attribute]
        return super().getattr(obj, attribute)


def sandbox(pack: Pack, **options: Any) -> Environment:
    """The environment for a pack's files: kept from print to print while they stay the same."""
    files = pack.files or {}
    digest = pack_files.digest(files, pack_files.CODE)
    if digest not in _made:
        _made.clear()
        _made[digest] = Sandbox(files, **options)
    return _made[digest]


def say(environment: Environment, pack: Pack, context: Mapping[str, Any]) -> str:
    """The markup that a pack's template makes.

    Raises:
        RenderRefused: it makes more than any page has room for.
    """
    said: list[str] = []
    length = 0
    for piece in environment.get_template(pack.template).generate(plain(context)):
        length += len(piece)
        if length > MOST_MARKUP:
            most = f"{MOST_MARKUP:,} characters"
            raise RenderRefused(f"{pack.template}: it makes more than {most} of markup. Look for a loop without end")
        said.append(piece)
    return "".join(said)
