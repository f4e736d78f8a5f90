"""WeasyPrint with our fonts: one font configuration a thread, each style sheet parsed once."""

from __future__ import annotations

import logging
import os
import shutil
import tempfile
import threading
import weakref
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import MappingProxyType, ModuleType
from typing import Any
from xml.etree.ElementTree import Element

from clientplan.errors import Missing, RenderRefused
from clientplan.render import fonts, lean_import
from clientplan.render.clock import still
from clientplan.render.directions import settle
from clientplan.render.further import Further
from clientplan.render.short_cuts import short_cuts
from clientplan.render.standard import CREATOR, FILE, RELATIONSHIP, Finish, Standard
from clientplan.render.tree import read
from clientplan.system import pango_line

_OPTIONS = {"presentational_hints": False}
_LOG = logging.getLogger("weasyprint")
_NO_FONTS = '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd"><fontconfig></fontconfig>'
_KEPT = 3  # typesetters with further faces, of a thread
_threads = threading.local()


class Typesetter:
    """Parses style sheets and lays pages out. Sharing one between threads corrupts memory: take `typesetter()`."""

    def __init__(self, further: tuple[Further, ...] = ()) -> None:
        self._weasyprint = _weasyprint()
        folder = Path(tempfile.mkdtemp(prefix="clientplan-fonts-"))
        weakref.finalize(self, shutil.rmtree, folder, ignore_errors=True)
        self._fonts = _without_system_fonts(folder)
        self._sheets: dict[str, Any] = {}
        files = {**fonts.files(), **{face.address: face.content for face in further}}
        self._faces = self._parse("fonts", "\n".join([fonts.stylesheet(), *(face.rule for face in further)]), files)

    def lay_out(
        self,
        page: str | Element,
        sheets: Mapping[str, str],
        standard: Standard = Standard.A,
        files: Mapping[str, bytes] = MappingProxyType({}),
        *,
        lean: bool = False,
    ) -> tuple[Any, list[str]]:
        """WeasyPrint's document, and what it logged while laying it out.

        Args:
            page: its markup or its tree.
            sheets: style sheets by name.
            standard: that the PDF is to keep to.
            files: the pictures and fonts that page and sheets may use, by the addresses that they use for them. The
                same font each time: one that has been loaded is not looked at again.
            lean: the page uses only the elements that `user_agent.css` knows.

        Raises:
            RenderRefused: a style sheet has a mistake.
        """
        from clientplan.render.source import short_agent, source

        styles = [self._faces, *(self._parse(name, text, files) for name, text in sheets.items())]
        agent = short_agent() if lean else None
        if isinstance(page, str):
            text, page = page, read(page, ours=False)
            settle(page, text)
        with logged() as lines, short_cuts():
            document = source(page, files, agent).render(
                font_config=self._fonts, stylesheets=styles, pdf_variant=standard.variant, **_OPTIONS
            )
        return document, lines

    def get_ready(self, sheets: Mapping[str, str]) -> None:
        """Parses these style sheets, so that they are at hand.

        Raises:
            RenderRefused: as `lay_out`.
        """
        from clientplan.render.source import short_agent

        short_agent()
        for name, text in sheets.items():
            self._parse(name, text, {})

    def _parse(self, name: str, text: str, files: Mapping[str, bytes]) -> Any:
        from clientplan.render.fetcher import MemoryFetcher

        if text not in self._sheets:
            fetcher = MemoryFetcher(files)
            with logged() as lines:
                sheet = self._weasyprint.CSS(string=text, font_config=self._fonts, url_fetcher=fetcher)
            wrong = [*lines, *(f"{address} isn't fetched while printing" for address in fetcher.refused)]
            if wrong:
                raise RenderRefused("\n".join([f"{name}: mend this style sheet", *(f"  {line}" for line in wrong)]))
            self._sheets[text] = sheet
        return self._sheets[text]


def typesetter(further: tuple[Further, ...] = ()) -> Typesetter:
    """The one of this thread; with further faces it is another one, which no other page ever sees."""
    if not hasattr(_threads, "typesetter"):
        _threads.typesetter, _threads.others = Typesetter(), {}
    usual: Typesetter = _threads.typesetter
    if not further:
        return usual
    others: dict[tuple[Further, ...], Typesetter] = _threads.others
    others[further] = found = others.pop(further, None) or Typesetter(further)  # the one used last stands last
    for face in list(others)[:-_KEPT]:
        del others[face]
    return found


def write(document: Any, end: Finish) -> tuple[bytes, list[str]]:
    """The PDF, and what WeasyPrint logged while writing it."""
    from clientplan.render.finishing import finish

    meta = document.metadata
    meta.generator, meta.created, meta.modified = CREATOR, end.day.isoformat(), end.day.isoformat()
    with logged() as lines, still(), short_cuts():
        pdf: bytes = document.write_pdf(
            finisher=finish, attachments=_attachments(end), pdf_variant=end.standard.variant, **_OPTIONS
        )
    return pdf, lines


def _attachments(end: Finish) -> list[Any]:
    from weasyprint import Attachment

    from clientplan.render.fetcher import MemoryFetcher

    if end.attached is None:
        return []
    return [
        Attachment(
            string=end.attached.content,
            url_fetcher=MemoryFetcher({}),
            name=FILE,
            description=end.attached.description,
            created=end.made,
            modified=end.made,
            relationship=RELATIONSHIP,
        )
    ]


@contextmanager
def logged() -> Iterator[list[str]]:
    """WeasyPrint's warnings and errors of this thread: what it can't do is only a line in its log."""
    lines: list[str] = []
    thread = threading.get_ident()

    def keep(record: logging.LogRecord) -> bool:
        if record.thread != thread:
            return True
        if record.levelno >= logging.WARNING:
            lines.append(record.getMessage())
        return False

    _LOG.addFilter(keep)
    try:
        yield lines
    finally:
        _LOG.removeFilter(keep)


def _weasyprint() -> ModuleType:
    try:
        return lean_import.weasyprint()
    except OSError as error:
        raise Missing(
            f"WeasyPrint can't load Pango, which sets the text of the page. To install it: {pango_line()}"
        ) from error


def _without_system_fonts(folder: Path) -> Any:
    """A font configuration that knows no font of the system, so that a missing glyph is missing everywhere alike."""
    from weasyprint.text.fonts import FontConfiguration

    configuration = folder / "fonts.conf"
    configuration.write_text(_NO_FONTS, encoding="utf-8")
    before = os.environ.get("FONTCONFIG_FILE")
    os.environ["FONTCONFIG_FILE"] = str(configuration)  # read once, while the configuration is made
    try:
        made = FontConfiguration()
    finally:
        if before is None:
            del os.environ["FONTCONFIG_FILE"]
        else:
            os.environ["FONTCONFIG_FILE"] = before
    made._folder = folder  # noqa: SLF001  # else WeasyPrint makes one that it leaves behind when the process ends
    return made
