"""Real sentences in other scripts, printed with the fonts of this system and read back; where it has none, refused."""

from __future__ import annotations

import platform
import time
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from clientplan.errors import RenderRefused, TextLost
from clientplan.plan.plan import Plan
from clientplan.plan.words import Edition
from clientplan.render import coverage, further, system_fonts
from clientplan.render.completeness import missing, read
from clientplan.render.printing import print_plan
from clientplan.render.standard import Finish
from clientplan.render.typesetter import typesetter, write

SENTENCES = {
    "ar": "تسعى شركة الأفق إلى توسيع شراكتها خلال العام القادم، ولا يجوز تأجيل الإجراءات (بنسبة 15٪).",
    "ar-vowels": "الإِجْرَاءَاتُ المُتَأَخِّرَةُ شهريًا، وما نقدّمه لِلعميل.",
    "fa": "شرکت ما می‌خواهد همکاری با گروه پارس را گسترش دهد؛ ژرف‌نگری لازم است.",
    "ur": "ہم اگلے سال گاہک کے ساتھ شراکت داری کو بڑھانا چاہتے ہیں۔",
    "he": "החברה שלנו רוצה להרחיב את שיתוף הפעולה ולקצר את זמני האספקה ל-12 ימים (לכל היותר).",
    "hi": "हमारी कंपनी अगले वर्ष ग्राहक के साथ साझेदारी को मजबूत करना चाहती है और विलंबित कार्यों को स्थगित नहीं करेगी।",
    "bn": "আমরা আগামী বছর গ্রাহকের সাথে অংশীদারিত্ব প্রসারিত করতে চাই।",
    "ta": "அடுத்த ஆண்டு வாடிக்கையாளருடன் கூட்டாண்மையை விரிவுபடுத்த விரும்புகிறோம்.",
    "th": "บริษัทของเราต้องการ ขยายความร่วมมือ กับลูกค้าในปีหน้า กำลังการผลิต น้ำดื่ม",
    "zh-CN": "我们希望在明年 扩大与客户的合作， 提高服务质量 （最多12天）。",
    "zh-TW": "我們希望在明年 擴大與客戶的合作， 提高服務品質。",
    "ja": "来年度、 お客様との パートナーシップを 拡大します。",
    "ko": "내년에 고객과의 협력을 확대하고 서비스 품질을 개선하고자 합니다.",
    "ka": "გვსურს გავაფართოვოთ თანამშრომლობა მომხმარებელთან.",
}
RIGHT_TO_LEFT = {"ar", "ar-vowels", "fa", "ur", "he"}
EMOJI = "Done ✅ in time 🎉"


def has(text: str) -> bool:
    """Whether this system has the fonts for a text."""
    left = coverage.lacking([text]) - coverage.characters(coverage.ARABIC)
    found = further.faces([text], "en-GB")
    return not left or any("Noto" in face.family for face in found)


def pages_of(text: str, language: str) -> list[str]:
    direction = "rtl" if language in RIGHT_TO_LEFT else "ltr"
    sheet = {"test": "@page { size: A6 } body { font-family: 'Plan Sans' } td { width: 33% }"}
    row = f"<table><tr><td>Before 12</td><td>{text}</td><td>Behind 34</td></tr></table>"
    page = f'<html lang="{language}" dir="{direction}"><title>t</title><body>{row}</body></html>'
    document, first = typesetter(further.faces([page], language)).lay_out(page, sheet)
    pdf, then = write(document, Finish())
    assert [*first, *then] == []
    return read(pdf)


@pytest.mark.parametrize("language", SENTENCES)
def test_a_sentence_is_found_and_each_lost_word_is_missed(full: Plan, prints: dict[str, Any], language: str) -> None:
    text = SENTENCES[language]
    if not has(text):
        with pytest.raises(
            RenderRefused, match=r"phase_reason: the page's fonts have no .*To install a font that has it"
        ):
            print_plan(full.replace(phase_reason=text), edition=Edition.INTERNAL, **prints)
        return
    assert missing([("here", text)], pages_of(text, language)) == []
    words = text.split()
    for lost in range(len(words)):
        cut = " ".join(words[:lost] + words[lost + 1 :])
        assert missing([("here", text)], pages_of(cut, language)) == ["here"], words[lost]


