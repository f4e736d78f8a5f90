from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from clientplan.errors import Missing
from clientplan.render import fonts, further, typesetter
from clientplan.render.standard import Finish
from clientplan.render.typesetter import write

PAGE = "<html lang=en><title>t</title><body style='font-family: \"Plan Sans\"'><p>{}</p></body></html>"


@pytest.fixture(autouse=True)
def _fresh(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(typesetter, "_threads", type("Threads", (), {})())


def families(text: str, faces: tuple[further.Further, ...]) -> tuple[set[str], list[str]]:
    document, first = typesetter.typesetter(faces).lay_out(PAGE.format(text), {})
    _, then = write(document, Finish())
    return {font.family for font in document.fonts.values()}, [*first, *then]


def test_a_usual_page_needs_none_and_opens_no_font(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(further.system_fonts, "fonts", None)
    assert further.faces(["Größe Ωμέγα Ключ €"], "en-GB") == ()


def test_arabic_comes_with_us(folder: Path) -> None:
    faces = further.faces(["Plan", "خطة العميل"], "en-GB")
    assert [(face.family, face.weight) for face in faces] == [("Plan Arabic", 400), ("Plan Arabic", 600)]
    assert families("Plan خطة", faces) == ({"Plan Sans", "Plan Arabic"}, [])


def test_other_scripts_are_taken_from_the_system(folder: Path, noto: Any) -> None:
    noto.put(folder, "NotoSansHebrew-Regular", "שלום")
    noto.put(folder, "NotoSansHebrew-Bold", "שלום")
    noto.collect(folder, "NotoSansCJK-Regular", {"Noto Sans CJK JP": "日", "Noto Sans CJK SC": "中"})
    faces = further.faces(["שלום 中"], "en-GB")
    assert [(face.family, face.weight) for face in faces] == [
        ("Plan NotoSansHebrew", 400),
        ("Plan NotoSansHebrew", 600),
        ("Plan NotoSansCJKSC", 400),
    ]
    assert families("<b>של</b>ום 中 a", faces) == ({"Plan Sans", "Plan NotoSansHebrew", "Plan NotoSansCJKSC"}, [])


def test_no_other_page_sees_them(folder: Path, noto: Any) -> None:
    noto.put(folder, "NotoSansHebrew-Regular", "ש")
    faces = further.faces(["ש"], "en-GB")
    assert families("ש", faces)[1] == []
    assert "U+05E9" in families("ש", ())[1][0]
    assert families("ש", faces)[1] == []


def test_the_typesetters_of_the_last_pages_are_kept_and_no_more(folder: Path, noto: Any) -> None:
    each = []
    for number, sign in enumerate("אבגד"):
        noto.put(folder, f"NotoSansHebrew{number}-Regular", sign)
        further.system_fonts.fonts.cache_clear()
        each.append(further.faces([sign], "en-GB"))
    setters = [typesetter.typesetter(faces) for faces in each]
    assert typesetter.typesetter(each[3]) is setters[3]
    assert typesetter.typesetter(each[1]) is setters[1]
    assert typesetter.typesetter(each[0]) is not setters[0]
    assert typesetter.typesetter() is typesetter.typesetter()


def test_a_missing_arabic_package_is_named_with_the_line_to_run(monkeypatch: pytest.MonkeyPatch) -> None:
    further._arabic.cache_clear()
    monkeypatch.setattr(fonts, "find_spec", lambda _: None)
    with pytest.raises(
        Missing, match=r"IBMPlexSansArabic-Regular\.ttf isn't installed\. Run: .*fontpkg-ibm-plex-sans-a"
    ):
        further.faces(["خطة"], "ar")
