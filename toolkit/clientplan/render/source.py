"""A page's tree as WeasyPrint takes it in."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple
from xml.etree.ElementTree import Element

from cssselect2 import ElementWrapper
from weasyprint import CSS, DEFAULT_OPTIONS, HTML
from weasyprint.css.counters import CounterStyle

from clientplan.render.fetcher import MemoryFetcher
from clientplan.render.styles import FilledIn


class Agent(NamedTuple):
    """What elements and counters are before any style: WeasyPrint's user agent style sheet."""

    sheet: CSS
    counters: CounterStyle


@cache
def short_agent() -> Agent:
    """That of pages which use only the elements of `user_agent.css`."""
    text = (Path(__file__).parent / "user_agent.css").read_text(encoding="utf-8")
    counters = CounterStyle()
    return Agent(CSS(string=text, counter_style=counters), counters)


class _Source(HTML):  # type: ignore[misc]  # WeasyPrint ships no types
    """What WeasyPrint's own class is once it has parsed a text; the tree is at hand already, so nothing is parsed."""

    def __init__(self, root: Element, files: Mapping[str, bytes], agent: Agent | None) -> None:
        self.base_url = None
        self.url_fetcher = MemoryFetcher(files)
        self.media_type = "print"
        self.wrapper_element = ElementWrapper.from_html_root(root, content_language=None)
        self.etree_element = self.wrapper_element.etree_element
        self._agent = agent

    def render(self, font_config: Any = None, **options: Any) -> FilledIn:
        made: FilledIn = FilledIn._render(  # noqa: SLF001  # as WeasyPrint's own HTML does
            self, font_config, None, None, {**DEFAULT_OPTIONS, **options}
        )
        return made

    def _ua_stylesheets(self, forms: bool = False) -> list[Any]:
        sheets: list[Any] = [self._agent.sheet] if self._agent else super()._ua_stylesheets(forms)
        return sheets

    def _ua_counter_style(self) -> list[Any]:
        styles: list[Any] = [self._agent.counters.copy()] if self._agent else super()._ua_counter_style()
        return styles


def source(page: Element, files: Mapping[str, bytes], agent: Agent | None = None) -> HTML:
    """A page for WeasyPrint; `agent` stands in for the style sheet of HTML 5."""
    return _Source(page, files, agent)