def test_no_glyph_stands_for_nothing(tmp_path: Path) -> None:
    page = f'<html lang="ar" dir="rtl"><title>t</title><body><p>{SENTENCES["ar-vowels"]}</p></body></html>'
    pdf, _ = write(typesetter(further.faces([page], "ar")).lay_out(page, {})[0], Finish())
    (tmp_path / "a.pdf").write_bytes(pdf)
    (first,) = PdfReader(tmp_path / "a.pdf").pages
    maps = [font.get_object()["/ToUnicode"].get_data() for font in first["/Resources"]["/Font"].values()]
    assert maps
    assert not any(b"> <>" in map_ for map_ in maps)
    assert any("لإ".encode("utf-16-be").hex().encode() in map_ for map_ in maps)  # the joined letters, without the sign


def test_emoji_are_printed_where_there_is_a_font_and_refused_elsewhere(full: Plan, prints: dict[str, Any]) -> None:
    plan = full.replace(phase_reason=EMOJI)
    if has(EMOJI):
        first = print_plan(plan, edition=Edition.INTERNAL, **prints).pdf
        time.sleep(1.1)  # the time in a font has seconds
        assert print_plan(plan, edition=Edition.INTERNAL, **prints).pdf == first
    else:
        with pytest.raises(RenderRefused, match=r"phase_reason: .*“🎉” \(U\+1F389\).*fonts-noto-color-emoji"):
            print_plan(plan, edition=Edition.INTERNAL, **prints)


@pytest.mark.parametrize(
    ("text", "package"), [("中文", "fonts-noto-cjk"), ("🎉", "fonts-noto-color-emoji"), ("שלום", "fonts-noto-core")]
)
def test_where_there_is_no_font_the_package_is_named(
    full: Plan, prints: dict[str, Any], folder: Path, monkeypatch: pytest.MonkeyPatch, text: str, package: str
) -> None:
    monkeypatch.setattr(platform, "system", lambda: "Linux")
    with pytest.raises(
        RenderRefused, match=rf"phase_reason: the page's fonts have no .*: apt-get install {package}\. Or"
    ):
        print_plan(full.replace(phase_reason=text), edition=Edition.INTERNAL, **prints)


def test_a_font_of_the_system_makes_the_page(full: Plan, prints: dict[str, Any], folder: Path, noto: Any) -> None:
    noto.put(folder, "NotoSansHebrew-Regular", "שלום")
    noto.put(folder, "NotoSansHebrew-Bold", "שלום")
    plan = full.replace(client=full.client.replace(name="שלום"))
    first, then = (print_plan(plan, **prints).pdf for _ in range(2))
    assert first == then
    assert "שלום" in " ".join(read(first))


def test_a_word_lost_on_an_arabic_page_is_noticed(
    full: Plan, prints: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    from clientplan.render import printing

    told = full.replace(phase_reason="تسعى شركة الأفق إلى توسيع شراكتها")
    shown = printing.page(
        told, edition=Edition.INTERNAL, brand=prints["brand"], locale="ar-EG", today=date(2026, 9, 15)
    )
    cut = full.replace(phase_reason="تسعى شركة إلى توسيع شراكتها")
    monkeypatch.setattr(printing, "_refuse_losses", lambda *_: ())
    pdf = print_plan(cut, edition=Edition.INTERNAL, locale="ar-EG", **prints).pdf
    monkeypatch.undo()
    with pytest.raises(TextLost, match=r"head\.phase_reason$"):
        printing._refuse_losses(shown, printing.load("two-page"), pdf, ())


def test_the_fonts_that_a_page_may_take_are_only_notos() -> None:
    assert all(font.name.startswith("Noto") for font in system_fonts.fonts(system_fonts.folders()))
