"""What a page may load: files that are in memory already. Nothing is read from the disk or the network."""

from __future__ import annotations

import re
from base64 import b64decode
from collections.abc import Mapping
from typing import Any

from weasyprint.urls import URLFetcher, URLFetcherResponse, iri_to_uri

from clientplan.errors import RenderRefused
from clientplan.render.pictures import opened

MOST_DATA = 1_000_000  # characters of an address that is a picture by itself
_DATA = re.compile(r"data:image/(?:png|jpeg);base64,([A-Za-z0-9+/\s]+={0,2})\s*")
_KINDS = {"png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg", "ttf": "font/ttf", "otf": "font/otf"}


class MemoryFetcher(URLFetcher):  # type: ignore[misc]  # WeasyPrint ships no types
    """Knows the addresses of one map, and small pictures that are their own address; any other is remembered."""

    def __init__(self, files: Mapping[str, bytes]) -> None:
        super().__init__(allowed_protocols=(), allow_redirects=False)
        self._files = {iri_to_uri(address): content for address, content in files.items()}  # as it asks for them
        self.refused: list[str] = []

    def fetch(self, url: str, _headers: Any = None) -> URLFetcherResponse:
        if url.startswith("data:"):
            return self._picture(url, "image/png", self._unfolded(url))
        if url not in self._files:
            raise self._refusal(url)
        kind = _KINDS.get(url.rpartition(".")[2].lower(), "application/octet-stream")
        if kind.startswith("image/"):
            return self._picture(url, kind, self._files[url])
        return URLFetcherResponse(url, self._files[url], {"Content-Type": kind})

    def _unfolded(self, url: str) -> bytes:
        found = _DATA.fullmatch(url) if len(url) <= MOST_DATA else None
        if found is None:
            raise self._refusal(url)
        return b64decode(found[1])

    def _picture(self, url: str, kind: str, content: bytes) -> URLFetcherResponse:
        try:
            opened(content, url[:80])
        except RenderRefused as error:
            raise ValueError(str(error)) from error  # WeasyPrint logs it, and a print with a line in its log is refused
        return URLFetcherResponse(url, content, {"Content-Type": kind})

    def _refusal(self, url: str) -> ValueError:
        self.refused.append(url)
        return ValueError(f"{url[:80]} isn't one of the pack's files")
