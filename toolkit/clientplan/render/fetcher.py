"""What a page may load: files that are in memory already. Nothing is read from the disk or the network."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from weasyprint.urls import URLFetcher, URLFetcherResponse


class MemoryFetcher(URLFetcher):  # type: ignore[misc]  # WeasyPrint ships no types
    """Knows the addresses of one map; any other address is refused and remembered."""

    def __init__(self, files: Mapping[str, bytes]) -> None:
        super().__init__(allowed_protocols=(), allow_redirects=False)
        self._files = files
        self.refused: list[str] = []

    def fetch(self, url: str, _headers: Any = None) -> URLFetcherResponse:
        if url not in self._files:
            self.refused.append(url)
            raise ValueError(f"{url} isn't one of the pack's files")
        return URLFetcherResponse(url, self._files[url])
