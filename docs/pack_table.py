"""Writes the table of our packs in templates.md. Run it after a change of a pack's settings: start.py docs."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from clientplan.render.pack import load
from clientplan.render.pack_files import SAMPLE
from clientplan.render.pack_places import shipped

PAGE = Path(__file__).with_name("templates.md")
BEGIN, END = "<!-- packs: made by pack_table.py -->\n", "<!-- end of packs -->\n"


def page(text: str) -> str:
    """The page with its table made anew."""
    head, rest = text.split(BEGIN)
    _, tail = rest.split(END)
    return f"{head}{BEGIN}{table()}{END}{tail}"


def table() -> str:
    rows = ["| pack | what it is | for | its first page |", "| --- | --- | --- | --- |", *map(_row, shipped())]
    return "\n".join(rows) + "\n"


def _row(name: str) -> str:
    settings = load(name).settings
    pages = "1 page" if settings.pages == 1 else f"up to {settings.pages} pages"
    picture = f'<img src="../templates/{name}/{SAMPLE}" width="200" alt="The first page of {name}">'
    return f"| `{name}` | {settings.title}, {pages} | {'; '.join(_purposes(name))} | {picture} |"


def _purposes(name: str) -> Iterator[str]:
    settings = load(name).settings
    yield ", ".join(settings.phases) or "all phases"
    yield from settings.purposes


if __name__ == "__main__":
    PAGE.write_text(page(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
