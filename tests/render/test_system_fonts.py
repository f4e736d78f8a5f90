from __future__ import annotations

import platform
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from fontTools.ttLib import TTFont

from clientplan.render import system_fonts
from clientplan.render.system_fonts import Noto, find, read, script

REGIONS = ("JP", "KR", "SC", "TC", "HK")


def names(found: tuple[Noto, ...]) -> list[str]:
    return [font.name for font in found]


def test_where_there_is_no_font_none_is_found(folder: Path) -> None:
    assert find("中ש🎉", "en-GB") == ()


def test_the_font_of_a_script_is_found_in_any_folder_below(folder: Path, noto: Any) -> None:
    path = noto.put(folder / "truetype" / "noto", "NotoSansHebrew-Regular", "שלום")
    noto.put(folder, "NotoSansThai-Regular", "ไทย")
    noto.put(folder, "OtherHebrew-Regular", "שלום")
    assert find("שלום", "he") == (Noto("NotoSansHebrew", path, 0, None),)


@pytest.mark.parametrize("ending", ["SemiBold", "Bold"])
def test_its_bold_face_comes_along(folder: Path, noto: Any, ending: str) -> None:
    noto.put(folder, "NotoSansHebrew-Regular", "ש")
    bold = noto.put(folder, f"NotoSansHebrew-{ending}", "ש")
    assert [font.bold for font in find("ש", "he")] == [bold]


@pytest.mark.parametrize("kind", ["[wdth,wght]", "-VF"])
def test_a_font_of_every_weight_is_its_own_bold_face(folder: Path, noto: Any, kind: str) -> None:
    path = noto.put(folder, f"NotoSansHebrew{kind}", "ש")
    noto.put(folder, "NotoSansHebrew-Italic[wdth,wght]", "ש")
    assert find("ש", "he") == (Noto("NotoSansHebrew", path, 0, path),)


def test_the_fonts_own_script_and_plain_style_come_first(folder: Path, noto: Any) -> None:
    for stem in (
        "NotoNaskhArabic",
        "NotoSansMono",
        "NotoSerifThai",
        "NotoSansThaiLooped",
        "NotoSansThai",
        "NotoSansMath",
    ):
        noto.put(folder, f"{stem}-Regular", "ไ∰ﷺ")
    assert names(find("ไ", "th")) == ["NotoSansThai"]


def test_as_few_as_will_do(folder: Path, noto: Any) -> None:
    noto.put(folder, "NotoSansSymbols-Regular", "☂")
    noto.put(folder, "NotoSansSymbols2-Regular", "☂☃")
    noto.put(folder, "NotoSansThai-Regular", "ไ")
    assert names(find("☃ไ\ue000", "en-GB")) == ["NotoSansThai", "NotoSansSymbols2"]


@pytest.mark.parametrize(
    ("text", "locale", "region"),
    [
        ("中文", "en-GB", "SC"),
        ("中文", "zh-CN", "SC"),
        ("中文", "zh-TW", "TC"),
        ("中文", "zh_Hant", "TC"),
        ("中文", "zh-HK", "HK"),
        ("中文", "ja-JP", "JP"),
        ("中ア", "en-GB", "JP"),
        ("中고", "en-GB", "KR"),
    ],
)
def test_chinese_characters_have_the_forms_of_their_region(
    folder: Path, noto: Any, text: str, locale: str, region: str
) -> None:
    noto.collect(folder, "NotoSansCJK-Regular", {f"Noto Sans CJK {name}": "中文アア고" for name in REGIONS})
    (found,) = find(text, locale)
    assert (found.name, found.number) == (f"NotoSansCJK{region}", REGIONS.index(region))


def test_a_face_out_of_a_collection_is_a_font_of_its_own(folder: Path, noto: Any) -> None:
    path = noto.collect(folder, "NotoSansCJK-Regular", {"Noto Sans CJK JP": "日本", "Noto Sans CJK SC": "中文"})
    with TTFont(BytesIO(read(path, 1)), checkChecksums=2) as face:
        assert set(map(chr, face.getBestCmap())) == set(" 中文")
        assert face["name"].getDebugName(1) == "Noto Sans CJK SC"
        assert face["glyf"]["uni4E2D"].numberOfContours == 1


def test_a_broken_font_is_none(folder: Path, noto: Any) -> None:
    (folder / "NotoSansHebrew-Regular.ttf").write_bytes(b"nothing")
    (folder / "NotoSansCJK-Regular.ttc").write_bytes(b"ttcf")
    assert find("ש中", "he") == ()


@pytest.mark.parametrize(
    ("sign", "found"),
    [
        ("中", "CJK"),
        ("ア", "CJK"),
        ("고", "CJK"),
        ("。", "CJK"),
        ("\uff01", "CJK"),
        ("🎉", "Emoji"),
        ("ש", "Hebrew"),
        ("ि", "Devanagari"),
        ("☂", "Symbols"),
    ],
)
def test_the_script_of_a_character(sign: str, found: str) -> None:
    assert script(sign) == found


@pytest.mark.parametrize(
    ("system", "lines"),
    [
        (
            "Linux",
            [
                "apt-get install fonts-noto-cjk",
                "apt-get install fonts-noto-color-emoji",
                "apt-get install fonts-noto-core",
            ],
        ),
        (
            "Darwin",
            [
                "brew install --cask font-noto-sans-cjk",
                "brew install --cask font-noto-color-emoji",
                "brew install --cask font-noto-sans",
            ],
        ),
        ("Windows", ["see https://notofonts.github.io"] * 3),
    ],
)
def test_each_kind_of_character_has_its_package(
    folder: Path, monkeypatch: pytest.MonkeyPatch, system: str, lines: list[str]
) -> None:
    monkeypatch.setattr(platform, "system", lambda: system)
    assert [system_fonts.package(sign) for sign in "中🎉ש"] == lines


def test_no_package_for_what_no_font_can_have_or_what_is_here(folder: Path, noto: Any) -> None:
    noto.put(folder, "NotoSansHebrew-Regular", "ש")
    assert [system_fonts.package(sign) for sign in "\ue000\u0378א"] == [None, None, None]


@pytest.mark.parametrize("system", ["Linux", "Darwin", "Windows"])
def test_every_system_has_folders_for_fonts(monkeypatch: pytest.MonkeyPatch, system: str) -> None:
    monkeypatch.setattr(platform, "system", lambda: system)
    assert any("onts" in str(place) for place in system_fonts.folders())
