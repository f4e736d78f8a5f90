from __future__ import annotations

import logging
import os
import re
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from clientplan.errors import RenderRefused
from clientplan.render import fonts
from clientplan.render.standard import Finish
from clientplan.render.typesetter import Typesetter, logged, typesetter, write

LOG = logging.getLogger("weasyprint")
PAGE = "<html lang=en><title>t</title><body style='font-family: \"Plan Sans\"'><p>{}</p></body></html>"


def test_one_a_thread() -> None:
    found: list[Typesetter] = []
    thread = threading.Thread(target=lambda: found.append(typesetter()))
    thread.start()
    thread.join()
    assert typesetter() is typesetter()
    assert found[0] is not typesetter()


def test_a_style_sheet_is_parsed_once(monkeypatch: pytest.MonkeyPatch) -> None:
    setter = typesetter()
    setter.lay_out(PAGE.format("a"), {"mine": "p { color: #111111 }"})
    parsed = len(setter._sheets)
    setter.lay_out(PAGE.format("b"), {"renamed": "p { color: #111111 }"})
    assert len(setter._sheets) == parsed


def test_the_system_has_no_fonts_for_us() -> None:
    document, _ = typesetter().lay_out(PAGE.format("Ελ ж ﷽ 中 ✓").replace("Plan Sans", "DejaVu Sans"), {})
    write(document, Finish())
    assert {font.family for font in document.fonts.values()} <= {face.family for face in fonts.FACES}


def test_a_glyph_that_no_face_has_is_logged() -> None:
    document, _ = typesetter().lay_out(PAGE.format("中"), {})
    _, lines = write(document, Finish())
    assert any("U+4E2D" in line for line in lines)


@pytest.mark.parametrize("before", [None, "/etc/fonts/fonts.conf"])
def test_the_environment_is_left_as_it_was(monkeypatch: pytest.MonkeyPatch, before: str | None) -> None:
    monkeypatch.delenv("FONTCONFIG_FILE", raising=False)
    if before:
        monkeypatch.setenv("FONTCONFIG_FILE", before)
    Typesetter()
    assert os.environ.get("FONTCONFIG_FILE") == before


@pytest.mark.parametrize(
    ("sheet", "complaint"),
    [
        ("p { colour: red }", "unknown property"),
        ("@import url(http://example.com/x.css);", "http://example.com/x.css"),
        ('@font-face { font-family: "X"; src: url("file:///usr/share/fonts/x.ttf") }', "file:///usr/share/fonts/x.ttf"),
    ],
)
def test_a_mistake_in_a_style_sheet_is_refused_with_its_name(sheet: str, complaint: str) -> None:
    with pytest.raises(RenderRefused, match=r"mine\.css: mend this style sheet") as refused:
        typesetter().lay_out(PAGE.format("a"), {"mine.css": sheet})
    assert complaint in str(refused.value)


@pytest.mark.parametrize(
    "markup",
    [
        '<img alt="x" src="http://example.com/x.png">',
        '<img alt="x" src="file:///etc/passwd">',
        '<p style="background: url(http://example.com/y.png)">y</p>',
        '<link rel="stylesheet" href="http://example.com/z.css">',
        '<link rel="attachment" href="file:///etc/passwd">',
        '<object data="file:///etc/passwd" type="image/svg+xml">o</object>',
        '<svg viewBox="0 0 9 9"><title>t</title><image href="http://example.com/s.png" width="9" height="9"/></svg>',
    ],
)
def test_an_address_on_the_page_is_not_fetched_but_remembered(markup: str) -> None:
    document, _ = typesetter().lay_out(PAGE.format(markup), {})
    write(document, Finish())
    assert [re.match(r"(http://example\.com/|file:///etc/passwd)", one) for one in document.url_fetcher.refused] != []


def test_the_log_is_kept_from_others_and_only_while_it_is_listened_to(caplog: pytest.LogCaptureFixture) -> None:
    with logged() as lines:
        LOG.warning("kept")
        LOG.debug("too small to tell")
    LOG.warning("passed on")
    assert lines == ["kept"]
    assert caplog.messages == ["passed on"]


def test_the_log_of_another_thread_is_its_own(caplog: pytest.LogCaptureFixture) -> None:
    with logged() as lines:
        other = threading.Thread(target=LOG.warning, args=("theirs",))
        other.start()
        other.join()
    assert lines == []
    assert caplog.messages == ["theirs"]


def test_no_folder_stays_behind_when_the_process_ends(tmp_path: Path) -> None:
    code = """
from clientplan.render.standard import Finish
from clientplan.render.typesetter import typesetter, write
write(typesetter().lay_out("<p>a", {})[0], Finish())
"""
    environment = {**os.environ, "TMPDIR": str(tmp_path), "TEMP": str(tmp_path), "TMP": str(tmp_path)}
    subprocess.run([sys.executable, "-c", code], check=True, env=environment)
    assert list(tmp_path.iterdir()) == []
