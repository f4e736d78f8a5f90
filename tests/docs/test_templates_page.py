from __future__ import annotations

import re
from pathlib import Path

from clientplan.render.pack import load
from clientplan.render.pack_places import shipped
from clientplan.render.pack_settings import parse
from clientplan.specimen import print_specimen

DOCS = Path(__file__).parents[2] / "docs"
PAGE = (DOCS / "templates.md").read_text(encoding="utf-8")


def test_the_table_of_packs_says_what_their_settings_say(script) -> None:
    assert script("pack_table").page(PAGE) == PAGE, "run `python3 start.py docs`"


def test_each_pack_is_shown() -> None:
    shown = re.findall(r'<img src="([^"]+)"', PAGE)
    pictures = [source for source in shown if source.startswith("../templates/")]
    assert [Path(source).parent.name for source in pictures] == list(shipped())
    assert all((DOCS / source).is_file() for source in pictures)


def test_the_pack_by_hand_prints(tmp_path: Path) -> None:
    (settings,) = re.findall(r"   ```toml\n(.*?)   ```", PAGE, flags=re.DOTALL)
    template = re.findall(r"One line extends the shared page: `(.+?)`", PAGE)[0]
    folder = tmp_path / "board"
    folder.mkdir()
    (folder / "pack.toml").write_text(settings, encoding="utf-8")
    (folder / "plan.html.j2").write_text(template, encoding="utf-8")
    (folder / "style.css").write_text("", encoding="utf-8")
    assert parse(settings, "pack.toml").purposes == ("the board",)
    assert print_specimen(load("board", [tmp_path])).pages == 1
