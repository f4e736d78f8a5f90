"""A page's tree as WeasyPrint takes it in."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from xml.etree.ElementTree import Element

from cssselect2 import ElementWrapper
from weasyprint import DEFAULT_OPTIONS, HTML

from clientplan.render.fetcher import MemoryFetcher
from clientplan.render.styles import FilledIn
from clientplan.render.tree import read


class _Source(HTML):  # type: ignore[misc]  # WeasyPrint ships no types
    """What WeasyPrint's own class is once it has parsed a text; the tree is at hand already, so nothing is parsed."""

    def __init__(self, root: Element, files: Mapping[str, bytes], agent: Any) -> None:
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
        sheets: list[Any] = [self._agent] if self._agent else super()._ua_stylesheets(forms)
        return sheets


def source(page: str | Element, files: Mapping[str, bytes], agent: Any = None) -> HTML:
    """A page for WeasyPrint; `agent` is the parsed sheet that stands in for that of HTML 5."""
    return _Source(read(page, ours=False) if isinstance(page, str) else page, files, agent)
