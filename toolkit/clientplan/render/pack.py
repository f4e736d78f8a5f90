"""Template packs: a folder with template, style and settings that prints one kind of page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from clientplan import paths
from clientplan.errors import RenderRefused
from clientplan.render import pack_files, pack_places, pack_settings
from clientplan.render.pack_settings import FILE, Settings

TEMPLATE = "plan.html.j2"


@dataclass(frozen=True)
class Pack:
    name: str
    settings: Settings
    folders: tuple[Path, ...]  # looked through in this order, so that a user's file stands in for ours
    # Of a pack that uses a file which isn't ours: all that it may use, by the names that templates call them.
    files: Mapping[str, bytes] | None = field(default=None, hash=False, repr=False)

    @property
    def foreign(self) -> bool:
        """Whether it uses files that may come from anybody: those are worked through apart, with limits."""
        return self.files is not None

    @property
    def template(self) -> str:
        return f"{self.name}/{TEMPLATE}"

    def style(self, name: str) -> str:
        """The text of one of its style sheets.

        Raises:
            RenderRefused: there is none.
        """
        why = f"{self.name}/{FILE} names it under styles"
        if self.files is None:
            return pack_files.text(self.folders, name, why)
        if name not in self.files:
            raise pack_files.missing(name, why)
        return pack_files.decoded(self.files[name], name)


def load(name: str, folders: Iterable[Path] = ()) -> Pack:
    """A pack by name: from the user's folders, then from other packages, then ours.

    Raises:
        RenderRefused: there is no such pack, or its settings or files are wrong.
    """
    folders = tuple(folders)
    places = pack_places.places(name, folders) if pack_places.is_name(name) else ()
    if not any((folder / name / FILE).is_file() for folder in places):
        refused = [sentence for sentence in pack_places.others()[1] if name in sentence]
        choice = f"There is no template pack “{name}”. Choose one of: {', '.join(pack_places.known(folders))}"
        raise RenderRefused("\n".join([choice, *refused]))
    settings = pack_settings.parse(pack_files.text(places, f"{name}/{FILE}", "a pack has one"), f"{name}/{FILE}")
    reached = {name, "shared", *(style.partition("/")[0] for style in settings.styles)}
    if any(pack_files.used(folder, reached) for folder in places[:-1]):
        return Pack(name, settings, places, pack_files.collect(places, name))
    return Pack(name, settings, (paths.templates(),))


def names(folders: Iterable[Path] = ()) -> tuple[str, ...]:
    """The packs that can be loaded."""
    return pack_places.known(tuple(folders))
