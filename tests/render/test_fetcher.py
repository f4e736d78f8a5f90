from __future__ import annotations

from pathlib import Path

import pytest

from clientplan.render.fetcher import MemoryFetcher


def test_it_gives_what_is_in_its_map() -> None:
    fetcher = MemoryFetcher({"clientplan:a": b"text"})
    assert fetcher.fetch("clientplan:a").read() == b"text"
    assert fetcher.refused == []


@pytest.mark.parametrize(
    "address",
    ["http://example.com/x.png", "https://example.com", "ftp://example.com/x", "data:,x", "clientplan:b", "x.png", ""],
)
def test_it_refuses_every_other_address_and_remembers_it(address: str) -> None:
    fetcher = MemoryFetcher({"clientplan:a": b"text"})
    with pytest.raises(ValueError, match="isn't one of the pack's files"):
        fetcher.fetch(address)
    assert fetcher.refused == [address]


def test_a_file_that_exists_is_refused_like_any_other(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("secret")
    with pytest.raises(ValueError, match="isn't one of"):
        MemoryFetcher({}).fetch(secret.as_uri())
