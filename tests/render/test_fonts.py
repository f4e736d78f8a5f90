from __future__ import annotations

from pathlib import Path

import pytest

from clientplan.errors import Missing
from clientplan.render import fonts


@pytest.fixture(autouse=True)
def _fresh() -> None:
    fonts.files.cache_clear()


def test_the_faces_are_truetype_files_of_the_font_packages() -> None:
    files = fonts.files()
    assert len(files) == 4
    assert all(address.startswith("clientplan:font/") for address in files)
    assert {content[:4] for content in files.values()} == {b"\x00\x01\x00\x00"}


def test_every_face_has_its_rule() -> None:
    rules = fonts.stylesheet()
    assert rules.count("@font-face") == 4
    assert all(f'url("{address}")' in rules for address in fonts.files())


def test_a_missing_package_is_named_with_the_line_to_run(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fonts, "find_spec", lambda _: None)
    with pytest.raises(
        Missing,
        match=r"SourceSansPro-Regular\.ttf isn't installed. Run: (uv )?pip install --force-reinstall font-source-sans",
    ):
        fonts.files()


def test_a_missing_file_of_a_package_is_named_too(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    class Spec:
        submodule_search_locations = [str(tmp_path)]  # noqa: RUF012  # as importlib has it

    monkeypatch.setattr(fonts, "find_spec", lambda _: Spec)
    with pytest.raises(Missing, match=r"SourceSansPro-Regular\.ttf"):
        fonts.files()
